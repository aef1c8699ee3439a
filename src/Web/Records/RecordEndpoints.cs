using System.Text.Json;
using EcoPark.Platform;
using EcoPark.Platform.Files;
using EcoPark.Platform.Http;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Web.Records;

/// <summary>A record to save: values by field name; fields that are missing stay as they are.</summary>
/// <param name="Values">By field name.</param>
/// <param name="BasedOn">Revision that the editor saw: where it is no longer the last one, nothing is saved and the answer is 409 with the differences.</param>
/// <param name="EffectiveFrom">Day since which it holds; today by default.</param>
public sealed record RecordInput(Dictionary<string, JsonElement> Values, int? BasedOn = null, DateOnly? EffectiveFrom = null);

/// <summary>Every record type under /api/v1/records, with the rights, checks and scope of the pages.</summary>
internal static class RecordEndpoints
{
    /// <summary>More than the largest file, so that one a little too large is refused with words and not with a closed connection.</summary>
    private static readonly Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute Largest = new(UploadCheck.Largest * 3 / 2);

    public static void MapRecords(this IEndpointRouteBuilder app)
    {
        foreach (var type in app.ServiceProvider.GetRequiredService<RecordTypes>().All)
            Map(app.MapGroup($"/api/v1/records/{type.Name}").WithTags(type.Title).RequireAuthorization(type.View).DisableAntiforgery(), type);
        ProposalEndpoints.Map(app);
    }

    private static void Map(RouteGroupBuilder api, RecordType type)
    {
        api.MapGet("/", async (HttpRequest request, RecordReader reader, CancellationToken token) => await reader.Search(type, RecordAddress.Read([.. request.Query]), token))
            .WithSummary($"{type.Title}：列表").Describes(type, RecordOperation.List);
        api.MapGet("/{id:int}", async (int id, DateOnly? on, RecordReader reader, RecordHistory history, CancellationToken token) => on is { } day ? await OnDay(type, id, day, history, token) : await Found(type, id, reader, token))
            .WithSummary($"{type.Title}：一条；on 给出日期时为当日有效的内容");
        api.MapGet("/{id:int}/history", async (int id, int? skip, int? take, RecordHistory history, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return await history.Of(type, id, first, count, token);
        }).WithSummary($"{type.Title}：修改历史，最新在前");
        api.MapPost("/", async (RecordInput input, RecordService records, ProposalService proposals, CancellationToken token) => await Save(type, null, input, records, proposals, token))
            .RequireAuthorization(type.Edit).WithSummary($"{type.Title}：新增").Describes(type, RecordOperation.Save);
        api.MapPut("/{id:int}", async (int id, RecordInput input, RecordService records, ProposalService proposals, CancellationToken token) => await Save(type, id, input, records, proposals, token))
            .RequireAuthorization(type.Edit).WithSummary($"{type.Title}：修改").Describes(type, RecordOperation.Save);
        api.MapDelete("/{id:int}", async (int id, string? why, RecordService records, CancellationToken token) => Answer(await records.Delete(type, id, why ?? "", token)))
            .RequireAuthorization(type.Delete).WithSummary($"{type.Title}：删除，须说明原因 why；可恢复");
        api.MapPost("/{id:int}/restore", async (int id, RecordService records, CancellationToken token) => Answer(await records.Restore(type, id, token)))
            .RequireAuthorization(type.Delete).WithSummary($"{type.Title}：恢复已删除的一条");
        api.MapGet("/export", async (HttpRequest request, RecordExport export, TimeProvider clock, CancellationToken token) =>
                Workbook(await export.Export(type, RecordAddress.Read([.. request.Query]), RecordAddress.Columns(request.Query), token), $"{type.Title}-{clock.ParkNow():yyyyMMddHHmm}.xlsx"))
            .WithSummary($"{type.Title}：导出 Excel，条件与列表相同").Describes(type, RecordOperation.List);
        api.MapGet("/template", async (RecordExport export, CancellationToken token) => Workbook(await export.Template(type, token), $"{type.Title}-导入模板.xlsx"))
            .RequireAuthorization(type.Edit).WithSummary($"{type.Title}：导入模板");
        api.MapPost("/import", async (IFormFile file, bool? check, bool? goodRows, RecordImport import, CancellationToken token) =>
                Answer(await import.Import(type, await Bytes(file, token), saves: !(check ?? false), goodRows ?? false, token)))
            .RequireAuthorization(type.Edit).WithSummary($"{type.Title}：导入 Excel；check=true 只检查，goodRows=true 导入正确的行").WithMetadata(Largest);
        api.MapPost("/import/result", async (IFormFile file, RecordImport import, CancellationToken token) =>
        {
            var content = await Bytes(file, token);
            var report = await import.Import(type, content, saves: false, takesGoodRows: false, token);
            return report.IsOk ? Workbook(await RecordImport.ResultSheet(content, report.Value, token), $"{type.Title}-检查结果.xlsx") : Refused([report.Problem]);
        }).RequireAuthorization(type.Edit).WithSummary($"{type.Title}：只检查，返回标出错误单元格的工作簿").WithMetadata(Largest);

        api.MapGet("/fields", async (CustomFields fields, CancellationToken token) => await fields.List(type, token)).WithSummary($"{type.Title}：园区自定义字段");
        api.MapPost("/fields", async (CustomFieldInput input, CustomFields fields, CancellationToken token) => Answer(await fields.Add(type, input, token)))
            .RequireAuthorization(Permissions.EditCustomFields).WithSummary($"{type.Title}：增加自定义字段");

        api.MapGet("/{id:int}/attachments", async (int id, AttachmentService attachments, CancellationToken token) => await attachments.Of(type, id, token)).WithSummary($"{type.Title}：附件");
        api.MapPost("/{id:int}/attachments", async (int id, IFormFile file, AttachmentService attachments, CancellationToken token) =>
                Answer(await attachments.Add(type, id, file.FileName, await Bytes(file, token), token)))
            .RequireAuthorization(type.Edit).WithSummary($"{type.Title}：添加附件（{UploadCheck.Allowed}）").WithMetadata(Largest);
        api.MapGet("/{id:int}/attachments/{attachment:int}", async (int id, int attachment, AttachmentService attachments, CancellationToken token) =>
                await attachments.Read(type, id, attachment, token) is var (found, content) ? Results.File(content, found.MediaType, found.FileName) : Problems.NotFound("这个附件"))
            .WithSummary($"{type.Title}：下载附件");
        api.MapDelete("/{id:int}/attachments/{attachment:int}", async (int id, int attachment, AttachmentService attachments, CancellationToken token) => Answer(await attachments.Remove(type, id, attachment, token)))
            .RequireAuthorization(type.Edit).WithSummary($"{type.Title}：移除附件");
    }

    internal static async Task<byte[]> Bytes(IFormFile file, CancellationToken token)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, token);
        return content.ToArray();
    }

    internal static IResult Answer(SaveResult result) => result switch
    {
        { Saved: { } saved } => TypedResults.Ok(saved),
        { Conflict: { } conflict } => TypedResults.Json(
            new { code = "conflict", detail = result.Problems[0].Message, conflict.Revision, conflict.By, conflict.At, differences = conflict.Differences.Select(one => new { one.Field.Name, one.Field.Label, one.Theirs, one.Mine }) },
            statusCode: StatusCodes.Status409Conflict),
        _ => Refused(result.Problems),
    };

    internal static IResult Answer<T>(Outcome<T> outcome) => outcome.IsOk ? TypedResults.Ok(outcome.Value) : Refused([outcome.Problem]);

    internal static IResult Refused(IReadOnlyList<Problem> problems) => problems[0].Code switch
    {
        "not-found" => Problems.Of(problems[0], StatusCodes.Status404NotFound),
        "forbidden" => Problems.Of(problems[0], StatusCodes.Status403Forbidden),
        _ when problems.Count == 1 => Problems.Of(problems[0]),
        _ => TypedResults.Problem($"有 {problems.Count} 处需要更正。", statusCode: StatusCodes.Status400BadRequest, title: "请求未能完成",
            extensions: new Dictionary<string, object?> { ["code"] = "invalid", ["errors"] = problems }),
    };

    private static IResult Workbook(byte[] content, string name) => Results.File(content, SheetWriter.MediaType, name);

    private static async Task<IResult> Found(RecordType type, int id, RecordReader reader, CancellationToken token) =>
        await reader.Find(type, id, token) is { } record ? TypedResults.Ok(record) : Problems.Of(RecordProblems.NotFound(type), StatusCodes.Status404NotFound);

    private static async Task<IResult> OnDay(RecordType type, int id, DateOnly day, RecordHistory history, CancellationToken token) =>
        await history.On(type, id, day, token) is var (revision, values, texts) ? TypedResults.Ok(new { id, on = day, revision, values, texts })
            : Problems.Of(new Problem("not-found", $"{day:yyyy-MM-dd} 没有这条{type.Title}，或当时尚未建立、已被删除。"), StatusCodes.Status404NotFound);

    private static async Task<IResult> Save(RecordType type, int? id, RecordInput input, RecordService records, ProposalService proposals, CancellationToken token)
    {
        if (input.Values is null)
            return Problems.Bad("values", "请求体须含 values：字段名到值的对应。", "values");
        var raw = input.Values.ToDictionary(pair => pair.Key, pair => (object?)pair.Value);
        if (!RecordService.MustPropose(type))
            return Answer(await records.Save(type, id, raw, input.BasedOn, input.EffectiveFrom, token));
        var (kept, problems) = await proposals.Keep(type, null, id, input.BasedOn, raw, submits: true, token);
        return kept is null ? Refused(problems) : TypedResults.Accepted($"/api/v1/proposals/{kept.Id}", new { proposal = kept.Id, kept.State });
    }
}
