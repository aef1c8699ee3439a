using System.Globalization;

namespace EcoPark.Platform.Time;

/// <summary>Days and instants of the park as people read them.</summary>
public static class ParkWords
{
    /// <summary>Clocks of instruments and of the park differ.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    /// <summary>“12.5 %”, of 0…1.</summary>
    public static string Share(double? share) => share is { } part ? part.ToString("0.0 %", CultureInfo.InvariantCulture) : "—";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    public static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Wall(DateTime? utc) => utc is { } time ? Wall(time) : "—";

    /// <summary>Day of the park that an instant lies in.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ParkTime.FromUtc(utc));

    /// <summary>UTC of the beginning of a day in the park.</summary>
    public static DateTime Begin(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>UTC of the end of a day in the park.</summary>
    public static DateTime End(DateOnly day) => Begin(day.AddDays(1));

    /// <summary>Says that a moment has not come yet.</summary>
    public static Problem? Future(DateTime? time, DateTime now, string label, string field) => time > now + Ahead ? new("future", $"{label} {Wall(time.Value)} 还没有到，只记已发生的。", field) : null;
}
