using System.Globalization;
using EcoPark.Analysis.Censoring;

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
    public static string Worked(double? value) => value is { } number ? number.ToString(Math.Abs(number) is > 0 and < 0.001 ? "0.###E+0" : "0.####", CultureInfo.InvariantCulture) : "—";
}
