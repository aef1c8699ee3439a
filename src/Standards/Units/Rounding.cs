using System.Globalization;

namespace EcoPark.Standards;

/// <summary>Rounding by GB/T 8170-2008, 四舍六入五成双, on decimals, so that 0.125 is really halfway.</summary>
public static class Rounding
{
    /// <summary>Rounds to decimal places (修约间隔 10^-n); negative <paramref name="decimals"/> rounds to tens, hundreds … .</summary>
    public static decimal ToDecimals(decimal value, int decimals)
    {
        if (decimals >= 0)
            return decimal.Round(value, decimals, MidpointRounding.ToEven);
        var interval = PowerOfTen(-decimals);
        return decimal.Round(value / interval, 0, MidpointRounding.ToEven) * interval;
    }

    /// <summary>Rounds to significant digits, GB/T 8170-2008 3.2.</summary>
    /// <param name="digits">1 … 28.</param>
    public static decimal ToSignificant(decimal value, int digits)
    {
        if (value == 0)
            return 0;
        var magnitude = (int)Math.Floor(Math.Log10((double)Math.Abs(value)));
        // The logarithm of a binary double can miss by one next to a power of ten.
        if (Math.Abs(value) >= Power(magnitude + 1))
            magnitude++;
        else if (Math.Abs(value) < Power(magnitude))
            magnitude--;
        return ToDecimals(value, Math.Min(digits - 1 - magnitude, 28));
    }

    /// <summary>The decimal a person would read off a double: 15 significant digits, so that 0.285 is 0.285 and not 0.28499999999999998.</summary>
    /// <exception cref="OverflowException">NaN, infinite, or beyond ±7.9·10²⁸.</exception>
    public static decimal FromDouble(double value) => (decimal)value;

    /// <summary>As <see cref="FromDouble"/>; <see langword="null"/> for what is no number or so large that nothing measured it, and that products of two would not hold: 10¹² and more.</summary>
    public static decimal? Figure(double? value) => value is { } number && double.IsFinite(number) && Math.Abs(number) < 1e12 ? FromDouble(number) : null;

    /// <summary>A double without the digits that only its binary form has: 60.4, not 60.40000000000001.</summary>
    public static double Shortened(double value) => double.IsFinite(value) && Math.Abs(value) is < 1e15 and > 1e-12 ? (double)(decimal)value : value;

    /// <summary>A figure as reports write it, rounded by the standard; the figure itself where it is too large for that.</summary>
    public static string Text(double value, int decimals) => double.IsFinite(value) && Math.Abs(value) < 1e15
        ? ToDecimals((decimal)value, decimals).ToString("F" + Math.Max(decimals, 0), CultureInfo.InvariantCulture)
        : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>How many decimal places a figure is written with: 0.10 has two.</summary>
    public static int DecimalsOf(decimal value) => value.Scale;

    private static decimal Power(int exponent) => exponent >= 0 ? PowerOfTen(exponent) : 1m / PowerOfTen(-exponent);

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10m;
        return power;
    }
}
