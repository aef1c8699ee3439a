using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Fence.Causes;

/// <summary>Fixes the evidence of some hours and gives the same to every enterprise that they may come from.</summary>
public sealed class EvidenceDesk(EvidenceReader reader, RecordService records, RecordTypes types, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <param name="enterprises">Among the candidates of the evidence, at least one.</param>
    /// <returns>How many sheets were opened.</returns>
    public async Task<Outcome<int>> Send(int channelId, DateTime from, DateTime to, IReadOnlyCollection<int> enterprises, CancellationToken cancellationToken)
    {
        var type = types[FenceCauseType.Name];
        if (Actor.Current.EnterpriseId is not null || !Actor.Current.May(type.Edit))
            return new Problem("forbidden", "溯源证据由园区发出。");
        if (await reader.Read(channelId, from, to, cancellationToken).ConfigureAwait(false) is not { } evidence)
            return new Problem("not-found", "没有这个厂界点位，或时段不对。", "channel");
        if (enterprises.Count == 0 || enterprises.Any(one => evidence.Candidates.All(candidate => candidate.EnterpriseId != one)))
            return new Problem("enterprises", "请在可能来源中选择至少一家企业。", "enterprises");
        if (evidence.Highest is null)
            return new Problem("empty", "这段时间没有有效数据，没有可发的证据。", "from");
        // All or none: whoever has a sheet of these hours already has the same evidence.
        if (await Sent(evidence, enterprises, cancellationToken).ConfigureAwait(false) is { Length: > 0 } already)
            return new Problem("sent", $"{already}已有这一时段的溯源单，请取消选择后再发。", "enterprises");
        var (text, today) = (evidence.Text(enterprises), ParkWords.DayOf(clock.UtcNow()));
        var sent = 0;
        foreach (var enterprise in enterprises.Distinct())
        {
            var saved = await records.Save(type, null, new Dictionary<string, object?>
            {
                ["enterpriseId"] = enterprise,
                ["kind"] = FenceCauseType.OfPeak,
                ["point"] = evidence.Place,
                ["factor"] = evidence.FactorCode,
                ["from"] = FieldText.Stored(from),
                ["to"] = FieldText.Stored(to),
                ["foundOn"] = ParkWords.Day(today),
                ["evidence"] = text,
                ["causeDueOn"] = ParkWords.Day(today.AddDays(FenceActionLevels.CauseDays)),
                ["actionDueOn"] = ParkWords.Day(today.AddDays(FenceActionLevels.ActionDays)),
            }, null, null, cancellationToken).ConfigureAwait(false);
            if (saved.Saved is null)
                return saved.Problems.Count > 0 ? saved.Problems[0] : new Problem("conflict", "保存时发生冲突，请重试。");
            sent++;
        }

        return sent;
    }

    /// <returns>Name of one that has a sheet already; empty for none.</returns>
    private async Task<string> Sent(PeakEvidence evidence, IReadOnlyCollection<int> enterprises, CancellationToken cancellationToken)
    {
        var (point, factor, from) = (evidence.Place, evidence.FactorCode, evidence.From);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await (from cause in db.Set<FenceCause>().AsNoTracking()
                      where cause.Point == point && cause.Factor == factor && cause.From == @from && enterprises.Contains(cause.EnterpriseId)
                      join owner in db.Set<Enterprise>() on cause.EnterpriseId equals owner.Id
                      select owner.Name).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? "";
    }
}
