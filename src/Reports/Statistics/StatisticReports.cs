using System.Globalization;
using EcoPark.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Reports.Statistics;

/// <summary>Statistics among the reports: each one that somebody has saved can be made for any period, printed and taken as a file. Its data ask for their own permission when it is made.</summary>
internal static class StatisticReports
{
    public const string Key = "statistics";

    public static readonly ReportType Type = new(Key, "自定义统计", "报表与统计", ReportPermissions.View, Make)
    {
        Purpose = "您保存的和同事共享的自定义统计，按所选时间重新统计。",
        Spans = [ReportSpan.Month, ReportSpan.Quarter, ReportSpan.Year, ReportSpan.Range, ReportSpan.Day],
        Subjects = new("统计", List),
    };

    private static async Task<IReadOnlyList<ReportSubject>> List(IServiceProvider services, CancellationToken cancellationToken) =>
        [.. (await services.GetRequiredService<SavedStatistics>().All(cancellationToken).ConfigureAwait(false)).Select(saved => new ReportSubject(saved.Id.ToString(CultureInfo.InvariantCulture), saved.Name, saved.Owner) { EnterpriseId = saved.EnterpriseId })];

    private static async Task<Outcome<Report>> Make(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken)
    {
        var id = int.Parse(request.Subject!.Key, CultureInfo.InvariantCulture);
        if (await services.GetRequiredService<SavedStatistics>().Find(id, cancellationToken).ConfigureAwait(false) is not { } saved)
            return new Problem("not-found", "没有这份统计，或者它已不再共享。", "subject");
        var made = await services.GetRequiredService<StatisticDesk>().Make(StatisticQuery.Parse(saved.Query) with { Period = request.Period!.Key }, cancellationToken).ConfigureAwait(false);
        if (!made.IsOk)
            return made.Problem;
        return made.Value.Rows.Count > 0 ? StatisticReport.Of(made.Value, saved.Name) : new Problem("no-data", $"“{saved.Name}”在{request.Period.Title}没有数据。", "period");
    }
}
