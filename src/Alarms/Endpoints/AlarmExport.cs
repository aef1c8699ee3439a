using EcoPark.Alarms;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using EcoPark.Web.Records;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Alarms.Endpoints;

/// <summary>Alarm records as a workbook: 超标记录, 故障记录, 数据异常记录, 断线记录, or whatever the list shows.</summary>
internal static class AlarmExport
{
    private const int Chunk = 500;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("编号"), new("企业", Width: 28), new("点位或对象", Width: 22), new("MN", Width: 26), new("类型"), new("级别", Width: 8), new("数据", Width: 8), new("因子", Width: 18), new("单位", Width: 10),
        new("开始时间", Width: 19), new("结束时间", Width: 19), new("持续（分钟）", Width: 12), new("首值", Width: 10), new("最重值", Width: 10), new("最重时间", Width: 19), new("限值", Width: 10), new("超标倍数", Width: 10),
        new("读数条数", Width: 10), new("补传", Width: 8), new("内容", Width: 50), new("依据", Width: 30), new("状态", Width: 10), new("确认人"), new("确认时间", Width: 19), new("原因类别"), new("处置情况", Width: 40),
        new("处置人"), new("处置时间", Width: 19), new("异常说明", Width: 40), new("说明状态", Width: 12),
    ];

    public static async Task<IResult> Excel(HttpRequest request, AlarmReader alarms, AlarmTypes types, AuditLog audit, TimeProvider clock, CancellationToken token)
    {
        var query = RecordAddress.Read(request.Query, AlarmQuery.Names);
        var filter = AlarmQuery.Read(query, AlarmQuery.All, clock.UtcNow());
        var title = types.Category(query.Filters.GetValueOrDefault(AlarmQuery.Category))?.Title ?? "报警记录";
        await audit.Write("导出", title, "", request.QueryString.Value ?? "", token);
        var content = await SheetWriter.Write(title, Columns, Rows(alarms, filter, query.Sort ?? "firstAt", query.Sort is null || query.IsDescending, token), token);
        return Results.File(content, SheetWriter.MediaType, $"{title}-{clock.ParkNow():yyyyMMddHHmm}.xlsx");
    }

    private static async IAsyncEnumerable<IReadOnlyList<Cell>> Rows(
        AlarmReader alarms, AlarmFilter filter, string sort, bool isDescending, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token)
    {
        for (var skip = 0; ; skip += Chunk)
        {
            var page = await alarms.Search(filter, sort, isDescending, skip, Chunk, token);
            foreach (var alarm in page.Items)
                yield return [.. ValuesOf(alarm).Select(value => new Cell(value))];
            if (page.Items.Count < Chunk)
                yield break;
        }
    }

    private static object?[] ValuesOf(Alarm alarm) =>
    [
        alarm.Id, alarm.Enterprise, alarm.Subject.Length > 0 ? alarm.Subject : alarm.Point, alarm.Mn, alarm.What, AlarmWords.Of(alarm.Level), alarm.ChannelId is not null && alarm.Interval is { } interval ? AlarmWords.Of(interval) : "", alarm.Factor, alarm.Unit,
        Wall(alarm.FirstAt), Wall(alarm.EndedAt), alarm.EndedAt is { } end ? Math.Round((end - alarm.FirstAt).TotalMinutes, 1) : null, alarm.FirstValue, alarm.WorstValue, Wall(alarm.WorstAt), alarm.Limit,
        alarm.TimesOver is { } times ? Math.Round(times, 2) : null, alarm.Count, alarm.IsLate, alarm.Text, alarm.Basis, AlarmWords.Of(alarm.State), alarm.AcknowledgedBy, Wall(alarm.AcknowledgedAt),
        alarm.Reason, alarm.Measures, alarm.HandledBy, Wall(alarm.HandledAt), alarm.ExplanationText, AlarmWords.Of(alarm.Explanation),
    ];

    private static DateTime? Wall(DateTime? utc) => utc is { } at ? ParkTime.FromUtc(at) : null;
}
