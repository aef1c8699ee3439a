using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Records;

/// <summary>Days, instants and times of day as people write them, as cells of Excel hold them and as programs send them.</summary>
internal static class TimeParser
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    private static readonly string[] ClockForms = ["H:mm", "H:mm:ss"];

    private static readonly string[] MomentForms =
        [.. DayForms.SelectMany(day => ClockForms.Append("H时m分").SelectMany(clock => new[] { $"{day} {clock}", $"{day}'T'{clock}" })), "yyyyMMddHHmm", "yyyyMMddHHmmss"];

    private static readonly string[] DayOrMoment = [.. DayForms, .. MomentForms];

    /// <summary>Days since 1900 as Excel counts, to the year 9999.</summary>
    private const double LastSerial = 2_958_466;

    public static DateOnly? Day(object value) => value switch
    {
        DateOnly day => day,
        DateTime time => DateOnly.FromDateTime(time),
        double serial and > 0 and < LastSerial => DateOnly.FromDateTime(DateTime.FromOADate(serial)),
        string or double when Exact(FieldText.Stored(value), DayOrMoment) is { } time => DateOnly.FromDateTime(time),
        _ => null,
    };

    /// <summary>UTC. What has no zone of its own is on the park's clock; a day alone is its beginning.</summary>
    public static DateTime? Moment(object value) => value switch
    {
        DateTime { Kind: DateTimeKind.Utc } utc => Known(utc) ? Whole(utc) : null,
        DateTime wall => OnWall(wall),
        DateOnly day => OnWall(day.ToDateTime(TimeOnly.MinValue)),
        double serial and > 0 and < LastSerial => OnWall(DateTime.FromOADate(serial)),
        string text when Exact(text, DayOrMoment) is { } wall => OnWall(wall),
        // ISO 8601 with an offset; without one it would be a guess.
        string text when HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) =>
            Known(told.UtcDateTime) ? Whole(told.UtcDateTime) : null,
        _ => null,
    };

    public static TimeOnly? TimeOfDay(object value) => value switch
    {
        TimeOnly time => Minute(time),
        TimeSpan span when span >= TimeSpan.Zero && span < TimeSpan.FromDays(1) => Minute(TimeOnly.FromTimeSpan(span)),
        DateTime { Year: < 9999 } time => Minute(TimeOnly.FromDateTime(Whole(time))),
        double part and >= 0 and < 1 => Minute(TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(Math.Round(part * 86_400) % 86_400))),
        string text when TimeOnly.TryParseExact(text, ClockForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => Minute(time),
        _ => null,
    };

    private static DateTime? OnWall(DateTime wall) => Known(wall) ? Whole(ParkTime.ToUtc(wall)) : null;

    /// <summary>Far from the ends of what can be reckoned with.</summary>
    private static bool Known(DateTime time) => time.Year is >= 1900 and < 9999;

    private static DateTime? Exact(string text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;

    private static bool HasOffset(string text) =>
        text.Length > 10 && (text.EndsWith('Z') || text.LastIndexOf('+') > 10 || text.LastIndexOf('-') > 10);

    /// <summary>Excel's numbers miss the second by a hair.</summary>
    private static DateTime Whole(DateTime time) =>
        new DateTime((time.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, time.Kind);

    private static TimeOnly Minute(TimeOnly time) => new(time.Hour, time.Minute);
}
