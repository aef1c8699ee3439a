using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>Warns of quotas at 80, 90 and 100 %: one alarm a quota, which grows more urgent and ends with the period of the quota.</summary>
public sealed class QuotaWatch(QuotaReader quotas, OutletBook book, IAlarms alarms, TimeProvider clock)
{
    /// <summary>See <see cref="AlarmCause"/>.</summary>
    private const string FoundBy = "quota";

    private static readonly (double Share, AlarmLevel Level)[] Steps = [(1, AlarmLevel.Red), (0.9, AlarmLevel.Orange), (0.8, AlarmLevel.Yellow)];

    /// <summary>Looks at every quota once; may be repeated.</summary>
    public async Task Look(CancellationToken cancellationToken)
    {
        var states = await quotas.Read(null, isCurrent: true, cancellationToken).ConfigureAwait(false);
        if (states.Count == 0)
            return;
        var outlets = (await book.All(cancellationToken).ConfigureAwait(false)).ToDictionary(outlet => outlet.Id);
        var today = DateOnly.FromDateTime(clock.ParkNow());
        await alarms.Write([.. states.Where(state => outlets.ContainsKey(state.Point) && state.Quota.From <= today).SelectMany(state => Events(state, outlets[state.Point], today, clock.UtcNow()))]).ConfigureAwait(false);
    }

    /// <summary>A finding raises the alarm or makes it more urgent; while it lasts its figures and words are those of now.</summary>
    internal static IEnumerable<AlarmEvent> Events(QuotaState state, Outlet outlet, DateOnly today, DateTime now)
    {
        var quota = state.Quota;
        var subject = new AlarmSubject
        {
            EnterpriseId = outlet.EnterpriseId,
            Enterprise = outlet.Enterprise,
            PointId = outlet.Id.Value,
            PermitOutletId = outlet.Link.Outlet?.Id,
            Point = outlet.Point.Name,
            FactorCode = quota.Factor,
            Factor = outlet.Channel(quota.Factor)?.Name ?? quota.Factor,
            Unit = quota.IsVolume ? quota.Unit : DischargeQuotaType.Kilograms,
        };
        var part = quota.Id.ToString(CultureInfo.InvariantCulture);
        var cause = new AlarmCause(OutletAlarms.Quota.Name, subject.Key, FoundBy: FoundBy, Part: part);
        var step = Steps.FirstOrDefault(one => state.Share >= one.Share);
        if (quota.To < today)
            return [new Ended(cause, now, "配额的期限已过。")];
        if (step == default)
            return [new Ended(cause, now, "用量低于配额的 80 %（配额或数据有更正）。")];
        var used = Math.Round(state.Used, 2);
        var finding = new Finding(OutletAlarms.Quota, subject, FoundBy: FoundBy, Part: part)
        {
            Level = step.Level,
            FirstAt = now,
            LastAt = now,
            WorstAt = now,
            WorstValue = used,
            LastValue = used,
            Limit = quota.Amount,
            Basis = $"刷卡排污配额 {quota.CardNumber}{(quota.Basis.Length > 0 ? "，" + quota.Basis : "")}",
            Text = $"{outlet.Name} {subject.Factor} 已用 {QuotaWords.Amount(state.Used, quota)}，达到配额 {QuotaWords.Amount(quota.Amount, quota)} 的 {QuotaWords.Share(state.Used, quota)}（{quota.From:yyyy-MM-dd} 至 {quota.To:yyyy-MM-dd}）。{Words(state.Outlook)}",
        };
        return [finding, new Lasting(cause, now, used, now, used, 1) { Text = finding.Text }];
    }

    private static string Words(QuotaOutlook? outlook) => outlook?.On is { } on ? string.Create(CultureInfo.InvariantCulture, $"按近 {outlook.Days} 天的排放，约 {on:yyyy-MM-dd} 用完。") : "";
}
