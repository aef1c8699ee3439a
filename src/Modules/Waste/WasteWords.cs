using System.Globalization;

namespace EcoPark.Modules.Waste;

/// <summary>Words and figures as people read them.</summary>
internal static class WasteWords
{
    public const string Hazardous = "危险废物";
    public const string General = "一般工业固体废物";

    public static readonly IReadOnlyList<string> Classes = [Hazardous, General];

    /// <summary>Below this two amounts are the same: a gram, in t.</summary>
    public const double Gram = 1e-6;

    public static string Tonnes(double? tonnes) => tonnes is { } amount ? amount.ToString("0.####", CultureInfo.InvariantCulture) : "—";

    public static string Share(double? share) => share is { } part ? part.ToString("0.0 %", CultureInfo.InvariantCulture) : "—";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "—";

    public static string Wall(DateTime utc) => Platform.Time.ParkTime.FromUtc(utc).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
