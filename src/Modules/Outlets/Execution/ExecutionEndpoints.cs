using EcoPark.Modules.Outlets;
using EcoPark.Platform;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Documents;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Modules.Outlets.Execution;

internal static class ExecutionEndpoints
{
    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public static void MapExecutionReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/execution-report").WithTags("执行报告").RequireAuthorization(OutletPermissions.View);
        api.MapGet("/", async (int enterprise, DateOnly from, DateOnly to, ExecutionReportReader reader, CancellationToken token) =>
            Answer(await reader.Read(enterprise, from, to, token), report => Results.Ok(ExecutionTables.Of(report)))).WithSummary("执行报告素材：enterprise、from、to（含）");
        api.MapGet("/report.docx", async (int enterprise, DateOnly from, DateOnly to, ExecutionReportReader reader, AuditLog audit, CancellationToken token) =>
        {
            var report = await reader.Read(enterprise, from, to, token);
            if (report.IsOk)
                await audit.Write("导出", "执行报告", report.Value.Enterprise, Days(report.Value), token);
            return Answer(report, made => Results.File(WordWriter.Write(Document(made)), WordWriter.MediaType, $"{FileName(made)}.docx"));
        }).WithSummary("执行报告素材（Word）");
        api.MapGet("/report.xlsx", async (int enterprise, DateOnly from, DateOnly to, ExecutionReportReader reader, AuditLog audit, CancellationToken token) =>
        {
            var report = await reader.Read(enterprise, from, to, token);
            if (!report.IsOk)
                return Problems.Of(report.Problem, Status(report.Problem));
            await audit.Write("导出", "执行报告", report.Value.Enterprise, Days(report.Value), token);
            return Results.File(await Workbook(report.Value, token), SheetWriter.MediaType, $"{FileName(report.Value)}.xlsx");
        }).WithSummary("执行报告素材（Excel，每表一页）");
    }

    private static ReportDocument Document(ExecutionReport report)
    {
        List<ReportBlock> blocks =
        [
            new ReportText($"排污单位：{report.Enterprise}　　行业（GB/T 4754）：{(report.Industry.Length > 0 ? report.Industry : "未填")}　　报告期：{Days(report)}　　生成时间：{ParkTime.FromUtc(report.MadeAt):yyyy-MM-dd HH:mm}"),
            new ReportText("本文件按排污许可证执行报告（HJ 944-2018）的顺序汇集平台的自动监测、手工监测数据、报警和企业说明，供企业编制执行报告使用；台账等内容由企业补充。"),
        ];
        foreach (var (table, at) in ExecutionTables.Of(report).Select((table, at) => (table, at)))
        {
            blocks.Add(new ReportHeading($"{Numerals[at]}、{table.Title}"));
            blocks.Add(table.Rows.Count == 0 ? new ReportText("本期没有。") : new ReportTable([.. table.Columns.Select(column => (column.Heading, column.Share))], table.Rows));
            if (table.Note.Length > 0)
                blocks.Add(new ReportText(table.Note));
        }

        return new ReportDocument("排污许可证执行报告（监测部分）", blocks);
    }

    private static Task<byte[]> Workbook(ExecutionReport report, CancellationToken token) => SheetWriter.WriteBook(
        [.. ExecutionTables.Of(report).Select(table => new SheetContent(table.Title, [.. table.Columns.Select(column => new Column(column.Heading, Width: 8 + (4 * column.Share)))], table.Rows.Select(row => (IReadOnlyList<Cell>)[.. row.Select(text => new Cell(text))])))], token);

    private static string FileName(ExecutionReport report) => $"执行报告-{report.Enterprise}-{report.First:yyyyMMdd}-{report.Last:yyyyMMdd}";

    private static string Days(ExecutionReport report) => $"{report.First:yyyy-MM-dd} 至 {report.Last:yyyy-MM-dd}";

    private static IResult Answer(Outcome<ExecutionReport> report, Func<ExecutionReport, IResult> answer) => report.IsOk ? answer(report.Value) : Problems.Of(report.Problem, Status(report.Problem));

    private static int Status(Problem problem) => problem.Code == "not-found" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
}
