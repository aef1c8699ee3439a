using System.Globalization;
using EcoPark.Platform.Conformity;
using EcoPark.Platform.Documents;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Web.Records;
using EcoPark.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Conformity;

/// <summary>The park's class.</summary>
public sealed record ClassInput(ParkClass Class);

/// <summary>Whether an item is on.</summary>
public sealed record SwitchInput(bool IsOn);

/// <summary>The self-check for programs, and as the document that a park hands in.</summary>
internal static class ConformityEndpoints
{
    public static void MapConformity(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/conformity").WithTags("建设符合性").RequireAuthorization(Permissions.ViewConformity).DisableAntiforgery();
        api.MapGet("/", (ConformityService conformity, CancellationToken token) => conformity.Report(token)).WithSummary("附录 A 自查：30 项 316 个内容");
        api.MapPut("/class", async (ClassInput input, ConformityService conformity, CancellationToken token) => RecordEndpoints.Answer(await conformity.SetClass(input.Class, token)))
            .RequireAuthorization(Permissions.EditConformity).WithSummary("选定园区类别");
        api.MapPut("/items/{section}", async (string section, SwitchInput input, ConformityService conformity, CancellationToken token) => RecordEndpoints.Answer(await conformity.Switch(section, input.IsOn, token)))
            .RequireAuthorization(Permissions.EditConformity).WithSummary("启用或关闭一项");
        api.MapGet("/report.docx", async (ConformityService conformity, ShellOptions options, CancellationToken token) =>
            Results.File(WordWriter.Write(Document(await conformity.Report(token), options)), WordWriter.MediaType, "建设符合性自查报告.docx")).WithSummary("自查报告（Word）");
        api.MapGet("/report.pdf", async (ConformityService conformity, ShellOptions options, CancellationToken token) =>
        {
            var pdf = PdfWriter.Write(Document(await conformity.Report(token), options));
            return pdf.IsOk ? Results.File(pdf.Value, PdfWriter.MediaType, "建设符合性自查报告.pdf") : Problems.Of(pdf.Problem, StatusCodes.Status503ServiceUnavailable);
        }).WithSummary("自查报告（PDF）");
    }

    private static ReportDocument Document(ConformityReport report, ShellOptions options)
    {
        List<ReportBlock> blocks =
        [
            new ReportText($"园区：{options.ParkName}{(options.IsDemo ? "（演示数据）" : "")}　　园区类别：{ConformityText.Of(report.Class)}　　自查时间：{report.At:yyyy-MM-dd HH:mm}"),
            new ReportText("依据《江苏省工业园区（集中区）生态环境管理信息系统建设指南》附录 A 逐项自查。“有数据”指平台中已有相应记录；“已建成，未填报”指页面可用而尚无数据；“尚未建成”指平台还没有这一内容。数量为自查时刻由平台统计。"),
            new ReportText($"{report.Items.Count} 项共 {report.Items.Sum(item => item.Contents.Count)} 个内容：有数据 {report.Count(Fulfilment.Done)} 个，已建成未填报 {report.Count(Fulfilment.Empty)} 个，尚未建成 {report.Count(Fulfilment.NotBuilt)} 个，已关闭 {report.Count(Fulfilment.Off)} 个。"),
            new ReportHeading("一、总表"),
            new ReportTable(
                [("条款", 2), ("模块", 5), ("项目", 5), ("要求", 3), ("有数据", 2), ("内容数", 2), ("结论", 4)],
                [.. report.Items.Select(state => (IReadOnlyList<string>)[state.Item.Section, state.Item.Module, state.Item.Item, LevelOf(state), Number(state.Contents.Count(one => one.Verdict == Fulfilment.Done)), Number(state.Contents.Count), ConformityText.Of(state)])]),
            new ReportHeading("二、逐项情况"),
        ];
        foreach (var state in report.Items)
        {
            blocks.Add(new ReportText($"{state.Item.Section}　{state.Item.Item}（{LevelOf(state)}）：{ConformityText.Of(state)}"));
            blocks.Add(new ReportTable(
                [("分组", 4), ("内容", 9), ("记录数", 2), ("最新数据", 4), ("结论", 4)],
                [.. state.Contents.Select(one => (IReadOnlyList<string>)[one.Content.Group, one.Content.Name, one.Verdict == Fulfilment.NotBuilt ? "" : Number(one.Records), one.Newest is { } at ? ParkTime.FromUtc(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "", ConformityText.Of(one.Verdict)])]));
        }

        return new ReportDocument("生态环境管理信息系统建设符合性自查报告", blocks);
    }

    private static string LevelOf(ItemState state) => state.Level is { } level ? LevelText.Long(level) : "类别未选定";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
