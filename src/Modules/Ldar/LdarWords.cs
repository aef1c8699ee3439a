using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Ldar;

/// <summary>Words and figures as people read them.</summary>
internal static class LdarWords
{
    /// <summary>Clocks of instruments and of the park differ.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static string Ppm(double? ppm) => ppm is { } amount ? amount.ToString("0.##", CultureInfo.InvariantCulture) : "—";

    public static string Kilograms(double? mass) => mass is { } amount ? amount.ToString(amount is < 0.01 and > 0 ? "0.######" : "0.###", CultureInfo.InvariantCulture) : "—";

    public static string Share(double? share) => share is { } part ? part.ToString("0.0 %", CultureInfo.InvariantCulture) : "—";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    public static string Wall(DateTime utc) => ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Wall(DateTime? utc) => utc is { } time ? Wall(time) : "—";

    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(ParkTime.FromUtc(utc));

    /// <summary>UTC of the beginning of a day in the park.</summary>
    public static DateTime Begin(DateOnly day) => ParkTime.ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>UTC of the end of a day in the park.</summary>
    public static DateTime End(DateOnly day) => Begin(day.AddDays(1));

    /// <summary>Says that a moment has not come yet.</summary>
    public static Problem? Future(DateTime? time, DateTime now, string label, string field) => time > now + Ahead ? new("future", $"{label} {Wall(time.Value)} 还没有到，只记已发生的。", field) : null;

    /// <summary>Sheets and forms take a number for the id of a record: what others refer to by its code has a letter in it.</summary>
    public static string? CheckCode(string code) => code.All(char.IsAsciiDigit) ? $"编号“{code}”全是数字，导入时会与记录序号混淆，请加字母前缀，如 P-{code}。" : null;
}
