using System.Globalization;
using System.Text.RegularExpressions;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Telemetry.Import;

/// <summary>Finds the time of a row: one column of text, of seconds since 1970 or of Excel's serial days; a column of days and one of hours; or year, month, day and hour in four columns.</summary>
public sealed partial class TimeReader
{
    private static readonly string[] Whole = ["时间", "监测时间", "采样时间", "日期时间", "datetime", "date_time", "timestamp", "epochtime", "数据时间", "time", "date", "时刻", "time_utc", "日期", "监测日期", "采样日期", "数据日期", "day"];
    private static readonly string[] Days = ["日期", "监测日期", "采样日期", "数据日期", "date", "day"];
    private static readonly string[] Hours = ["时间", "监测时间", "采样时间", "数据时间", "时刻", "小时", "时", "time", "hour"];
    private static readonly string[] Parts = ["year", "month", "day", "hour"];
    private static readonly string[] ChineseParts = ["年", "月", "日", "时"];

    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];
    private static readonly string[] HourForms = ["H:m:s", "H:m", "H时m分", "H时", "H点", "HHmm", "%H"];

    private static readonly string[] Forms =
    [
        .. from day in new[] { "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd" } from hour in new[] { "H:m:s.FFFFFFF", "H:m:s", "H:m", "H" } select $"{day} {hour}",
        .. from hour in new[] { "H时m分s秒", "H时m分", "H时", "H点", "H:m:s", "H:m" } from gap in new[] { "", " " } select $"yyyy年M月d日{gap}{hour}",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyyMMddHHmmss", "yyyyMMddHHmm", "yyyyMMddHH",
    ];

    private readonly int[] _columns;
    private readonly ImportTimes _times;
    private readonly bool _is1904;

    private TimeReader(int[] columns, ImportTimes times, bool is1904) => (_columns, _times, _is1904) = (columns, times, is1904);

    /// <summary>What is said where no column is a time.</summary>
    public static string Wanted => "没有找到时间列。请把时间列的表头写作“时间”“日期”或 date，或用“日期”和“时间”两列，或用 year、month、day、hour 四列。";

    /// <summary>How the times are understood, Chinese.</summary>
    public string Meaning => _times.Text;

    /// <summary>Columns that hold the time.</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>The reader for these headings; null where none of them is a time.</summary>
    /// <param name="headings">Of the file.</param>
    /// <param name="times">How its times are meant.</param>
    /// <param name="is1904">Serial days of the workbook count from 1904.</param>
    public static TimeReader? For(IReadOnlyList<string> headings, ImportTimes times, bool is1904 = false)
    {
        var names = headings.Select(heading => heading.Trim().ToLowerInvariant()).ToList();
        foreach (var parts in new[] { Parts, ChineseParts })
        {
            var columns = Array.ConvertAll(parts, names.IndexOf);
            if (columns.All(column => column >= 0))
                return new TimeReader(columns, times, is1904);
            if (times.Interval == Interval.Day && columns[..3].All(column => column >= 0))
                return new TimeReader(columns[..3], times, is1904);
        }

        var (day, hour) = (names.FindIndex(Days.Contains), names.FindIndex(Hours.Contains));
        if (day >= 0 && hour >= 0)
            return new TimeReader([day, hour], times, is1904);
        var one = Array.ConvertAll(Whole, names.IndexOf).FirstOrDefault(at => at >= 0, -1);
        return one < 0 ? null : new TimeReader([one], times, is1904);
    }

    /// <summary>Start of the period (UTC); null where the cells are no time, with a Chinese reason.</summary>
    public DateTime? Read(IReadOnlyList<string> cells, out string reason)
    {
        reason = "不是可以识别的时间。可写作 2026-03-05 08:00、2026/3/5 8:00、2026-03-05T08:00:00Z；日数据可只写日期 2026-03-05";
        if (_columns.Any(column => column >= cells.Count))
            return null;
        var texts = Array.ConvertAll(_columns, column => cells[column].Trim());
        var found = texts.Length switch { 1 => OfText(texts[0], ref reason), 2 => OfDayAndHour(texts[0], texts[1], ref reason), _ => OfParts(texts, ref reason) };
        return found is { } stamp ? Start(stamp) : null;
    }

    /// <summary>Start of the period (UTC); null where the cells are no time.</summary>
    public DateTime? Read(IReadOnlyList<string> cells) => Read(cells, out _);

    // The end belongs to the period before it; days without a time of day are days, whatever the stamps mean.
    private DateTime Start(Stamp stamp)
    {
        var utc = stamp.IsUtc ? stamp.Time : _times.Zone == ImportZone.Utc && !stamp.IsDay ? DateTime.SpecifyKind(stamp.Time, DateTimeKind.Utc) : ParkTime.ToUtc(stamp.Time);
        if (_times.Stamp == ImportStamp.Begin || stamp.IsDay)
            return utc;
        var within = utc.AddTicks(-1);
        return within.AddTicks(-(within.Ticks % TimeSpan.TicksPerHour));
    }

    private Stamp? OfText(string text, ref string reason)
    {
        if (Zoned().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned))
            return new(zoned.UtcDateTime, IsUtc: true);
        // Ten digits are seconds since 1970, which know no zone; yyyyMMddHH has ten as well and begins with 19 or 20. Thirteen are milliseconds.
        if (text.Length is 9 or 10 or 13 && !(text.Length == 10 && IsYear(text)) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return new(text.Length == 13 ? DateTime.UnixEpoch.AddMilliseconds(seconds) : DateTime.UnixEpoch.AddSeconds(seconds), IsUtc: true);
        if (OfMidnight(text, ref reason) is var (isMidnight, midnight) && isMidnight)
            return midnight;
        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time))
            return new(time, IsDay: _times.Interval == Interval.Day && time.TimeOfDay == TimeSpan.Zero);
        if (DayOf(text) is { } day)
            return OfDay(day, ref reason);
        return Serial(text);
    }

    // 24:00 is the end of its day.
    private (bool IsMidnight, Stamp? Stamp) OfMidnight(string text, ref string reason)
    {
        if (EndOfDay().Match(text) is not { Success: true } match || DayOf(match.Groups[1].Value.Trim()) is not { } day)
            return default;
        if (_times.Stamp == ImportStamp.End)
            return (true, new(day.AddDays(1)));
        reason = "24:00 只能是时段的结束，请把“时间的含义”选为时段结束（stamp=End）";
        return (true, null);
    }

    private Stamp? OfDay(DateTime day, ref string reason)
    {
        if (_times.Interval == Interval.Day)
            return new(day, IsDay: true);
        reason = "只有日期，没有时刻：小时数据须写明时刻；日数据请选择日数据级别";
        return null;
    }

    private Stamp? OfDayAndHour(string day, string hour, ref string reason)
    {
        // A workbook keeps a day as its midnight.
        const string Midnight = " 00:00:00";
        var isBare = hour.Length > 0 && day.EndsWith(Midnight, StringComparison.Ordinal);
        // A column called 时间 beside 日期 may hold all of it, and so may the first.
        if (DayOf(isBare ? day[..^Midnight.Length] : day) is not { } date)
            return OfText(day, ref reason);
        if (_times.Interval == Interval.Day && hour.Length == 0)
            return new(date, IsDay: true);
        if (hour is "24" or "24:00" or "24:00:00" or "24时")
            return OfMidnight(date.ToString("yyyy-M-d", CultureInfo.InvariantCulture) + " 24:00", ref reason).Stamp;
        if (DateTime.TryParseExact(hour, HourForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var clock))
            return new(date + clock.TimeOfDay);
        return DateTime.TryParseExact(hour, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var whole)
            ? new(whole.Year < 1901 ? date + whole.TimeOfDay : whole) // Excel's time of day is of 1899-12-30.
            : null;
    }

    private Stamp? OfParts(string[] texts, ref string reason)
    {
        var numbers = Array.ConvertAll(texts, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
        if (numbers[0] is < 1900 or > 2200 || numbers[1] is < 1 or > 12 || numbers[2] < 1 || numbers[2] > DateTime.DaysInMonth(numbers[0], numbers[1]))
            return null;
        var day = new DateTime(numbers[0], numbers[1], numbers[2]);
        if (numbers.Length == 3)
            return new(day, IsDay: true);
        return numbers[3] == 24 ? OfMidnight(day.ToString("yyyy-M-d", CultureInfo.InvariantCulture) + " 24:00", ref reason).Stamp : numbers[3] is >= 0 and < 24 ? new(day.AddHours(numbers[3])) : null;
    }

    /// <summary>Days since 1900 (or 1904) as workbooks keep them, 1954 … 2119.</summary>
    private Stamp? Serial(string text)
    {
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) || days is < 20_000 or > 80_000)
            return null;
        const int DaysBetween = 1462;
        var time = DateTime.FromOADate(days + (_is1904 ? DaysBetween : 0));
        // A twelfth of a second is what a serial day of fifteen digits can be wrong by after a spreadsheet's arithmetic.
        var rounded = new DateTime((time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        return new(rounded, IsDay: _times.Interval == Interval.Day && rounded.TimeOfDay == TimeSpan.Zero);
    }

    private static DateTime? DayOf(string text) => DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static bool IsYear(string text) => text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d{4}-\d{1,2}-\d{1,2}[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)? ?(Z|[+-]\d{2}:?\d{2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Zoned();

    [GeneratedRegex(@"^(.+?)[ T]?(?:24:00(?::00)?|24时)$")]
    private static partial Regex EndOfDay();

    /// <param name="Time">Wall clock, or UTC.</param>
    /// <param name="IsUtc">The text named its zone.</param>
    /// <param name="IsDay">A day without a time of day.</param>
    private readonly record struct Stamp(DateTime Time, bool IsUtc = false, bool IsDay = false);
}
