using System.Globalization;

namespace EcoPark.Standards;

/// <summary>Chinese wording of limits.</summary>
internal static class LimitText
{
    public static string Of(Limit limit)
    {
        var unit = limit.Unit == Unit.None ? "" : " " + limit.Unit.Symbol;
        return (limit.Lower, limit.Upper) switch
        {
            ({ } lower, { } upper) => $"{Figure(lower)}～{Figure(upper)}{unit}",
            ({ } lower, null) => $"≥ {Figure(lower)}{unit}",
            (null, { } upper) => $"≤ {Figure(upper)}{unit}",
            _ => limit.Remark.Length > 0 ? limit.Remark : "无数值限值",
        };
    }

    public static string Figure(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
