using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform;
using EcoPark.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Quality.Forms;

/// <summary>Reports of ambient air: the day by HJ 633 (R04), month, quarter and year by HJ 663 (R17).</summary>
internal static class AirForms
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton(new ReportType("air-day", "环境空气质量日报", Chapter.Title, QualityPermissions.View, (provider, request, token) => Make(provider, request, AirDayForm.Make, token))
        {
            Code = "R04",
            Purpose = "各空气站和园区一天的污染物浓度、空气质量分指数、AQI、首要污染物和类别（HJ 633）。",
            Spans = [ReportSpan.Day],
        });
        services.AddSingleton(new ReportType("air-period", "环境空气质量统计报表", Chapter.Title, QualityPermissions.View, (provider, request, token) => Make(provider, request, AirPeriodForm.Make, token))
        {
            Code = "R17",
            Purpose = "月、季、年的优良天数、各级天数、首要污染物，各站各污染物的均值、百分位数、超标天数和同比。",
            Spans = [ReportSpan.Month, ReportSpan.Quarter, ReportSpan.Year],
        });
    }

    private static async Task<Outcome<Report>> Make(
        IServiceProvider provider, ReportRequest request, Func<IServiceProvider, IReadOnlyList<QualityStation>, ReportPeriod, CancellationToken, Task<Outcome<Report>>> form, CancellationToken token)
    {
        var stations = await provider.GetRequiredService<StationList>().Of(QualityMedium.Air, token).ConfigureAwait(false);
        return stations.Count == 0 ? new Problem("no-data", "还没有登记环境空气站点，请先在“环境质量站点”中登记。") : await form(provider, stations, request.Period!, token).ConfigureAwait(false);
    }
}
