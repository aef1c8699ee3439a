using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Documents;
using EcoPark.Platform.Http;
using EcoPark.Platform.Sheets;
using EcoPark.Reports.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Reports.Endpoints;

/// <summary>Reports for programs, and the files that the pages offer.</summary>
internal static class ReportEndpoints
{
    private const string Parameters = "subject 为对象编号，period 为 2026-11-28、2026-11、2026-Q4、2026 或 2026-11-01..2026-11-28";

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/reports").WithTags("报表").RequireAuthorization(ReportPermissions.View).DisableAntiforgery();
        api.MapGet("/", (ReportDesk desk) => desk.Types.Select(ReportTypeAnswer.Of)).WithSummary("可出的报表");
        api.MapGet("/{key}/subjects", async Task<Results<Ok<IReadOnlyList<ReportSubject>>, ProblemHttpResult>> (string key, ReportDesk desk, CancellationToken token) =>
            desk.Find(key) is { } type ? TypedResults.Ok(await desk.Subjects(type, token)) : Problems.NotFound("这份报表")).WithSummary("一种报表可选的对象");
        api.MapGet("/{key}", async Task<Results<Ok<ReportAnswer>, ProblemHttpResult>> (string key, ReportDesk desk, CancellationToken token, string? subject = null, string? period = null) =>
        {
            var made = await desk.Make(key, subject, period, token);
            return made.IsOk ? TypedResults.Ok(ReportAnswer.Of(made.Value)) : Refuse(made.Problem);
        }).WithSummary($"一份报表的表头、各表和数据情况；{Parameters}");
        File(api, "xlsx", SheetWriter.MediaType, made => ReportWorkbook.Write(made));
        File(api, "docx", WordWriter.MediaType, made => ReportWord.Write(made));
        File(api, "csv", ReportCsv.MediaType, made => ReportCsv.Write(made));
        File(api, "pdf", ReportPdf.MediaType, ReportPdf.Write);
    }

    private static void File(RouteGroupBuilder api, string ending, string mediaType, Func<MadeReport, Outcome<byte[]>> write) =>
        api.MapGet("/{key}/report." + ending, async Task<Results<FileContentHttpResult, ProblemHttpResult>> (string key, ReportDesk desk, AuditLog audit, CancellationToken token, string? subject = null, string? period = null) =>
        {
            var made = await desk.Make(key, subject, period, token);
            if (!made.IsOk)
                return Refuse(made.Problem);
            var file = write(made.Value);
            if (!file.IsOk)
                return Problems.Of(file.Problem, StatusCodes.Status503ServiceUnavailable);
            await audit.Write(AuditLog.Export, "报表", made.Value.Type.Title, $"{made.Value.FileName}.{ending}", token);
            return TypedResults.File(file.Value, mediaType, $"{made.Value.FileName}.{ending}");
        }).WithSummary($"一份报表的 {ending} 文件；{Parameters}");

    private static ProblemHttpResult Refuse(Problem problem) => Problems.Of(problem, problem.Code is "not-found" or "no-data" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
}
