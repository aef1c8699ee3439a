using System.Globalization;
using System.Text.RegularExpressions;

namespace EcoPark.Standards;

/// <summary>A laboratory's result: a figure, or not detected with the detection limit.</summary>
/// <param name="Value">Null where nothing was detected.</param>
/// <param name="DetectionLimit">Where nothing was detected.</param>
public readonly partial record struct SampleResult(decimal? Value, decimal? DetectionLimit)
{
    /// <summary>Half of the detection limit stands for what was not detected in means and trends (HJ/T 164, 地表水环境质量监测技术规范).</summary>
    public double Figure => (double)(Value ?? DetectionLimit!.Value / 2);

    /// <summary>The value, or the detection limit that it lies below.</summary>
    public decimal Written => Value ?? DetectionLimit!.Value;

    public bool IsBelow => Value is null;

    /// <summary>“12.5”, “&lt;0.05”, “0.05L”, “ND0.05”, “ND(0.05)”, “未检出（0.05）”; <see langword="null"/> where it is none of these.</summary>
    public static SampleResult? Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success || !decimal.TryParse(match.Groups["n"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > 1e12m)
            return null;
        var isBelow = match.Groups["below"].Success || match.Groups["l"].Success;
        return isBelow ? number > 0 ? new SampleResult(null, number) : null : new SampleResult(number, null);
    }

    /// <summary>Chinese reason why a result is none that the factor can have; <see langword="null"/> where it can, or nothing is known of it.</summary>
    /// <param name="of">What was sampled; without it the code of the factor tells.</param>
    public static string? Implausible(string text, string factor, string unit, Medium? of = null)
    {
        if (Parse(text) is not { } result || FactorTable.FindAnywhere(factor) is not { } known)
            return null;
        var medium = of ?? known.Key[0] switch { 'w' when known.HasCode => Medium.WasteWater, 'a' when known.HasCode => Medium.AmbientAir, _ when known.Unit == Standards.Unit.Decibel => Medium.Noise, _ => Medium.Soil };
        return PlausibleRange.Of(known.Key, medium, Standards.Unit.Of(unit)) is { } range && !range.Contains((double)result.Written)
            ? $"{known.Name}的结果“{text}”不可能：应{(double.IsPositiveInfinity(range.High) ? "" : "在 ")}{range.Text} {unit}，请核对数值和单位。" : null;
    }

    /// <summary>Chinese reason why a text is no result; <see langword="null"/> where it is one.</summary>
    public static string? Check(string text) => Parse(text) is null ? $"“{text}”不是监测结果：请填数值，未检出写作 <检出限（如 <0.05）或 0.05L。" : null;

    [GeneratedRegex(@"^(?<below>[<＜]|ND|未检出)?\s*[（(]?\s*[<＜]?\s*(?<n>[-+]?\d*\.?\d+(?:E[-+]?\d+)?)\s*(?<l>L)?\s*[）)]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
