using System.Globalization;

namespace EcoPark.Hj212;

/// <summary>Numbers and times as the data area writes them. Nothing here throws.</summary>
internal static class Decimals
{
    private const int ExactDigits = 15;

    private static readonly double[] Tens = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>A finite decimal number: sign, digits, one point, exponent. NaN, ∞, -, 1.2.3 and blanks are none.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        var digits = text;
        var isNegative = digits is [(byte)'-', ..];
        if (isNegative || digits is [(byte)'+', ..])
            digits = digits[1..];

        // Up to 15 digits the mantissa and the power of ten are exact, so one division rounds as it should.
        long mantissa = 0;
        int count = 0, decimals = -1;
        foreach (var one in digits)
        {
            if (one == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (one is < (byte)'0' or > (byte)'9' || ++count > ExactDigits)
                return TryParseSlowly(text, out value);
            mantissa = (mantissa * 10) + one - '0';
            if (decimals >= 0)
                decimals++;
        }

        value = decimals > 0 ? mantissa / Tens[decimals] : mantissa;
        if (isNegative)
            value = -value;
        return count > 0;
    }

    /// <summary>YYYYMMDDhhmmss, optionally with milliseconds.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out DateTime time)
    {
        time = default;
        if (text.Length is not (14 or 17)
            || !TryDigits(text[..4], out var year) || !TryDigits(text.Slice(4, 2), out var month) || !TryDigits(text.Slice(6, 2), out var day)
            || !TryDigits(text.Slice(8, 2), out var hour) || !TryDigits(text.Slice(10, 2), out var minute) || !TryDigits(text.Slice(12, 2), out var second))
        {
            return false;
        }

        var milliseconds = 0;
        if (text.Length == 17 && !TryDigits(text[14..], out milliseconds))
            return false;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
            return false;
        time = new DateTime(year, month, day, hour, minute, second, milliseconds);
        return true;
    }

    public static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        if (text.Length is 0 or > 9)
            return false;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + digit - '0';
        }

        return true;
    }

    private static bool TryParseSlowly(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        return text.IndexOfAnyExcept("0123456789+-.eE"u8) < 0
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}
