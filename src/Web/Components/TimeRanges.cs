using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Web.Components;

/// <summary>The ranges people choose from; days and months are the park's.</summary>
public static class TimeRanges
{
    public const string Default = "24h";
    public const string Custom = "custom";
    private const string Minutes = "yyyy-MM-ddTHH:mm";
    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";

    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["1h"] = "近1小时",
        ["24h"] = "近24小时",
        ["7d"] = "近7天",
        ["30d"] = "近30天",
        ["today"] = "今日",
        ["yesterday"] = "昨日",
        ["month"] = "本月",
        ["lastmonth"] = "上月",
        ["year"] = "本年",
        ["1y"] = "近一年",
        [Custom] = "自定义",
    };

    /// <summary>From and to in UTC, half-open.</summary>
    public static (DateTime From, DateTime To) Of(string range, string? from, string? to, TimeProvider clock)
    {
        var now = clock.ParkNow();
        var month = new DateTime(now.Year, now.Month, 1);
        var (begin, end) = range switch
        {
            "1h" => (now.AddHours(-1), now),
            "7d" => (now.AddDays(-7), now),
            "30d" => (now.AddDays(-30), now),
            "today" => (now.Date, now.Date.AddDays(1)),
            "yesterday" => (now.Date.AddDays(-1), now.Date),
            "month" => (month, month.AddMonths(1)),
            "lastmonth" => (month.AddMonths(-1), month),
            "1y" => (now.AddYears(-1), now),
            "year" => (new DateTime(now.Year, 1, 1), new DateTime(now.Year + 1, 1, 1)),
            Custom when Day(from) is { } first && Day(to) is { } last && first <= last => (first, last.AddDays(1)),
            Custom when (Day(from) ?? Moment(from)) is { } first && (Moment(to) ?? Day(to)?.AddDays(1)) is { } last && first < last => (first, last),
            _ => (now.AddDays(-1), now),
        };
        return (ParkTime.ToUtc(begin), ParkTime.ToUtc(end));
    }

    /// <summary>An instant as it stands in an address and in the browser's own field for it: the park's time, to the second.</summary>
    public static string Stamp(DateTime utc)
    {
        var wall = ParkTime.FromUtc(utc);
        return wall.ToString(wall.Second == 0 ? Minutes : Seconds, CultureInfo.InvariantCulture);
    }

    /// <summary>The stretch before (-1) or after (1), as long as this one.</summary>
    public static (DateTime From, DateTime To) Moved(DateTime from, DateTime to, int stretches) => (from + ((to - from) * stretches), to + ((to - from) * stretches));

    /// <summary>Twice as long about the same middle.</summary>
    public static (DateTime From, DateTime To) Widened(DateTime from, DateTime to) => (from - ((to - from) / 2), to + ((to - from) / 2));

    private static DateTime? Moment(string? text) =>
        DateTime.TryParseExact(text, [Minutes, Seconds], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;

    private static DateTime? Day(string? text) => DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
