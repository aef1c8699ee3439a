using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
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
        foreach (var file in ReportFiles.All)
        {
            api.MapGet("/{key}/report." + file.Ending, async Task<Results<FileContentHttpResult, ProblemHttpResult>> (string key, ReportDesk desk, AuditLog audit, CancellationToken token, string? subject = null, string? period = null) =>
            {
                var made = await desk.Make(key, subject, period, token);
                return made.IsOk ? await Give(file, made.Value.Printed, made.Value.Type.Title, audit, token) : Refuse(made.Problem);
            }).WithSummary($"一份报表的 {file.Ending} 文件；{Parameters}");
        }
    }

    /// <summary>A report as a file, which is an export.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Give(ReportFile file, PrintedReport printed, string title, AuditLog audit, CancellationToken token)
    {
        var content = file.Write(printed);
        if (!content.IsOk)
            return Problems.Of(content.Problem, StatusCodes.Status503ServiceUnavailable);
        await audit.Write(AuditLog.Export, "报表", title, $"{printed.FileName}.{file.Ending}", token);
        return TypedResults.File(content.Value, file.MediaType, $"{printed.FileName}.{file.Ending}");
    }

    internal static ProblemHttpResult Refuse(Problem problem) => Problems.Of(problem, problem.Code switch
    {
        "not-found" or "no-data" => StatusCodes.Status404NotFound,
        "forbidden" => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status400BadRequest,
    });
}
