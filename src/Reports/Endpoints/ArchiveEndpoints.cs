using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Http;
using EcoPark.Platform.Records;
using EcoPark.Reports.Archive;
using EcoPark.Reports.Files;
using EcoPark.Reports.Timers;
using EcoPark.Web.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Reports.Endpoints;

/// <summary>A report of the archive in a list.</summary>
internal sealed record IssuedAnswer(int Id, string Number, string Report, string Code, string Title, string Subject, string SubjectName, string Period, DateTime IssuedAt, string IssuedBy, int Replaces, string Hash)
{
    public static IssuedAnswer Of(IssuedReport one) => new(one.Id, one.Number, one.Type, one.Code, one.Title, one.Subject, one.SubjectName, one.Period, one.IssuedAt, one.IssuedBy, one.Replaces, one.Hash);
}

/// <summary>A report of the archive.</summary>
/// <param name="IsIntact">Its content has the hash that was registered.</param>
/// <param name="Tables">With what has been corrected.</param>
/// <param name="Differences">From the one that it replaces; null where it replaces none.</param>
internal sealed record ArchivedAnswer(
    IssuedAnswer Issued, bool IsIntact, IReadOnlyList<ReportFact> Facts, IReadOnlyList<TableAnswer> Tables, IReadOnlyList<string> Gaps, IReadOnlyList<string> Basis,
    IReadOnlyList<AmendmentAnswer> Amendments, IReadOnlyList<ReportChange>? Differences)
{
    public static ArchivedAnswer Of(ArchivedReport one, IReadOnlyList<ReportChange>? differences) => new(
        IssuedAnswer.Of(one.Issued), one.IsIntact, one.Report.Facts, [.. one.Report.Tables.Select(TableAnswer.Of)], one.Report.Gaps, one.Report.Basis, [.. one.Amendments.Select(AmendmentAnswer.Of)], differences);
}

/// <summary>A correction.</summary>
internal sealed record AmendmentAnswer(int Table, int Row, int Column, string Place, string Before, string After, string Why, string By, DateTime At)
{
    public static AmendmentAnswer Of(ReportAmendment one) => new(one.Table, one.Row, one.Column, one.Place, one.Before, one.After, one.Why, one.By, one.At);
}

/// <summary>What has become of a report that a timer owes.</summary>
internal sealed record RunAnswer(int Id, int TimerId, string Timer, string Period, string Subject, string SubjectName, DateTime DueAt, string State, DateTime NextAt, int Attempts, string Outcome, DateTime? DoneAt, int IssuedId)
{
    public static RunAnswer Of(ReportRun one) => new(one.Id, one.TimerId, one.Timer, one.Period, one.Subject, one.SubjectName, one.DueAt, one.State.ToString(), one.NextAt, one.Attempts, one.Outcome, one.DoneAt, one.IssuedId);
}

/// <summary>The archive for programs, and its files.</summary>
internal static class ArchiveEndpoints
{
    /// <summary>Filter of the list: key of a type.</summary>
    public const string Type = "report";

    /// <summary>Filter of the runs.</summary>
    public const string State = "state";

    public static void MapArchive(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/reports").WithTags("报表").RequireAuthorization(ReportPermissions.View).DisableAntiforgery();
        api.MapPost("/{key}/issue", async Task<Results<Ok<IssuedAnswer>, ProblemHttpResult>> (string key, ReportArchive archive, CancellationToken token, string? subject = null, string? period = null) =>
        {
            var issued = await archive.Issue(key, subject, period, token);
            return issued.IsOk ? TypedResults.Ok(IssuedAnswer.Of(issued.Value)) : ReportEndpoints.Refuse(issued.Problem);
        }).RequireAuthorization(ReportPermissions.Issue).WithSummary("出具一份报表：编号存档");
        api.MapGet("/archive", async (HttpRequest request, ReportArchive archive, CancellationToken token) =>
        {
            var query = RecordAddress.Read(request.Query, [Type]);
            var page = await archive.Search(new ArchiveFilter(query.Text, query.Filters.GetValueOrDefault(Type)), query.Skip, query.Take, token);
            return new Page<IssuedAnswer>([.. page.Items.Select(IssuedAnswer.Of)], page.Total);
        }).WithSummary("存档的报表，新的在前：q、f.report、skip、take");
        api.MapGet("/archive/{id:int}", async Task<Results<Ok<ArchivedAnswer>, ProblemHttpResult>> (int id, ReportArchive archive, CancellationToken token) =>
            await archive.Open(id, token) is { } found ? TypedResults.Ok(ArchivedAnswer.Of(found, await archive.Differences(found, token))) : NotFound()).WithSummary("一份存档报表：修正后的各表、修正记录、与上一份的差别");
        api.MapPost("/archive/{id:int}/amendments", async Task<Results<Ok<AmendmentAnswer>, ProblemHttpResult>> (int id, AmendmentForm form, ReportArchive archive, CancellationToken token) =>
        {
            var amended = await archive.Amend(id, form, token);
            return amended.IsOk ? TypedResults.Ok(AmendmentAnswer.Of(amended.Value)) : ReportEndpoints.Refuse(amended.Problem);
        }).RequireAuthorization(ReportPermissions.Amend).WithSummary("修正存档报表中的一个数：table、row、column 从 0 起，value、why，kind 为 Figure、Over 或 NotValid");
        api.MapGet("/timers/runs", async (HttpRequest request, ReportTimers timers, CancellationToken token) =>
        {
            var query = RecordAddress.Read(request.Query, [State]);
            var page = await timers.Runs(query.Text, Enum.TryParse<RunState>(query.Filters.GetValueOrDefault(State), out var state) ? state : null, query.Skip, query.Take, token);
            return new Page<RunAnswer>([.. page.Items.Select(RunAnswer.Of)], page.Total);
        }).RequireAuthorization(ReportPermissions.Issue).WithSummary("定时报表的出报记录，新的在前：q、f.state=Waiting、Issued、NoData、Failed，skip、take");
        foreach (var file in ReportFiles.All)
        {
            api.MapGet("/archive/{id:int}/report." + file.Ending, async Task<Results<FileContentHttpResult, ProblemHttpResult>> (int id, ReportArchive archive, AuditLog audit, CancellationToken token) =>
                await archive.Open(id, token) is not { } found ? NotFound()
                    : !found.IsIntact ? Problems.Of(new Problem("not-intact", "存档内容与出具时登记的摘要不一致，不能下载。请由系统管理员查明原因。"), StatusCodes.Status409Conflict)
                    : await ReportEndpoints.Give(file, found.Printed, found.Issued.Title, audit, token)).WithSummary($"一份存档报表的 {file.Ending} 文件");
        }
    }

    private static ProblemHttpResult NotFound() => Problems.NotFound("这份存档报表");
}
