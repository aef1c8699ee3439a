using System.Globalization;

namespace EcoPark.Modules.OneMap;

/// <summary>Black or white on a colour, whichever reads better (WCAG 2: relative luminance).</summary>
internal static class SignInk
{
    public static bool IsWhiteOn(string colour)
    {
        if (colour.Length != 7 || !int.TryParse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
            return false;
        var light = (0.2126 * Linear(rgb >> 16)) + (0.7152 * Linear((rgb >> 8) & 255)) + (0.0722 * Linear(rgb & 255));
        // Contrast 1.05 / (L + 0.05) with white against (L + 0.05) / 0.05 with black.
        return 1.05 / (light + 0.05) > (light + 0.05) / 0.05;
    }

    private static double Linear(int part) => part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
