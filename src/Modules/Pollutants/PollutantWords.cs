using System.Globalization;

namespace EcoPark.Modules.Pollutants;

internal static class PollutantWords
{
    /// <summary>Four significant digits: what was averaged is no more exact.</summary>
    public static string Worked(double? value) => value switch
    {
        null => "—",
        0 => "0",
        { } some when Math.Abs(some) >= 1_000 => some.ToString("0", CultureInfo.InvariantCulture),
        { } some => some.ToString("G4", CultureInfo.InvariantCulture) is var text && text.Contains('E', StringComparison.Ordinal) ? ((decimal)some).ToString(CultureInfo.InvariantCulture) : some.ToString("G4", CultureInfo.InvariantCulture),
    };

    public static string Percent(double? share) => share?.ToString("0.0 %", CultureInfo.InvariantCulture) ?? "—";

    public static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);
}
