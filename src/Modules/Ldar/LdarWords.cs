using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Ldar;

/// <summary>Words and figures as people read them.</summary>
internal static class LdarWords
{
    public static string Ppm(double? ppm) => ppm is { } amount ? amount.ToString("0.##", CultureInfo.InvariantCulture) : "—";

    public static string Kilograms(double? mass) => mass is { } amount ? amount.ToString(amount is < 0.01 and > 0 ? "0.######" : "0.###", CultureInfo.InvariantCulture) : "—";

    public static string Yuan(double? yuan) => yuan is { } amount ? amount.ToString("#,0.00", CultureInfo.InvariantCulture) : "—";

    public static string Share(double? share) => ParkWords.Share(share);

    public static string Day(DateOnly? day) => ParkWords.Day(day);

    public static string Wall(DateTime utc) => ParkWords.Wall(utc);

    public static string Wall(DateTime? utc) => ParkWords.Wall(utc);

    public static DateOnly DayOf(DateTime utc) => ParkWords.DayOf(utc);

    /// <summary>UTC of the beginning of a day in the park.</summary>
    public static DateTime Begin(DateOnly day) => ParkWords.Begin(day);

    /// <summary>UTC of the end of a day in the park.</summary>
    public static DateTime End(DateOnly day) => ParkWords.End(day);

    /// <summary>Says that a moment has not come yet.</summary>
    public static Problem? Future(DateTime? time, DateTime now, string label, string field) => ParkWords.Future(time, now, label, field);

    /// <summary>Sheets and forms take a number for the id of a record: what others refer to by its code has a letter in it.</summary>
    public static string? CheckCode(string code) => code.All(char.IsAsciiDigit) ? $"编号“{code}”全是数字，导入时会与记录序号混淆，请加字母前缀，如 P-{code}。" : null;
}
