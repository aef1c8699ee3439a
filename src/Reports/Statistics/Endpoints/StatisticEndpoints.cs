using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
using EcoPark.Platform.Sheets;
using EcoPark.Reports.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Reports.Statistics.Endpoints;

/// <summary>Statistics for programs, and the file that the page offers.</summary>
internal static class StatisticEndpoints
{
    private const string Parameters = "rows 为行维度（至多两个，逗号分隔），column 为列维度，measures 为指标（逗号分隔，百分位数写作 p95），period 为 2026-11-28、2026-11、2026-Q4、2026 或 2026-01-01..2026-11-28，"
        + "f.维度 为筛选（多个以 | 分隔），compare 为 year（同比）或 previous（环比）";

    public static void MapStatistics(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/statistics").WithTags("自定义统计").RequireAuthorization(ReportPermissions.View).DisableAntiforgery();
        api.MapGet("/facts", (StatisticDesk desk) => desk.Facts.Select(FactAnswer.Of)).WithSummary("可供统计的数据，及其维度和指标");
        api.MapGet("/facts/{fact}/members/{dimension}", async Task<Results<Ok<IEnumerable<NamedAnswer>>, ProblemHttpResult>> (string fact, string dimension, StatisticDesk desk, CancellationToken token) =>
            await desk.Members(fact, dimension, token) is { } members ? TypedResults.Ok(members.Select(member => new NamedAnswer(member.Key, member.Title))) : Problems.NotFound("这个维度"))
            .WithSummary($"一个维度可选的成员，至多 {StatisticDesk.MostChoices} 个");
        api.MapGet("/", async Task<Results<Ok<StatisticAnswer>, ProblemHttpResult>> (HttpRequest request, StatisticDesk desk, CancellationToken token, string? fact = null, string? rows = null, string? column = null, string? measures = null, string? period = null, string? compare = null) =>
        {
            var made = await desk.Make(StatisticQuery.Read(request.Query), token);
            return made.IsOk ? TypedResults.Ok(StatisticAnswer.Of(made.Value)) : Refuse(made.Problem);
        }).WithSummary($"统计结果；fact 为数据；{Parameters}");
        api.MapGet("/statistic.xlsx", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (HttpRequest request, StatisticDesk desk, AuditLog audit, CancellationToken token, string? fact = null, string? rows = null, string? column = null, string? measures = null, string? period = null, string? compare = null) =>
        {
            var made = await desk.Make(StatisticQuery.Read(request.Query), token);
            if (!made.IsOk)
                return Refuse(made.Problem);
            var file = ReportWorkbook.Write(new PrintedReport(StatisticReport.Of(made.Value), "自定义统计", made.Value.MadeAt));
            await audit.Write(AuditLog.Export, "自定义统计", made.Value.Plan.Title, made.Value.Plan.Query.Write(), token);
            return TypedResults.File(file, SheetWriter.MediaType, "自定义统计.xlsx");
        }).WithSummary($"统计结果导出 Excel；{Parameters}");
    }

    private static ProblemHttpResult Refuse(Problem problem) => Problems.Of(problem, problem.Code == "not-found" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}
