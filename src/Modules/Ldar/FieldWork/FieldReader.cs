using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.FieldWork;

/// <summary>Reads what an inspector takes along: the surveys to choose from, and one of them with its seals, within the actor's scope.</summary>
public sealed class FieldReader(IDbContextFactory<ParkDb> databases, RecordTypes types, PlanReader plans, TimeProvider clock)
{
    /// <summary>Seals of one sheet.</summary>
    public const int MostPoints = 5_000;

    /// <summary>Surveys to choose from.</summary>
    public const int MostSurveys = 200;

    /// <summary>Days back that a survey may still be sent for; older ones are entered at the desk.</summary>
    public const int Back = 45;

    public bool MayRead => Actor.Current.May(LdarPermissions.View) && Actor.Current.May(types[LdarSurveyType.Name].View) && Actor.Current.May(types[SealPointType.Name].View);

    public bool MaySend => MayRead && Actor.Current.May(types[LdarReadingType.Name].Edit);

    public async Task<FieldSurveys> Surveys(int? enterprise, CancellationToken cancellationToken)
    {
        if (!MayRead)
            return new(FieldUser.Current, false, []);
        var since = LdarWords.DayOf(clock.UtcNow()).AddDays(-Back);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return new(FieldUser.Current, MaySend, await Shown(db, db.Set<LdarSurvey>().Where(one => one.Day >= since && (enterprise == null || one.EnterpriseId == enterprise)).OrderByDescending(one => one.Day).ThenByDescending(one => one.Id).Take(MostSurveys))
            .ToListAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <param name="prefix">Seals whose code begins with it alone: large units are done in parts.</param>
    /// <returns><see langword="null"/> where there is no such survey for the actor.</returns>
    public async Task<FieldSheet?> Sheet(int id, string prefix, CancellationToken cancellationToken)
    {
        if (!MayRead)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<LdarSurvey>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is not { Day: { } day } survey
            || await Shown(db, db.Set<LdarSurvey>().Where(one => one.Id == id)).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is not { } shown)
            return null;
        var unit = await db.Set<LdarUnit>().AsNoTracking().FirstAsync(one => one.Id == survey.UnitId, cancellationToken).ConfigureAwait(false);
        var instrument = await db.Set<LdarInstrument>().AsNoTracking().FirstAsync(one => one.Id == survey.InstrumentId, cancellationToken).ConfigureAwait(false);
        var round = survey.RoundId is { } roundId ? await db.Set<LdarRound>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == roundId, cancellationToken).ConfigureAwait(false) : null;
        var (points, total) = await Points(db, survey, unit, round, prefix, cancellationToken).ConfigureAwait(false);
        return new(
            FieldUser.Current, MaySend, shown, clock.UtcNow(), Offset(day), survey.CalibratedAt, survey.CalibrationPpm, survey.Weather, survey.WindSpeed,
            new(instrument.Serial, instrument.Model, instrument.Range, instrument.VerifiedTo, await Calibrations(db, survey, cancellationToken).ConfigureAwait(false)),
            await db.Set<LdarBackground>().AsNoTracking().Where(one => one.UnitId == unit.Id && one.InstrumentId == instrument.Id && one.Day == day).OrderBy(one => one.At).Take(MostSurveys).Select(one => new FieldBackground(one.At!.Value, one.Ppm!.Value)).ToListAsync(cancellationToken).ConfigureAwait(false),
            points, total, await Readings(db, survey, round, cancellationToken).ConfigureAwait(false),
            new(
                ReadingWords.NoBackground(survey, unit, instrument), ReadingWords.BeforeBackground("{at}", "{background}"), ReadingWords.BeforeCalibration("{at}", survey), ReadingWords.OutOfRange("{ppm}", instrument),
                day > instrument.VerifiedTo ? ReadingWords.NotVerified(instrument) : null));
    }

    private static IQueryable<FieldSurvey> Shown(ParkDb db, IQueryable<LdarSurvey> surveys) =>
        from survey in surveys.AsNoTracking()
        join unit in db.Set<LdarUnit>() on survey.UnitId equals unit.Id
        join instrument in db.Set<LdarInstrument>() on survey.InstrumentId equals instrument.Id
        join enterprise in db.Set<Enterprise>() on survey.EnterpriseId equals enterprise.Id
        orderby survey.Day descending, survey.Id descending
        select new FieldSurvey(survey.Id, survey.Code, enterprise.Name, unit.Code, unit.Name, survey.Day, survey.Inspector, instrument.Serial, db.Set<LdarRound>().Where(one => one.Id == survey.RoundId).Select(one => one.Name).FirstOrDefault() ?? "");

    /// <summary>The seals of the unit that are in use on the day, by their tags: the way through the plant.</summary>
    private async Task<(List<FieldPoint> Points, int Total)> Points(ParkDb db, LdarSurvey survey, LdarUnit unit, LdarRound? round, string prefix, CancellationToken cancellationToken)
    {
        var day = survey.Day!.Value;
        var inUse = db.Set<SealPoint>().AsNoTracking().Where(one => one.UnitId == unit.Id && (one.InService == null || one.InService <= day) && (one.OutOfService == null || one.OutOfService >= day) && one.Code.StartsWith(prefix));
        var seals = await (from point in inUse join equipment in db.Set<LdarEquipment>() on point.EquipmentId equals equipment.Id orderby point.Code select new { point, Equipment = equipment.Code })
            .Take(MostPoints).ToListAsync(cancellationToken).ConfigureAwait(false);
        var plan = (await plans.Read(survey.EnterpriseId, unit.Id, cancellationToken, round?.First ?? day).ConfigureAwait(false)).ToDictionary(one => one.Seal.Id);
        return ([.. seals.Select(seal => Shown(seal.point, seal.Equipment, plan.GetValueOrDefault(seal.point.Id), unit, day, round))], await inUse.CountAsync(cancellationToken).ConfigureAwait(false));
    }

    private static FieldPoint Shown(SealPoint point, string equipment, PointPlan? plan, LdarUnit unit, DateOnly day, LdarRound? round)
    {
        var limit = ReadingRules.LimitOf(unit, point.State, day);
        return new(
            point.Id, point.Code, point.Name, point.Kind, point.Place, equipment, point.Fluid, point.State, plan is not null && (round is null ? plan.IsOwed : plan.IsDueIn(round)),
            limit?.Ppm, limit?.IsInclusive == true, limit?.Basis.Shown ?? "", plan?.LastTest, point.IsAccessible == true ? null : ReadingWords.Inaccessible(point));
    }

    private static async Task<List<FieldCalibration>> Calibrations(ParkDb db, LdarSurvey survey, CancellationToken cancellationToken)
    {
        var (from, to) = (LdarWords.Begin(survey.Day!.Value), LdarWords.End(survey.Day.Value));
        return await db.Set<LdarCalibration>().AsNoTracking().Where(one => one.InstrumentId == survey.InstrumentId && one.At >= from && one.At < to).OrderBy(one => one.At).Take(MostSurveys)
            .Select(one => new FieldCalibration(one.Kind, one.At, one.Nominal, one.Reading, one.Deviation, one.Verdict)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is done already, by whomever: within the days of the round, or of the survey.</summary>
    private static async Task<List<FieldReading>> Readings(ParkDb db, LdarSurvey survey, LdarRound? round, CancellationToken cancellationToken)
    {
        var (from, to) = round is null ? (LdarWords.Begin(survey.Day!.Value), LdarWords.End(survey.Day.Value)) : (LdarWords.Begin(round.First!.Value), LdarWords.End(round.Last!.Value));
        return await db.Set<LdarReading>().AsNoTracking().Where(one => one.UnitId == survey.UnitId && (one.SurveyId == survey.Id || (one.At >= from && one.At < to))).OrderByDescending(one => one.At).Take(MostPoints * 2)
            .Select(one => new FieldReading(one.SealPointId, one.At!.Value, one.Reading, one.Net, one.IsLeak)).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Offset(DateOnly day)
    {
        var offset = ParkTime.Zone.GetUtcOffset(LdarWords.Begin(day));
        return $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }
}
