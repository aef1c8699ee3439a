using EcoPark.Alarms;
using EcoPark.Platform;
using EcoPark.Platform.Files;
using EcoPark.Platform.Http;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Web.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Alarms.Endpoints;

/// <summary>An alarm for programs.</summary>
internal sealed record AlarmView(
    int Id, string Kind, string Category, Interval? Interval, AlarmLevel Level, AlarmState State, string Title, int EnterpriseId, string Enterprise, int? PointId, string Point, string Mn, int? ChannelId,
    string FactorCode, string Factor, string Unit, string Text, double? Limit, string Basis, double? TimesOver, bool IsLate, DateTime FoundAt, DateTime FirstAt, double? FirstValue,
    DateTime WorstAt, double? WorstValue, DateTime LastAt, double? LastValue, int Count, int Raises, DateTime? EndedAt, string AcknowledgedBy, DateTime? AcknowledgedAt, string Assignee,
    string HandledBy, DateTime? HandledAt, string Reason, string Measures, ExplanationState Explanation, DateTime? ExplanationDue, string ExplanationText, string ReviewRemark,
    DateTime? ShelvedUntil, DateTime? ClosedAt, string ClosedBy, string RecordType, int? RecordId, string Subject, string Provisional)
{
    public static AlarmView Of(Alarm a) => new(
        a.Id, a.Kind, a.Category, a.Interval, a.Level, a.State, a.Title, a.EnterpriseId, a.Enterprise, a.PointId, a.Point, a.Mn, a.ChannelId, a.FactorCode, a.Factor, a.Unit, a.Text, a.Limit, a.Basis, a.TimesOver,
        a.IsLate, a.FoundAt, a.FirstAt, a.FirstValue, a.WorstAt, a.WorstValue, a.LastAt, a.LastValue, a.Count, a.Raises, a.EndedAt, a.AcknowledgedBy, a.AcknowledgedAt, a.Assignee, a.HandledBy,
        a.HandledAt, a.Reason, a.Measures, a.Explanation, a.ExplanationDue, a.ExplanationText, a.ReviewRemark, a.ShelvedUntil, a.ClosedAt, a.ClosedBy, a.RecordType, a.RecordId, a.Subject, a.Provisional);
}

internal sealed record AlarmStepView(DateTime At, string Who, string Action, string Text);

internal sealed record AcknowledgeInput(IReadOnlyList<int> Ids);

internal sealed record AcknowledgeResult(int Acknowledged);

internal sealed record AssignInput(int? AccountId = null, string Department = "");

internal sealed record HandleInput(string Reason, string Measures);

internal sealed record ExplainRequestInput(DateTime Due, string Remark = "");

internal sealed record ExplainInput(string Text);

internal sealed record ReviewInput(bool IsAccepted, string Remark = "");

internal sealed record ShelveInput(DateTime Until, string Why);

internal static class AlarmEndpoints
{
    public static void MapAlarms(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/alarms").WithTags("报警").RequireAuthorization(AlarmPermissions.View).DisableAntiforgery();
        api.MapGet("/", List).WithSummary("报警列表：q、f.category、f.kind、f.level、f.state（open、lasting、shelved、explain、all 或状态名）、f.enterprise、f.device、f.point、f.factor、f.subject、f.days=起..止、f.raised=起..止（到分钟，含再次报警）、f.older=小时、f.assignee=me，sort、desc、skip、take");
        api.MapGet("/export.xlsx", AlarmExport.Excel).WithSummary("按同样的条件导出 Excel");
        api.MapGet("/statistics", Statistics).WithSummary("报警统计：by=Enterprise、Industry、Factor、Kind、Level、Day、Month，条件同列表");
        api.MapGet("/{id:int}", async Task<Results<Ok<AlarmView>, ProblemHttpResult>> (int id, AlarmReader alarms, CancellationToken token) =>
            await alarms.Find(id, token) is { } found ? TypedResults.Ok(AlarmView.Of(found)) : Problems.NotFound("这条报警")).WithSummary("一条报警");
        api.MapGet("/{id:int}/steps", async (int id, AlarmReader alarms, CancellationToken token) =>
            (await alarms.Steps(id, token)).Select(step => new AlarmStepView(step.At, step.Who, step.Action, step.Text))).WithSummary("报警的时间线");

        api.MapPost("/acknowledge", async (AcknowledgeInput input, AlarmDesk desk, CancellationToken token) => new AcknowledgeResult(await desk.Acknowledge(input.Ids ?? [], token)))
            .RequireAuthorization(AlarmPermissions.Acknowledge).WithSummary("批量确认");
        api.MapPost("/{id:int}/acknowledge", async (int id, AlarmDesk desk, CancellationToken token) => Answer(await desk.Acknowledge(id, token)))
            .RequireAuthorization(AlarmPermissions.Acknowledge).WithSummary("确认");
        api.MapPost("/{id:int}/assign", async (int id, AssignInput input, AlarmDesk desk, CancellationToken token) => Answer(await (input.AccountId is { } account ? desk.Assign(id, account, token) : desk.Assign(id, input.Department ?? "", token))))
            .RequireAuthorization(AlarmPermissions.Handle).WithSummary("指派给个人（accountId）或部门（department）");
        api.MapPost("/{id:int}/handle", async (int id, HandleInput input, AlarmDesk desk, CancellationToken token) => Answer(await desk.Handle(id, input.Reason ?? "", input.Measures ?? "", token)))
            .RequireAuthorization(AlarmPermissions.Handle).WithSummary("处置");
        api.MapPost("/{id:int}/request-explanation", async (int id, ExplainRequestInput input, AlarmDesk desk, CancellationToken token) =>
            Answer(await desk.RequestExplanation(id, input.Due.ToUniversalTime(), input.Remark ?? "", token))).RequireAuthorization(AlarmPermissions.Handle).WithSummary("要求企业说明");
        api.MapPost("/{id:int}/explain", async (int id, ExplainInput input, AlarmDesk desk, CancellationToken token) => Answer(await desk.Explain(id, input.Text ?? "", token)))
            .RequireAuthorization(AlarmPermissions.Explain).WithSummary("提交异常说明");
        api.MapPost("/{id:int}/review", async (int id, ReviewInput input, AlarmDesk desk, CancellationToken token) => Answer(await desk.Review(id, input.IsAccepted, input.Remark ?? "", token)))
            .RequireAuthorization(AlarmPermissions.Handle).WithSummary("审核异常说明");
        api.MapPost("/{id:int}/shelve", async (int id, ShelveInput input, AlarmDesk desk, CancellationToken token) => Answer(await desk.Shelve(id, input.Until.ToUniversalTime(), input.Why ?? "", token)))
            .RequireAuthorization(AlarmPermissions.Handle).WithSummary("搁置");
        api.MapPost("/{id:int}/unshelve", async (int id, AlarmDesk desk, CancellationToken token) => Answer(await desk.Unshelve(id, token)))
            .RequireAuthorization(AlarmPermissions.Handle).WithSummary("取消搁置");
        api.MapPost("/{id:int}/close", async (int id, AlarmDesk desk, CancellationToken token) => Answer(await desk.Close(id, token)))
            .RequireAuthorization(AlarmPermissions.Handle).WithSummary("关闭");

        api.MapGet("/{id:int}/attachments", (int id, AlarmPhotos photos, CancellationToken token) => photos.Of(id, token)).WithSummary("附件");
        api.MapPost("/{id:int}/attachments", Attach).WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadCheck.Largest * 3 / 2)).WithSummary($"添加附件（{UploadCheck.Allowed}）");
        api.MapGet("/{id:int}/attachments/{attachment:int}", async Task<Results<FileContentHttpResult, ProblemHttpResult>> (int id, int attachment, AlarmPhotos photos, CancellationToken token) =>
            await photos.Read(id, attachment, token) is { } found ? TypedResults.File(found.Content, found.Attachment.MediaType, found.Attachment.FileName) : Problems.NotFound("这个附件")).WithSummary("附件内容");
    }

    private static async Task<Results<Ok<Attachment>, ProblemHttpResult>> Attach(int id, IFormFile file, AlarmPhotos photos, CancellationToken token)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, token);
        var added = await photos.Add(id, file.FileName, content.ToArray(), token);
        return added.IsOk ? TypedResults.Ok(added.Value) : Problems.Of(added.Problem, added.Problem.Code switch
        {
            "not-found" => StatusCodes.Status404NotFound,
            "forbidden" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        });
    }

    private static async Task<Page<AlarmView>> List(HttpRequest request, AlarmReader alarms, TimeProvider clock, CancellationToken token)
    {
        var query = RecordAddress.Read(request.Query, AlarmQuery.Names);
        var page = await alarms.Search(AlarmQuery.Read(query, AlarmQuery.All, clock.UtcNow()), query.Sort, query.IsDescending, query.Skip, query.Take, token);
        return new Page<AlarmView>([.. page.Items.Select(AlarmView.Of)], page.Total);
    }

    private static Task<IReadOnlyList<AlarmCount>> Statistics(HttpRequest request, AlarmStatistics statistics, TimeProvider clock, CancellationToken token, AlarmCountBy by = AlarmCountBy.Enterprise) =>
        statistics.Count(AlarmQuery.Read(RecordAddress.Read(request.Query, AlarmQuery.Names), AlarmQuery.All, clock.UtcNow()), by, token);

    /// <summary>What somebody else was faster with is a conflict, not a mistake.</summary>
    private static Results<Ok<AlarmView>, ProblemHttpResult> Answer(Outcome<Alarm> outcome) => outcome.IsOk ? TypedResults.Ok(AlarmView.Of(outcome.Value)) : Problems.Of(outcome.Problem, outcome.Problem.Code switch
    {
        "not-found" => StatusCodes.Status404NotFound,
        "forbidden" => StatusCodes.Status403Forbidden,
        "acknowledged" or "handled" or "closed" or "requested" or "not-submitted" or "not-asked" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status400BadRequest,
    });
}
