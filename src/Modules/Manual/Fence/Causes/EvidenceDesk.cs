using EcoPark.Platform;
using EcoPark.Platform.Data;
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
        // One sheet a period: who is told later would not be told the same.
        if (await IsSent(evidence, cancellationToken).ConfigureAwait(false))
            return new Problem("sent", "这一点位、因子的这段时间已经发过溯源单，不再重发；请在“厂界溯源单”中查看。", "from");
        var (text, today) = (evidence.Text(enterprises), ParkWords.DayOf(clock.UtcNow()));
        List<Dictionary<string, object?>> sheets = [.. enterprises.Distinct().Select(enterprise => new Dictionary<string, object?>
        {
            ["enterpriseId"] = enterprise,
            ["kind"] = FenceCauseType.OfPeak,
            ["point"] = evidence.Place,
            ["factor"] = evidence.FactorCode,
            ["from"] = FieldText.Stored(evidence.From),
            ["to"] = FieldText.Stored(evidence.To),
            ["foundOn"] = ParkWords.Day(today),
            ["evidence"] = text,
            ["causeDueOn"] = ParkWords.Day(today.AddDays(FenceActionLevels.CauseDays)),
            ["actionDueOn"] = ParkWords.Day(today.AddDays(FenceActionLevels.ActionDays)),
        })];
        // What is wrong with one is told before any is sent.
        foreach (var sheet in sheets)
        {
            if ((await records.Check(type, null, sheet, cancellationToken, isWhole: true).ConfigureAwait(false)).Problems is [var wrong, ..])
                return wrong;
        }

        foreach (var (sent, sheet) in sheets.Index())
        {
            var saved = await records.Save(type, null, sheet, null, null, cancellationToken).ConfigureAwait(false);
            if (saved.Saved is null)
                return new Problem("conflict", $"已发出 {sent} 份，其余没有发出：{(saved.Problems.Count > 0 ? saved.Problems[0].Message : "保存时发生冲突")}。请在“厂界溯源单”中查看后补发。", "enterprises");
        }

        return sheets.Count;
    }

    /// <summary>Whether any hour of it has been sent to anybody.</summary>
    private async Task<bool> IsSent(PeakEvidence evidence, CancellationToken cancellationToken)
    {
        var (point, factor, from, to) = (evidence.Place, evidence.FactorCode, evidence.From, evidence.To);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<FenceCause>().AnyAsync(cause => cause.Kind == FenceCauseType.OfPeak && cause.Point == point && cause.Factor == factor && cause.From < to && cause.To > @from, cancellationToken).ConfigureAwait(false);
    }
}
