using EcoPark.Alarms;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Reports;
using EcoPark.Standards.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>数据异常、断线与缺失 (R06): hours that did not come or are not valid, stretch by stretch with their marks, and what the platform found wrong meanwhile. Outlets that lack nothing are not worked up again.</summary>
internal static class GapForm
{
    /// <summary>Stretches that one report lists.</summary>
    private const int MostRows = 5_000;

    private static readonly AlarmCategory[] Found = [AlarmCategory.Offline, AlarmCategory.Fault, AlarmCategory.Anomaly];

    public static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var outlets = await OutletLists.Of(services, request, cancellationToken).ConfigureAwait(false);
        if (!outlets.IsOk)
            return outlets.Problem;
        var period = request.Period!;
        var lacking = await OutletLists.Having(services, outlets.Value, period, day => day.Hours - day.Stopped > day.Valid, cancellationToken).ConfigureAwait(false);
        var counts = await services.GetRequiredService<TransmissionReader>().Read([.. lacking.Select(outlet => outlet.Id)], period.First, period.Last, cancellationToken).ConfigureAwait(false);
        var reader = services.GetRequiredService<OutletPeriodReader>();
        var stretches = new List<(Outlet, MarkStretch)>();
        foreach (var outlet in lacking)
            stretches.AddRange((await reader.Read(outlet, period.First, period.Last, cancellationToken).ConfigureAwait(false)).Marks.Where(mark => mark.Mark != DataMark.Stopped).Select(mark => (outlet, mark)));
        var alarms = await OutletLists.Alarms(services, outlets.Value, period, Found, cancellationToken).ConfigureAwait(false);
        return OutletLists.Told(services, request, Of(request, outlets.Value, counts, stretches, alarms.Found, alarms.LeftOut));
    }

    /// <summary>Pure.</summary>
    /// <param name="counts">Of the outlets that lack something.</param>
    /// <param name="leftOut">Alarms beyond those that one report looks at.</param>
    internal static Report Of(ReportRequest request, IReadOnlyList<Outlet> outlets, IReadOnlyList<FactorCounts> counts, IReadOnlyList<(Outlet Outlet, MarkStretch One)> stretches, IReadOnlyList<Alarm> alarms, long leftOut = 0) => new("自动监测数据异常、断线与缺失报告")
    {
        Facts = [.. OutletLists.Facts(request), new("排口", $"{outlets.Count} 个"), new("缺失与无效时段", $"{stretches.Count} 段"), new("断线、故障与异常报警", $"{alarms.Count} 次")],
        Tables = [Sums(outlets, counts), Stretches(stretches), Alarms(alarms)],
        Gaps =
        [
            counts.Count == 0 ? "应收数据全部收到且有效" : "停运的小时不计；补传的数据收到后即不再列为缺失",
            .. leftOut > 0 ? [$"报警太多，另有 {leftOut} 次没有查看，报警次数不全；请缩短时段或按企业出报"] : Array.Empty<string>(),
        ],
        Basis = [DataMarks.Basis.Shown, EffectiveTransmissionRate.Basis.Shown, "缺失：没有收到或没有数值；无效：收到而因标记、失控、超出合理范围或有效分钟不足不参加统计", "报警列时段内的，和之前 31 天内开始而延续到时段内的"],
        Signatures = FormHead.Signatures,
    };

    private static ReportTable Sums(IReadOnlyList<Outlet> outlets, IReadOnlyList<FactorCounts> counts) => new("缺失汇总",
        [
            new("企业"), new("排口"), new("因子"), new("应收小时", Decimals: 0), new("缺失小时", Decimals: 0), new("无效小时", Decimals: 0), new("传输率", Unit: "%", Decimals: 1), new("有效率", Unit: "%", Decimals: 1), new("传输有效率", Unit: "%", Decimals: 1),
        ],
        [
            .. from outlet in outlets
               join one in counts on outlet.Id equals one.Point
               where one.Counts.Due > one.Counts.Valid
               select (IReadOnlyList<ReportCell>)
               [
                   ReportCell.Words(outlet.Enterprise), ReportCell.Words(outlet.Name), ReportCell.Words(outlet.Channel(one.Factor)?.Name ?? one.Factor), ReportCell.Figure(one.Counts.Due), ReportCell.Figure(one.Counts.Due - one.Counts.Received),
                   ReportCell.Figure(one.Counts.Received - one.Counts.Valid), ReportCell.Figure(one.Counts.Rate?.TransmissionRate * 100), ReportCell.Figure(one.Counts.Rate?.ValidRate * 100), ReportCell.Figure(one.Counts.Rate?.Value * 100),
               ],
        ])
    {
        Foot = [new("合计", [null, null, new(FootKind.Sum), new(FootKind.Sum), new(FootKind.Sum), null, null, null])],
    };

    private static ReportTable Stretches(IReadOnlyList<(Outlet Outlet, MarkStretch One)> stretches) => new("缺失与无效时段",
        [new("企业"), new("排口"), new("因子"), new("标记"), new("开始"), new("结束"), new("小时", Decimals: 0), new("原因")],
        [
            .. stretches.OrderBy(one => one.One.From).Take(MostRows).Select(one => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(one.Outlet.Enterprise), ReportCell.Words(one.Outlet.Name), ReportCell.Words(one.One.Channel.Name), ReportCell.Words(HourMarkWords.Of(one.One.Mark)), ReportCell.Words(OutletLists.Wall(one.One.From)),
                ReportCell.Words(OutletLists.Wall(one.One.To)), ReportCell.Figure(one.One.Hours), ReportCell.Words(one.One.Why),
            ]),
        ])
    {
        Note = OutletLists.Cut(stretches.Count, MostRows),
    };

    private static ReportTable Alarms(IReadOnlyList<Alarm> alarms) => new("断线、故障与异常报警",
        [new("企业"), new("对象"), new("报警"), new("开始"), new("结束"), new("时长", Unit: "h", Decimals: 1), new("内容"), new("原因与措施")],
        [
            .. alarms.Take(MostRows).Select(alarm => (IReadOnlyList<ReportCell>)
            [
                ReportCell.Words(alarm.Enterprise), ReportCell.Words(alarm.Place.Length > 0 ? alarm.Place : $"数采仪 {alarm.Mn}"), ReportCell.Words(alarm.Name), ReportCell.Words(OutletLists.Wall(alarm.FirstAt)),
                ReportCell.Words(alarm.EndedAt is { } end ? OutletLists.Wall(end) : "仍在持续"), ReportCell.Figure(alarm.EndedAt is { } ended ? (decimal)(ended - alarm.FirstAt).TotalHours : null), ReportCell.Words(alarm.Text), ReportCell.Words(AlarmWords.Answer(alarm)),
            ]),
        ])
    {
        Note = OutletLists.Cut(alarms.Count, MostRows),
    };
}
