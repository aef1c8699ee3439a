using System.Globalization;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Platform;
using EcoPark.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Modules.Ldar.Reporting;

/// <summary>检测修复评估报告 of an enterprise: seals, tests, leaks, repairs, delays, emissions and what repairs save of a period.</summary>
internal static class LdarReport
{
    public const string Key = "ldar-assessment";

    private const string Title = "LDAR 检测修复评估报告";

    public static void Add(IServiceCollection services) => services.AddSingleton(new ReportType(Key, Title, Chapter.Title, LdarPermissions.View, Make)
    {
        Code = "R12",
        Purpose = "一家企业一段时间的密封点、检测覆盖、泄漏率、修复及时率、延迟修复清单、修复减排和 VOCs 排放量（按装置和轮次）。",
        Spans = [ReportSpan.Year, ReportSpan.Quarter, ReportSpan.Range],
        Subjects = new ReportSubjects("企业", Enterprises),
    });

    private static async Task<IReadOnlyList<ReportSubject>> Enterprises(IServiceProvider services, CancellationToken token) =>
        ReportSubject.OfEnterprises(await services.GetRequiredService<LdarReader>().Enterprises(token).ConfigureAwait(false));

    private static async Task<Outcome<EcoPark.Reports.Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken token)
    {
        var (enterprise, period) = (int.Parse(request.Subject!.Key, CultureInfo.InvariantCulture), request.Period!);
        var year = await services.GetRequiredService<LdarReader>().Read(period.First, period.Last, enterprise, token).ConfigureAwait(false);
        if (year.Points == 0)
            return new Problem("no-data", $"{request.Subject.Name}没有登记密封点。", "subject");
        var emissions = await services.GetRequiredService<EmissionReader>().Read(period.First, period.Last, enterprise, token).ConfigureAwait(false);
        var savings = await services.GetRequiredService<SavingReader>().Read(period.First, period.Last, enterprise, token).ConfigureAwait(false);
        return LdarTables.Of(Title, request.Subject, period, year, emissions, savings);
    }
}
