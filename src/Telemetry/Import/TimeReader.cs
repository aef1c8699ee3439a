using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Import;

/// <summary>In which zone a file's times are.</summary>
public enum ImportZone
{
    /// <summary>The park's wall clock.</summary>
    Park,
    Utc,
}

/// <summary>Finds the time of a row: one column of text or of seconds since 1970, or year, month, day and hour in four columns.</summary>
public sealed class TimeReader
{
    private static readonly string[] OneColumn = ["时间", "监测时间", "采样时间", "日期时间", "date", "time", "datetime", "timestamp", "epochtime", "数据时间"];
    private static readonly string[] Parts = ["year", "month", "day", "hour"];
    private static readonly string[] ChineseParts = ["年", "月", "日", "时"];

    private static readonly string[] Formats =
    [
        "yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d H", "yyyy/M/d H:m:s", "yyyy/M/d H:m", "yyyy/M/d H", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMddHH",
    ];

    private readonly int[] _columns;
    private readonly ImportZone _zone;

    private TimeReader(int[] columns, ImportZone zone) => (_columns, _zone) = (columns, zone);

    /// <summary>Columns that hold the time.</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>The reader for these headings; null where none of them is a time.</summary>
    public static TimeReader? For(IReadOnlyList<string> headings, ImportZone zone)
    {
        var names = headings.Select(heading => heading.Trim().ToLowerInvariant()).ToList();
        var one = names.FindIndex(name => OneColumn.Contains(name));
        if (one >= 0)
            return new TimeReader([one], zone);
        foreach (var parts in new[] { Parts, ChineseParts })
        {
            var columns = Array.ConvertAll(parts, part => names.IndexOf(part));
            if (columns.All(column => column >= 0))
                return new TimeReader(columns, zone);
        }

        return null;
    }

    /// <summary>UTC; null where the cells are no time.</summary>
    public DateTime? Read(IReadOnlyList<string> cells)
    {
        if (_columns.Any(column => column >= cells.Count))
            return null;
        if (_columns.Length > 1)
            return OfParts(cells);
        var text = cells[_columns[0]];
        // Ten digits are seconds since 1970, which know no zone; yyyyMMddHH has ten as well and begins with 19 or 20.
        if (text.Length is 9 or 10 && !text.StartsWith("19", StringComparison.Ordinal) && !text.StartsWith("20", StringComparison.Ordinal) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return DateTime.UnixEpoch.AddSeconds(seconds);
        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? ToUtc(time) : null;
    }

    private DateTime? OfParts(IReadOnlyList<string> cells)
    {
        var numbers = Array.ConvertAll(_columns, column => int.TryParse(cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        if (numbers[0] is < 1970 or > 2200 || numbers[1] is < 1 or > 12 || numbers[3] is < 0 or > 23 || numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1]))
            return null;
        return ToUtc(new DateTime(numbers[0], numbers[1], numbers[2], numbers[3], 0, 0));
    }

    private DateTime ToUtc(DateTime wall) => _zone == ImportZone.Utc ? DateTime.SpecifyKind(wall, DateTimeKind.Utc) : ParkTime.ToUtc(wall);
}
