using System.Text.Json;
using EcoPark.Platform;
using EcoPark.Platform.Files;
using EcoPark.Platform.Http;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using EcoPark.Web.Components;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

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
        var api = app.MapGroup($"{RecordOpenApi.Root}/{{type:{RecordTypeConstraint.Name}}}").DisableAntiforgery();
        Records(api);
        Workbooks(api);
        Attachments(api);
        ProposalEndpoints.Map(app);
    }

    private static void Records(RouteGroupBuilder api)
    {
        api.MapGet("/", async (RecordRoute of, HttpRequest request, RecordReader reader, CancellationToken token) =>
            await reader.Search(of.Type, RecordAddress.Read([.. request.Query]), token)).Needs(type => type.View, "列表", RecordFieldUse.Filter);
        api.MapGet("/{id:int}", async (RecordRoute of, int id, DateOnly? on, RecordReader reader, RecordHistory history, CancellationToken token) =>
            on is { } day ? await OnDay(of.Type, id, day, history, token) : await Found(of.Type, id, reader, token)).Needs(type => type.View, "一条；on 给出日期时为当日有效的内容");
        api.MapGet("/{id:int}/history", async (RecordRoute of, int id, int? skip, int? take, RecordHistory history, CancellationToken token) =>
        {
            var (first, count) = Problems.Page(skip, take);
            return await history.Of(of.Type, id, first, count, token);
        }).Needs(type => type.View, "修改历史，最新在前");
        api.MapPost("/", async (RecordRoute of, RecordInput input, RecordService records, ProposalService proposals, CancellationToken token) =>
            await Save(of.Type, null, input, records, proposals, token)).Needs(type => type.Edit, "新增", RecordFieldUse.Body);
        api.MapPut("/{id:int}", async (RecordRoute of, int id, RecordInput input, RecordService records, ProposalService proposals, CancellationToken token) =>
            await Save(of.Type, id, input, records, proposals, token)).Needs(type => type.Edit, "修改", RecordFieldUse.Body);
        api.MapDelete("/{id:int}", async (RecordRoute of, int id, string? why, RecordService records, CancellationToken token) =>
            Answer(await records.Delete(of.Type, id, why ?? "", token))).Needs(type => type.Delete, "删除，须说明原因 why；可恢复");
        api.MapPost("/{id:int}/restore", async (RecordRoute of, int id, RecordService records, CancellationToken token) =>
            Answer(await records.Restore(of.Type, id, token))).Needs(type => type.Delete, "恢复已删除的一条");
        api.MapGet("/{id:int}/qr", async (RecordRoute of, int id, HttpRequest request, RecordReader reader, CancellationToken token) => await reader.Find(of.Type, id, token) is null
            ? Problems.Of(RecordProblems.NotFound(of.Type), StatusCodes.Status404NotFound)
            : Results.Text(QrCode.Svg($"{request.Scheme}://{request.Host}{of.Type.HrefOf(id)}"), "image/svg+xml")).Needs(type => type.View, "二维码（SVG），扫描后打开这条记录的页面");
        api.MapGet("/fields", async (RecordRoute of, CustomFields fields, CancellationToken token) => await fields.List(of.Type, token)).Needs(type => type.View, "园区自定义字段");
        api.MapPost("/fields", async (RecordRoute of, CustomFieldInput input, CustomFields fields, CancellationToken token) =>
            Answer(await fields.Add(of.Type, input, token))).Needs(type => type.View, "增加自定义字段").RequireAuthorization(Permissions.EditCustomFields);
    }

    private static void Workbooks(RouteGroupBuilder api)
    {
        api.MapGet("/export", async (RecordRoute of, HttpRequest request, RecordExport export, TimeProvider clock, CancellationToken token) => Workbook(
            await export.Export(of.Type, RecordAddress.Read([.. request.Query]), RecordAddress.Columns(request.Query), token),
            $"{of.Type.Title}-{clock.ParkNow():yyyyMMddHHmm}.xlsx")).Needs(type => type.View, "导出 Excel，条件与列表相同", RecordFieldUse.Filter);
        api.MapGet("/template", async (RecordRoute of, RecordExport export, CancellationToken token) =>
            Workbook(await export.Template(of.Type, token), $"{of.Type.Title}-导入模板.xlsx")).Needs(type => type.Edit, "导入模板");
        api.MapPost("/import", async (RecordRoute of, IFormFile file, bool? check, bool? goodRows, RecordImport import, CancellationToken token) =>
            Answer(await import.Import(of.Type, new SheetFile(file.FileName, await Bytes(file, token)), saves: !(check ?? false), goodRows ?? false, token)))
            .Needs(type => type.Edit, "导入 Excel 或 CSV（UTF-8、GBK）；check=true 只检查，goodRows=true 分批导入正确的行，否则有一行出错即都不导入").WithMetadata(Largest);
        api.MapPost("/import/result", async (RecordRoute of, IFormFile file, RecordImport import, CancellationToken token) =>
        {
            var content = new SheetFile(file.FileName, await Bytes(file, token));
            var report = await import.Import(of.Type, content, saves: false, takesGoodRows: false, token);
            return report.IsOk ? Workbook(await RecordImport.ResultSheet(content, report.Value, token), $"{of.Type.Title}-检查结果.xlsx") : Refused([report.Problem]);
        }).Needs(type => type.Edit, "只检查，返回标出错误单元格的工作簿").WithMetadata(Largest);
    }

    private static void Attachments(RouteGroupBuilder api)
    {
        api.MapGet("/{id:int}/attachments", async (RecordRoute of, int id, AttachmentService attachments, CancellationToken token) =>
            await attachments.Of(of.Type, id, token)).Needs(type => type.View, "附件");
        api.MapPost("/{id:int}/attachments", async (RecordRoute of, int id, IFormFile file, AttachmentService attachments, CancellationToken token) =>
            Answer(await attachments.Add(of.Type, id, file.FileName, await Bytes(file, token), token)))
            .Needs(type => type.Edit, $"添加附件（{UploadCheck.Allowed}）").WithMetadata(Largest);
        api.MapGet("/{id:int}/attachments/{attachment:int}", async (RecordRoute of, int id, int attachment, AttachmentService attachments, CancellationToken token) =>
            await attachments.Read(of.Type, id, attachment, token) is var (found, content) ? Results.File(content, found.MediaType, found.FileName) : Problems.NotFound("这个附件"))
            .Needs(type => type.View, "下载附件");
        api.MapDelete("/{id:int}/attachments/{attachment:int}", async (RecordRoute of, int id, int attachment, AttachmentService attachments, CancellationToken token) =>
            Answer(await attachments.Remove(of.Type, id, attachment, token))).Needs(type => type.Edit, "移除附件");
    }

    /// <summary>The permission that is asked on the type of the address, and how the document describes the operation.</summary>
    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, Func<RecordType, string> permission, string summary, RecordFieldUse use = RecordFieldUse.None) =>
        endpoint.RequireAuthorization(policy => RecordRoute.Require(policy, permission)).Describes(new RecordOperation(summary, permission, use));

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
