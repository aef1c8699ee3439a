using System.Text.Json;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.FieldWork;

/// <summary>
/// Takes what phones bring back. Each entry is saved as its record, with the rights, scope and checks of the form; a record is known by its natural key (seal and moment; unit, instrument and moment),
/// so that what is sent again after a lost answer is stored once.
/// </summary>
public sealed class FieldDesk(IDbContextFactory<ParkDb> databases, RecordTypes types, RecordService records, FieldReader reader)
{
    /// <summary>Entries of one batch; each is saved by itself.</summary>
    public const int MostEntries = 1_000;

    public async Task<Outcome<FieldAnswers>> Send(int surveyId, FieldBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Entries.Count > MostEntries)
            return new Problem("too-many", $"一次至多发送 {MostEntries} 条，收到 {batch.Entries.Count} 条，没有保存其中任何一条；请分批发送。");
        if (batch.Entries.Contains(null))
            return new Problem("entries", "有空的条目，没有保存任何一条。");
        if (batch.User is { } user && user != Actor.Current.AccountId)
            return new Problem("other-user", "这些内容是另一个用户录入的，没有发送；请由本人登录后发送。");
        if (!reader.MaySend)
            return RecordProblems.Forbidden;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<LdarSurvey>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == surveyId, cancellationToken).ConfigureAwait(false) is not { } survey)
            return RecordProblems.NotFound(types[LdarSurveyType.Name]);
        var answers = new Dictionary<FieldEntry, FieldAnswer>(ReferenceEqualityComparer.Instance);
        // Backgrounds first: readings rest on them, in whatever order the phone has written both down.
        foreach (var entry in batch.Entries.OrderBy(one => one!.Kind != FieldKinds.Background))
            answers[entry!] = await Take(db, survey, entry!, cancellationToken).ConfigureAwait(false);
        return new FieldAnswers(FieldUser.Current, [.. batch.Entries.Select(entry => answers[entry!])]);
    }

    private Task<FieldAnswer> Take(ParkDb db, LdarSurvey survey, FieldEntry entry, CancellationToken cancellationToken)
    {
        var values = entry.Values.ToDictionary(one => one.Key, object? (one) => one.Value);
        switch (entry.Kind)
        {
            case FieldKinds.Background:
                (values["enterpriseId"], values["unitId"], values["instrumentId"], values["person"]) = (survey.EnterpriseId, survey.UnitId, survey.InstrumentId, survey.Inspector);
                return Add(db, survey, entry, types[LdarBackgroundType.Name], values, cancellationToken);
            case FieldKinds.Reading:
                (values["enterpriseId"], values["surveyId"]) = (survey.EnterpriseId, survey.Id);
                return Add(db, survey, entry, types[LdarReadingType.Name], values, cancellationToken);
            case FieldKinds.Unreachable:
                return Close(db, survey, entry, cancellationToken);
            case FieldKinds.Weather:
                return Note(survey, entry, cancellationToken);
            default:
                return Task.FromResult(Refused(entry, $"没有“{entry.Kind}”这种条目。"));
        }
    }

    /// <summary>Saves a new record; where one with its key is there already, it says the same or the entry is refused.</summary>
    private async Task<FieldAnswer> Add(ParkDb db, LdarSurvey survey, FieldEntry entry, RecordType type, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        var result = await records.Save(type, null, values, null, null, cancellationToken).ConfigureAwait(false);
        if (result.Saved is { } saved)
            return await Stored(db, entry, saved.Id, isKnown: false, cancellationToken).ConfigureAwait(false);
        if (result.Problems is not [{ Code: "duplicate" }])
            return Refused(entry, result.Problems);
        var (meant, _) = await records.Check(type, null, values, cancellationToken).ConfigureAwait(false);
        var at = (DateTime?)meant.GetValueOrDefault("at");
        var known = entry.Kind == FieldKinds.Reading ? await SameReading(db, survey, meant, at, cancellationToken).ConfigureAwait(false) : await SameBackground(db, survey, meant, at, cancellationToken).ConfigureAwait(false);
        return known is { } id ? await Stored(db, entry, id, isKnown: true, cancellationToken).ConfigureAwait(false) : Refused(entry, result.Problems);
    }

    private static async Task<int?> SameBackground(ParkDb db, LdarSurvey survey, IReadOnlyDictionary<string, object?> values, DateTime? at, CancellationToken cancellationToken)
    {
        var ppm = (double?)values.GetValueOrDefault("ppm");
        return await db.Set<LdarBackground>().Where(one => one.UnitId == survey.UnitId && one.InstrumentId == survey.InstrumentId && one.At == at && one.Ppm == ppm).Select(one => (int?)one.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int?> SameReading(ParkDb db, LdarSurvey survey, IReadOnlyDictionary<string, object?> values, DateTime? at, CancellationToken cancellationToken)
    {
        var (point, ppm, isDripping, dwell) = ((int?)values.GetValueOrDefault("sealPointId"), (double?)values.GetValueOrDefault("reading"), (bool?)values.GetValueOrDefault("isDripping"), (int?)values.GetValueOrDefault("dwellSeconds"));
        return await db.Set<LdarReading>().Where(one => one.SurveyId == survey.Id && one.SealPointId == point && one.At == at && one.Reading == ppm && one.IsDripping == isDripping && one.DwellSeconds == dwell)
            .Select(one => (int?)one.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Of a reading also what it was judged.</summary>
    private static async Task<FieldAnswer> Stored(ParkDb db, FieldEntry entry, int id, bool isKnown, CancellationToken cancellationToken) =>
        entry.Kind == FieldKinds.Reading && await db.Set<LdarReading>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is { } reading
            ? new(entry.Key, id, isKnown, "", reading.Background, reading.Net, reading.Limit, reading.IsLeak) : new(entry.Key, id, isKnown, "");

    /// <summary>Nobody could reach it: the list of seals says so from now on, and its emission is worked out as such.</summary>
    private async Task<FieldAnswer> Close(ParkDb db, LdarSurvey survey, FieldEntry entry, CancellationToken cancellationToken)
    {
        var (id, why) = (entry.Values.GetValueOrDefault("sealPointId"), entry.Values.GetValueOrDefault("inaccessibleWhy"));
        if (id.ValueKind != JsonValueKind.Number || !id.TryGetInt32(out var point)
            || await db.Set<SealPoint>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == point && one.UnitId == survey.UnitId, cancellationToken).ConfigureAwait(false) is not { } seal)
            return Refused(entry, "没有这个密封点，或它不在现场检测的装置内。");
        return seal.IsAccessible == false && why.ValueKind == JsonValueKind.String && seal.InaccessibleWhy == why.GetString()!.Trim()
            ? new(entry.Key, seal.Id, true, "")
            : await Change(entry, types[SealPointType.Name], seal.Id, new() { ["isAccessible"] = false, ["inaccessibleWhy"] = why }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FieldAnswer> Note(LdarSurvey survey, FieldEntry entry, CancellationToken cancellationToken)
    {
        var (type, values) = (types[LdarSurveyType.Name], entry.Values.Where(one => one.Key is "weather" or "windSpeed").ToDictionary(one => one.Key, object? (one) => one.Value));
        var (meant, problems) = await records.Check(type, survey.Id, values, cancellationToken).ConfigureAwait(false);
        if (problems.Count > 0)
            return Refused(entry, problems);
        return (meant.GetValueOrDefault("weather") as string ?? "") == survey.Weather && (double?)meant.GetValueOrDefault("windSpeed") == survey.WindSpeed
            ? new(entry.Key, survey.Id, true, "") : await Change(entry, type, survey.Id, values, cancellationToken).ConfigureAwait(false);
    }

    private async Task<FieldAnswer> Change(FieldEntry entry, RecordType type, int id, Dictionary<string, object?> values, CancellationToken cancellationToken)
    {
        var result = await records.Save(type, id, values, null, null, cancellationToken).ConfigureAwait(false);
        return result.Saved is { } saved ? new(entry.Key, saved.Id, false, "") : Refused(entry, result.Problems);
    }

    private static FieldAnswer Refused(FieldEntry entry, string reason) => new(entry.Key, null, false, reason);

    private static FieldAnswer Refused(FieldEntry entry, IReadOnlyList<Problem> problems) => Refused(entry, string.Join(' ', problems.Select(problem => problem.Message)));
}
