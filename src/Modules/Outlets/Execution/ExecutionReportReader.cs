using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Modules.Outlets.Execution;

/// <summary>Gathers the material of an enterprise's 执行报告, within the actor's scope.</summary>
public sealed class ExecutionReportReader(OutletBook book, OutletPeriodReader periods, EmissionReader emissions, AlarmReader alarms, IPermitBook permits, IManualMonitoring manual, TimeProvider clock)
{
    /// <summary>Abnormal states that one report lists.</summary>
    public const int MostAlarms = 2_000;

    /// <summary>How long before the period an alarm may have begun that reaches into it.</summary>
    private static readonly TimeSpan ReachesIn = TimeSpan.FromDays(31);

    private static readonly IReadOnlyList<string> Abnormal = [AlarmCategory.Fault.Key, AlarmCategory.Anomaly.Key, AlarmCategory.Offline.Key];

    /// <param name="first">First day of the park's zone.</param>
    /// <param name="last">Last day, within a year.</param>
    public async Task<Outcome<ExecutionReport>> Read(int enterpriseId, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        if (last < first || last.DayNumber - first.DayNumber >= OutletPeriodReader.MostDays)
            return new Problem("days", "结束日期不能早于开始日期，一份报告最多一年。", "to");
        // What the report says of an outlet is what the enterprise itself may see of it: days of former owners are not its own.
        using var turn = Actor.As(Actor.Current with { EnterpriseId = Actor.Current.EnterpriseId ?? enterpriseId });
        var outlets = (await book.All(cancellationToken).ConfigureAwait(false)).Where(outlet => outlet.EnterpriseId == enterpriseId).ToList();
        var byHand = await manual.Read(enterpriseId, first, last, cancellationToken).ConfigureAwait(false);
        if (outlets.Count == 0 && byHand is null or { Facts.Count: 0, Gaps.Count: 0 })
            return new Problem("not-found", "这家企业没有联网的排口，这段时间也没有手工监测结果，或者不在您的权限范围内。", "enterprise");
        var made = new List<OutletPeriod>();
        foreach (var outlet in outlets)
            made.Add(await periods.Read(outlet, first, last, cancellationToken).ConfigureAwait(false));
        var ofYear = (await emissions.Sums([.. outlets.Select(outlet => outlet.Id)], new DateOnly(last.Year, 1, 1), last, cancellationToken).ConfigureAwait(false)).ToDictionary(row => (row.Point, row.Factor));
        var (found, leftOut) = await Alarms(enterpriseId, Start(first), Start(last.AddDays(1)), cancellationToken).ConfigureAwait(false);
        var over = found.Where(alarm => alarm.Kind == WatchAlarms.OverLimit.Name).ToLookup(alarm => alarm.ChannelId);
        var archives = await permits.Read(cancellationToken).ConfigureAwait(false);
        var known = archives.Enterprises.FirstOrDefault(one => one.Id == enterpriseId);
        var handOfYear = byHand is null ? null : await manual.Read(enterpriseId, new DateOnly(last.Year, 1, 1), last, cancellationToken).ConfigureAwait(false);
        return new ExecutionReport(
            known?.Name ?? outlets.FirstOrDefault()?.Enterprise ?? "", known?.Industry ?? "", first, last, made,
            [.. made.SelectMany(period => period.Factors.Select(factor => Monitored(period, factor)))],
            [.. made.Where(period => period.Outlet.IsEmitting).SelectMany(period => period.Factors.Where(factor => period.Outlet.Emits(factor.Channel.FactorCode)).Select(factor => Emitted(period, factor, ofYear)))],
            [.. made.SelectMany(period => period.Exceedances.Select(one => new ExplainedExceedance(period.Outlet, one, Explanation(one, over)))).OrderBy(one => one.Exceedance.From)],
            [.. found.Where(alarm => Abnormal.Contains(alarm.Category)).OrderBy(alarm => alarm.FirstAt)], byHand, ByHand(byHand, handOfYear, outlets, archives, last), leftOut, clock.UtcNow());
    }

    /// <summary>What an outlet sends on line counts by that; the rest by what was measured.</summary>
    internal static IReadOnlyList<EmittedByHand> ByHand(ManualPeriod? period, ManualPeriod? year, IReadOnlyList<Outlet> outlets, PermitSnapshot archives, DateOnly last)
    {
        if (period is null || year is null)
            return [];
        var ofYear = year.Facts.Where(fact => fact.Outlet is not null).ToLookup(fact => (fact.Outlet!.Value, fact.Point, fact.Factor));
        return
        [
            .. PermitUse.OnlyByHand(period.Facts, outlets).Select(fact => new EmittedByHand(
                fact, ofYear[(fact.Outlet!.Value, fact.Point, fact.Factor)].Select(one => one.Kilograms).FirstOrDefault(kilograms => kilograms is not null),
                PermitUse.TotalOn(archives, fact, last))),
        ];
    }

    private static MonitoredFactor Monitored(OutletPeriod period, FactorPeriod factor)
    {
        var (outlet, code) = (period.Outlet, factor.Channel.FactorCode);
        var isByHour = OutletJudge.IsByHour(outlet, code);
        List<double> values = isByHour
            ? [.. period.Hours.Factors[code].Select(hour => (double?)hour.Judged(outlet.Corrects(code))).OfType<double>()]
            : [.. period.Days.Where(day => day.Factor == code && day.IsValid).Select(day => day.Mean).OfType<double>()];
        return new MonitoredFactor(
            outlet, factor.Channel, isByHour ? outlet.Corrects(code) ? "小时折算值" : "小时值" : "日均值", values.Count, values.Count == 0 ? null : values.Min(), values.Count == 0 ? null : values.Max(), values.Count == 0 ? null : values.Average(),
            isByHour ? factor.ExceedingHours : factor.ExceedingDays, outlet.LimitOn(code, period.Last)?.Limit, factor);
    }

    private static EmittedFactor Emitted(OutletPeriod period, FactorPeriod factor, Dictionary<(PointId, string), EmissionRow> ofYear) => new(
        period.Outlet, factor.Channel, factor.Kilograms, factor.Replaced, factor.Missing, ofYear.GetValueOrDefault((period.Outlet.Id, factor.Channel.FactorCode))?.Kilograms,
        period.Outlet.TotalOn(factor.Channel.FactorCode, period.Last)?.Tonnes);

    /// <summary>Of the alarms of the same channel at that time: what the enterprise explained, else what was put on record.</summary>
    internal static string Explanation(Exceedance exceedance, ILookup<int?, Alarm> alarms)
    {
        var same = alarms[exceedance.Channel.Id].Where(alarm => alarm.FirstAt < exceedance.To && (alarm.EndedAt ?? alarm.LastAt) >= exceedance.From).ToList();
        var told = same.Where(alarm => alarm.ExplanationText.Length > 0).MaxBy(alarm => alarm.Explanation == ExplanationState.Accepted) ?? same.Find(alarm => alarm.Reason.Length > 0);
        return told is null ? "" : AlarmWords.Answer(told);
    }

    private async Task<(List<Alarm> Found, long LeftOut)> Alarms(int enterpriseId, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var page = await alarms.Search(new AlarmFilter { EnterpriseId = enterpriseId, From = from - ReachesIn, To = to, Categories = [AlarmCategory.Exceedance.Key, .. Abnormal] }, "firstAt", false, 0, MostAlarms, cancellationToken).ConfigureAwait(false);
        return ([.. page.Items.Where(alarm => alarm.EndedAt is not { } end || end >= from)], Math.Max(0, page.Total - page.Items.Count));
    }

    private static DateTime Start(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));
}
