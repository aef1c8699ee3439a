using System.Globalization;
using System.Text;
using EcoPark.Modules.Monitoring.Endpoints;
using EcoPark.Platform.Http;
using EcoPark.Platform.Sheets;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Modules.Monitoring.History;

/// <summary>The readings behind a chart as a file: one row a reading, with origin, flag and the telegram it came from.</summary>
internal static class CurveExport
{
    private const int MostRows = 200_000;

    public static async Task<IResult> Excel(int[] channelId, Interval interval, DateTime from, DateTime to, IReadingStore store, IDeviceRegistry registry, CancellationToken token)
    {
        if (Check(channelId, from, to, registry) is { } problem)
            return problem;
        if (await Rows(channelId, interval, from, to, store, registry, token) is not { } rows)
            return TooMany();
        var content = await SheetWriter.Write("读数", rows, token);
        return Results.File(content, SheetWriter.MediaType, $"读数_{ParkTime.FromUtc(from.ToUniversalTime()):yyyyMMddHHmm}.xlsx");
    }

    public static async Task<IResult> Csv(int[] channelId, Interval interval, DateTime from, DateTime to, IReadingStore store, IDeviceRegistry registry, CancellationToken token)
    {
        if (Check(channelId, from, to, registry) is { } problem)
            return problem;
        if (await Rows(channelId, interval, from, to, store, registry, token) is not { } rows)
            return TooMany();
        var text = new StringBuilder("\uFEFF"); // Excel takes UTF-8 only with a mark.
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            if (index == 0)
                text.AppendLine(string.Join(',', row.Keys));
            text.AppendLine(string.Join(',', row.Values.Select(cell => Cell(cell))));
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"读数_{ParkTime.FromUtc(from.ToUniversalTime()):yyyyMMddHHmm}.csv");
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult? Check(int[] channelId, DateTime from, DateTime to, IDeviceRegistry registry)
    {
        if (channelId.Length == 0 || from >= to)
            return Problems.Bad("bad-range", "请给出通道和起止时间，起始早于截止。");
        return channelId.FirstOrDefault(id => !registry.Current.ChannelById.ContainsKey(id)) is var unknown and not 0 ? Problems.NotFound($"编号为 {unknown} 的通道") : null;
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult TooMany() => Problems.Bad("too-many", $"所选范围的读数超过 {MostRows} 条，请缩短时间或减少通道；不会只导出一部分。", "to");

    /// <summary>All of them, or null where there are more than a file holds.</summary>
    private static async Task<List<Dictionary<string, object?>>?> Rows(int[] channels, Interval interval, DateTime from, DateTime to, IReadingStore store, IDeviceRegistry registry, CancellationToken token)
    {
        var rows = new List<Dictionary<string, object?>>();
        foreach (var channel in channels.Select(id => registry.Current.ChannelById[id]))
        {
            foreach (var origin in Enum.GetValues<Origin>())
            {
                var readings = await store.Read(new SeriesId(channel.Id, interval, origin), from.ToUniversalTime(), to.ToUniversalTime(), MostRows - rows.Count + 1, token);
                if (rows.Count + readings.Count > MostRows)
                    return null;
                rows.AddRange(readings.Select(reading => Row(reading, channel, registry.Current.PointById[channel.PointId], origin)));
            }
        }

        return rows;
    }

    private static Dictionary<string, object?> Row(Reading reading, Channel channel, MonitoringPoint point, Origin origin) => new()
    {
        ["时间"] = ParkTime.FromUtc(reading.Time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        ["点位"] = Safe(point.Name),
        ["因子"] = Safe(channel.Name),
        ["单位"] = Safe(channel.Unit),
        ["来源"] = ReadingNames.Of(origin),
        ["值"] = reading.Value,
        ["最小"] = reading.Min,
        ["最大"] = reading.Max,
        ["累计"] = reading.Total,
        ["折算值"] = reading.Corrected,
        ["数据标记"] = reading.Flag == '\0' ? "" : reading.Flag.ToString(),
        ["有效"] = reading.IsValid ? "是" : "否",
        ["说明"] = ReadingNames.Of(reading.Marks),
        ["有效覆盖率"] = reading.Coverage,
        ["报文编号"] = reading.TelegramId == 0 ? null : reading.TelegramId,
    };

    /// <summary>A text that a spreadsheet would take for a formula is made plain.</summary>
    private static string Safe(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;

    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
