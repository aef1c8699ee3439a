using System.Globalization;
using EcoPark.Analysis.Censoring;
using EcoPark.Standards;

namespace EcoPark.Modules.Manual;

/// <summary>Words and figures as people read them.</summary>
internal static class ManualWords
{
    public static readonly IReadOnlyDictionary<CensorRule, string> Rules = new Dictionary<CensorRule, string>
    {
        [CensorRule.Half] = "未检出按检出限一半",
        [CensorRule.Zero] = "未检出按 0",
        [CensorRule.Limit] = "未检出按检出限",
        [CensorRule.KaplanMeier] = "Kaplan–Meier 估计",
    };

    public static string Figure(double? value) => value is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : "—";

    /// <summary>“&lt;0.05” where nothing was detected.</summary>
    public static string Measured(double? value, bool isBelow) => isBelow ? "<" + Figure(value) : Figure(value);

    /// <summary>Four digits: it is worked out, not measured.</summary>
    public static string Worked(double? value) => value is { } number && double.IsFinite(number) ? Rounding.ToSignificant((decimal)number, Math.Abs(number) >= 1_000 ? 7 : 4).ToString("0.############", CultureInfo.InvariantCulture) : "—";

    /// <summary>A point with its enterprise, which many points have in their name.</summary>
    public static string Place(string enterprise, string point) => point.StartsWith(enterprise, StringComparison.Ordinal) ? point : enterprise + point;
}
