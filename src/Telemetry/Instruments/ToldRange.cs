using System.Globalization;

namespace EcoPark.Telemetry.Instruments;

/// <summary>测量量程 as an analyser says it (HJ 212-2017 table B.10, i13001): <c>0-500</c> or <c>500</c>, in the unit that it sends its values in.</summary>
internal static class ToldRange
{
    public const string Code = "i13001";

    private static readonly char[] Between = ['-', '~', '～', ','];

    /// <summary><see langword="null"/> where no range can be read from it.</summary>
    public static (decimal Low, decimal High)? Read(string? text)
    {
        if (text is null || text.Split(Between, StringSplitOptions.TrimEntries) is not { Length: 1 or 2 } bounds || Number(bounds[^1]) is not { } high)
            return null;
        return (bounds.Length == 1 ? 0 : Number(bounds[0])) is { } low && low < high ? (low, high) : null;
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
