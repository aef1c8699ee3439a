using System.Globalization;

namespace EcoPark.Standards;

/// <summary>A result as laboratories write it: 7.2, &lt;0.05, 0.05L, ND.</summary>
/// <param name="Value">Null where nothing was detected.</param>
/// <param name="DetectionLimit">Set where nothing was detected and the limit is stated.</param>
/// <param name="IsDetected">Whether a value was found.</param>
public readonly record struct ReportedValue(decimal? Value, decimal? DetectionLimit, bool IsDetected)
{
    private static readonly string[] NothingFound = ["ND", "N.D.", "未检出"];

    /// <summary>Reads a result; false where the text is none.</summary>
    /// <remarks>0.05L stands for "below the detection limit 0.05" (HJ 91.1 and HJ/T 164 reports).</remarks>
    public static bool TryParse(string? text, out ReportedValue value)
    {
        value = default;
        var trimmed = text?.Trim().Replace('＜', '<').Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (NothingFound.Contains(trimmed, StringComparer.OrdinalIgnoreCase))
        {
            value = new(null, null, false);
            return true;
        }

        var isBelow = trimmed.StartsWith('<') || trimmed.EndsWith('L') || trimmed.EndsWith('l');
        if (!decimal.TryParse(trimmed.Trim('<', 'L', 'l'), NumberStyles.Float, CultureInfo.InvariantCulture, out var figure))
            return false;
        value = isBelow ? new(null, figure, false) : new(figure, null, true);
        return true;
    }
}
