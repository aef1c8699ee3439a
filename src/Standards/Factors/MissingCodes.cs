using System.Collections.Frozen;

namespace EcoPark.Standards;

/// <summary>Figures that stand for “nothing was measured” in files of all the world: −9999, −999, 99999, −99.9 …</summary>
public static class MissingCodes
{
    private static readonly FrozenSet<double> Nines = FrozenSet.ToFrozenSet([99, 99.9, 99.99, 999, 999.9, 999.99, 9999, 9999.9, 9999.99, 99999, 99999.9, 99999.99, 999999, 9999999]);

    /// <summary>Whether a figure is such a code.</summary>
    /// <param name="value">As the file writes it.</param>
    /// <param name="range">What the factor can be, in the same unit; null where that is not known.</param>
    /// <remarks>A value that the factor can well have is none (−99 Pa in a flue, 999 hPa), unless it is four nines or more below zero or of a concentration.</remarks>
    public static bool IsMissing(double value, PlausibleRange? range)
    {
        var size = Math.Abs(value);
        if (!Nines.Contains(size))
            return false;
        if (range is { } known)
            return !known.Contains(value) || (size >= 9999 && (value < 0 || known.Low == 0));
        return value <= -999 || value >= 99999;
    }
}
