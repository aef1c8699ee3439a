using System.Globalization;
using EcoPark.Standards;

namespace EcoPark.Modules.Outlets;

/// <summary>Verdicts and amounts in words, the same on pages and in exports.</summary>
public static class OutletWords
{
    /// <summary>“超标 0.25 倍（GB 31571-2015 ≤ 50 mg/m³）”; empty where nothing is judged.</summary>
    public static string Of(Verdict? verdict) => verdict is null or { Outcome: LimitOutcome.NoLimit } ? "" : string.Create(CultureInfo.InvariantCulture,
        $"{(verdict.Outcome == LimitOutcome.Fail ? "超标" : verdict.Outcome == LimitOutcome.Pass ? "达标" : "无法判定")}{(verdict.ExceedanceMultiple is { } multiple ? $" {multiple:0.##} 倍" : "")}（{verdict.StandardNumber} {verdict.LimitText}{(verdict.IsIndicative ? "，仅供参考" : "")}）");

    public static string Share(decimal? share) => Share((double?)share);

    /// <summary>Never “-0.0 %”.</summary>
    public static string Share(double? share) => share is { } number ? (Math.Round(number, 3) + 0.0).ToString("P1", CultureInfo.InvariantCulture) : "—";

    /// <summary>t of an amount in kg, with the digits that mean something; nothing is “—”.</summary>
    public static string Tonnes(double? kilograms) => kilograms is not { } number || number == 0 ? "—"
        : (number / 1_000).ToString(Math.Abs(number) >= 100_000 ? "N1" : Math.Abs(number) >= 1_000 ? "N3" : "N4", CultureInfo.InvariantCulture);

    /// <summary>kg with the digits that mean something.</summary>
    public static string Kilograms(double? kilograms) => kilograms is { } number ? number.ToString(Math.Abs(number) >= 100 ? "N0" : Math.Abs(number) >= 1 ? "N2" : "N4", CultureInfo.InvariantCulture) : "—";

    public static string Kilograms(decimal? kilograms) => Kilograms((double?)kilograms);

    public static string Figure(decimal? value, int decimals) => value is { } number ? decimal.Round(number, decimals).ToString("F" + decimals, CultureInfo.InvariantCulture) : "—";

    public static string Figure(double? value, int decimals) => value is { } number ? number.ToString("F" + decimals, CultureInfo.InvariantCulture) : "—";
}
