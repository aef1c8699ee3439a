using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Platform;
using EcoPark.Reports;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Outlets.Forms;

/// <summary>The statutory forms of outlets: day, month and year of flue gas and of waste water; and the lists of many.</summary>
internal static class OutletForms
{
    private const string Day = "小时均值日报表";
    private const string Month = "日均值月报表";
    private const string Year = "月均值年报表";

    private static readonly ReportSubjects Gas = new("排口", (services, token) => Outlets(services, outlet => outlet.IsGas && outlet.Point.Kind != PointKind.FenceLine, token));
    private static readonly ReportSubjects Water = new("排口", (services, token) => Outlets(services, outlet => !outlet.IsGas, token));

    public static void Add(IServiceCollection services)
    {
        OutletLists.Add(services);
        var (gas, water) = ("烟气排放连续监测", "废水在线监测");
        Add(services, "gas-day", "R01", gas + Day, ReportSpan.Day, Gas, GasForm.Of, "一个排口一天二十四小时的浓度、排放量、流量、烟气参数和标记，含均值、极值、样本数和日排放总量。");
        Add(services, "gas-month", "R02", gas + Month, ReportSpan.Month, Gas, GasForm.Of, "一个排口一个月每天的均值和排放量，含有效日数和月排放总量。");
        Add(services, "gas-year", "R02", gas + Year, ReportSpan.Year, Gas, GasForm.Of, "一个排口一年每月的均值和排放量，含年排放总量。");
        Add(services, "water-day", "R03", water + Day, ReportSpan.Day, Water, WaterForm.Of, "一个排口一天二十四小时的流量、浓度和排放量，日均值按流量加权，含有效率和日排放量。");
        Add(services, "water-month", "R03", water + Month, ReportSpan.Month, Water, WaterForm.Of, "一个排口一个月每天的流量、日均值和排放量，含有效日数和月排放量。");
        Add(services, "water-year", "R03", water + Year, ReportSpan.Year, Water, WaterForm.Of, "一个排口一年每月的流量、月均值和排放量，含年排放量。");
    }

    private static void Add(
        IServiceCollection services, string key, string code, string title, ReportSpan span, ReportSubjects subjects, Func<OutletPeriod, ReportSpan, string, string, Report> form, string purpose) =>
        services.AddSingleton(new ReportType(key, title, Chapter.Title, OutletPermissions.View, async (provider, request, token) =>
        {
            var period = await Read(provider, request, token).ConfigureAwait(false);
            return period.IsOk ? form(period.Value, span, title, await FormHead.Owner(provider, period.Value, token).ConfigureAwait(false)) : period.Problem;
        })
        {
            Code = code,
            Purpose = purpose,
            Spans = [span],
            Subjects = subjects,
        });

    private static async Task<Outcome<OutletPeriod>> Read(IServiceProvider provider, ReportRequest request, CancellationToken token)
    {
        var (subject, asked) = (request.Subject!, request.Period!);
        var id = new PointId(int.Parse(subject.Key, CultureInfo.InvariantCulture));
        var period = await provider.GetRequiredService<OutletPeriodReader>().Read(id, asked.First, asked.Last, token).ConfigureAwait(false);
        if (period is not { Hours.Count: > 0 })
            return new Problem("no-data", $"{subject.FullName}在{asked.Title}没有小时数据。联网以前、还没有到的和排口不属于您的时间不出报表。", "period");
        return period.Outlet.Followed.Count > 0 ? period : new Problem("no-data", $"{subject.FullName}没有登记监测污染物的通道，请先在“数采仪与点位”中登记。", "subject");
    }

    private static async Task<IReadOnlyList<ReportSubject>> Outlets(IServiceProvider services, Func<Outlet, bool> fits, CancellationToken token) =>
    [
        .. (await services.GetRequiredService<OutletBook>().All(token).ConfigureAwait(false)).Where(fits)
            .Select(outlet => new ReportSubject(outlet.Id.ToString(), outlet.Name, outlet.Enterprise) { EnterpriseId = outlet.EnterpriseId, PointId = outlet.Id.Value }),
    ];
}
