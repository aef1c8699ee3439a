using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform.Time;
using EcoPark.Reports;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>What the forms of outlets say around their tables.</summary>
internal static class FormHead
{
    public const string MarkNote = "括号内为无效数据，不参加统计；▲ 超过许可限值；代：按规则替代的排放量；手：手工监测。标记：F 停运、M 维护、C 校准、D 故障、T 超量程、B 通讯异常、失 失控、缺 缺失。";

    public static readonly IReadOnlyList<string> Signatures = ["上报单位（盖章）", "负责人", "报告人", "报告日期"];

    /// <summary>Name of the enterprise that had the outlet at the end of the period: with a new owner the form stays that of the old one.</summary>
    public static async Task<string> Owner(IServiceProvider services, OutletPeriod period, CancellationToken cancellationToken)
    {
        var (outlet, owner) = (period.Outlet, period.Outlet.OwnerOn(period.Hours.DayOf(period.Hours.Count - 1)));
        if (owner == outlet.EnterpriseId)
            return outlet.Enterprise.Length > 0 ? outlet.Enterprise : "园区";
        var known = await services.GetRequiredService<IPermitBook>().Read(cancellationToken).ConfigureAwait(false);
        return known.Enterprises.FirstOrDefault(one => one.Id == owner)?.Name ?? "原排污单位";
    }

    /// <summary>Whose all of the period was; 0 where the outlet changed hands within it: a new owner is not told what the old one discharged.</summary>
    public static int OwnerId(OutletPeriod period)
    {
        var (first, last) = (period.Hours.DayOf(0), period.Hours.DayOf(period.Hours.Count - 1));
        var owners = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(day => period.Outlet.OwnerOn(first.AddDays(day))).Distinct().Take(2).ToList();
        return owners is [var owner] ? owner : 0;
    }

    public static IReadOnlyList<ReportFact> Facts(OutletPeriod period, ReportSpan span, string owner)
    {
        var outlet = period.Outlet;
        List<ReportFact> facts =
        [
            new("排污单位", owner), new("排放口", outlet.Name), new("排放口编号", outlet.Link.Outlet?.Code is { Length: > 0 } code ? code : $"点位 {outlet.Id}"),
            new(span == ReportSpan.Day ? "监测日期" : span == ReportSpan.Month ? "监测月份" : "监测年份", ReportPeriod.Of(span, period.First).Title),
        ];
        if (outlet.Filing?.Standard is { Length: > 0 } standard)
            facts.Add(new("执行标准", standard));
        if (outlet.Oxygen is { } oxygen)
            facts.Add(new("基准氧含量", string.Create(CultureInfo.InvariantCulture, $"{oxygen.Percent:0.##} %（{oxygen.Basis}）")));
        var limits = outlet.Followed.Select(channel => (channel, Limit: outlet.LimitOn(channel.FactorCode, period.Last))).Where(one => one.Limit is not null)
            .Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.channel.Name} {one.Limit!.Limit:0.####} {one.Limit.Unit}")).ToList();
        if (limits.Count > 0)
            facts.Add(new("许可限值", string.Join("、", limits)));
        return facts;
    }

    /// <summary>Hours that were due have not come, or the period is not over.</summary>
    public static bool IsIncomplete(OutletPeriod period) => EndOf(period) is var end && (DateOnly.FromDateTime(end) <= period.Last || period.Factors.Any(factor => factor.Received < factor.Due));

    public static IReadOnlyList<string> Gaps(OutletPeriod period)
    {
        List<string> gaps = [];
        var end = EndOf(period);
        if (DateOnly.FromDateTime(end) <= period.Last)
            gaps.Add(string.Create(CultureInfo.InvariantCulture, $"统计到 {end:yyyy-MM-dd HH:mm}，时段还没有结束"));
        if (period.Hours.DayOf(0) is var first && first > period.First)
            gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{first:yyyy-MM-dd} 以前没有联网或不属于本单位，不计"));
        foreach (var factor in period.Factors)
        {
            if (factor.Due > factor.Valid)
                gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{factor.Channel.Name}应有 {factor.Due} 小时，实收 {factor.Received}，有效 {factor.Valid}，捕集率 {OutletWords.Share(factor.CaptureRate)}"));
            if (factor.Replaced > 0)
                gaps.Add($"{factor.Channel.Name}排放量中 {OutletWords.Kilograms(factor.Replaced)} kg 按规则替代");
            if (factor.Manual > 0)
                gaps.Add($"{factor.Channel.Name}排放量中 {OutletWords.Kilograms(factor.Manual)} kg 为手工监测");
            if (factor.Missing > 0)
                gaps.Add(string.Create(CultureInfo.InvariantCulture, $"{factor.Channel.Name}有 {factor.Missing} 小时的排放量未知，总量偏低"));
        }

        return gaps.Count > 0 ? gaps : ["应收数据全部收到且有效"];
    }

    public static IReadOnlyList<string> Basis(OutletPeriod period, string form) =>
    [
        form, ValidityRule.For(period.Outlet.Medium, Interval.Day, period.First).Basis, DataMarks.Basis.Shown, Emission.Basis.Shown, CaptureRate.Basis.Shown, "数值按 GB/T 8170-2008 修约，均值由未修约的数值计算",
    ];

    /// <summary>有效性: what was due, received and valid of each factor.</summary>
    public static ReportTable Validity(OutletPeriod period)
    {
        ReportColumn[] columns =
        [
            new("因子"), new("应收小时", Decimals: 0), new("停运小时", Decimals: 0), new("实收小时", Decimals: 0), new("有效小时", Decimals: 0), new("传输率", Unit: "%", Decimals: 1), new("有效率", Unit: "%", Decimals: 1),
            new("传输有效率", Unit: "%", Decimals: 1), new("有效数据捕集率", Unit: "%", Decimals: 1), new("排放量未知的小时", Decimals: 0),
        ];
        return new ReportTable("数据有效性", columns, [.. period.Factors.Select(factor => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Words(factor.Channel.Name), ReportCell.Figure(factor.Due), ReportCell.Figure(factor.Stopped), ReportCell.Figure(factor.Received), ReportCell.Figure(factor.Valid), Percent(factor.Transmission?.TransmissionRate),
            Percent(factor.Transmission?.ValidRate), Percent(factor.Transmission?.Value), Percent(factor.CaptureRate), ReportCell.Figure(factor.Missing),
        ])]);
    }

    /// <summary>标记时段: when data were missing or not valid, and why.</summary>
    public static ReportTable? Stretches(OutletPeriod period)
    {
        if (period.Marks.Count == 0)
            return null;
        var rows = period.Marks.Take(MostStretches).Select(stretch => (IReadOnlyList<ReportCell>)
        [
            ReportCell.Words(stretch.Channel.Name), ReportCell.Words(HourMarkWords.Of(stretch.Mark)), ReportCell.Words(Wall(stretch.From)), ReportCell.Words(Wall(stretch.To)), ReportCell.Figure(stretch.Hours), ReportCell.Words(stretch.Why),
        ]);
        return new ReportTable("缺失与标记时段", [new("因子"), new("标记"), new("开始"), new("结束"), new("小时", Decimals: 0), new("原因")], [.. rows])
        {
            Note = period.Marks.Count > MostStretches ? string.Create(CultureInfo.InvariantCulture, $"共 {period.Marks.Count} 段，列出最早的 {MostStretches} 段。") : "",
        };
    }

    private const int MostStretches = 200;

    private static DateTime EndOf(OutletPeriod period) => ParkTime.FromUtc(period.Hours.TimeOf(period.Hours.Count));

    private static ReportCell Percent(decimal? share) => ReportCell.Figure(share * 100);

    private static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
