using System.Globalization;
using System.Text.RegularExpressions;

namespace EcoPark.Standards.Sources;

/// <summary>最高允许排放速率 of a stack of any height, GB 16297-1996 appendix B.</summary>
public static partial class StackRateLimit
{
    /// <summary>Interpolation is stated in the limit list; how to go beyond the listed heights is recalled.</summary>
    public static RuleBasis Extrapolation { get; } = new("GB 16297-1996 附录 B：高于（低于）表列最高（最低）值时按高度平方外推，低于 15 m 时再严格 50 %", Confidence.Recalled);

    /// <summary>Limit at a height; null where the library has no rates of the factor.</summary>
    /// <param name="factor">Code or name.</param>
    /// <param name="height">Height of the stack, m, above 0.</param>
    /// <param name="day">Day in the park's zone.</param>
    /// <param name="allowExtrapolation">Whether the recalled rule beyond the listed heights may be used; otherwise such heights give null.</param>
    public static Limit? At(string factor, decimal height, DateOnly day, bool allowExtrapolation = false, LimitLibrary? library = null)
    {
        var query = new LimitQuery(factor, Medium.FlueGas, day) { StandardNumber = "GB 16297-1996", Kind = LimitKind.EmissionRate };
        var rows = (library ?? LimitLibrary.Default).Find(query)
            .Where(limit => limit.Upper is not null && Stated().IsMatch(limit.Condition))
            .Select(limit => (Height: HeightOf(limit), Limit: limit))
            .OrderBy(row => row.Height)
            .ToList();
        // Several rows of one height belong to different dusts or uses: which one applies is for the caller to say.
        if (rows.Count == 0 || rows.Select(row => row.Height).Distinct().Count() != rows.Count)
            return null;

        var above = rows.FindIndex(row => row.Height >= height);
        if (above >= 0 && rows[above].Height == height)
            return rows[above].Limit;
        if (above > 0)
            return Between(rows[above - 1], rows[above], height);
        return allowExtrapolation ? Beyond(above < 0 ? rows[^1] : rows[0], height) : null;
    }

    private static Limit Between((decimal Height, Limit Limit) low, (decimal Height, Limit Limit) high, decimal height)
    {
        var rate = low.Limit.Upper!.Value + (high.Limit.Upper!.Value - low.Limit.Upper.Value) * (height - low.Height) / (high.Height - low.Height);
        return low.Limit with { Upper = rate, Condition = FormattableString.Invariant($"表2；排气筒{height} m（{low.Height} m 与 {high.Height} m 之间内插）") };
    }

    private static Limit Beyond((decimal Height, Limit Limit) nearest, decimal height)
    {
        var ratio = height / nearest.Height;
        var rate = nearest.Limit.Upper!.Value * ratio * ratio * (height < 15 ? 0.5m : 1);
        return nearest.Limit with { Upper = rate, Condition = FormattableString.Invariant($"表2；排气筒{height} m（外推）"), Confidence = Confidence.Recalled };
    }

    private static decimal HeightOf(Limit limit) => decimal.Parse(Stated().Match(limit.Condition).Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"排气筒(\d+(?:\.\d+)?) m")]
    private static partial Regex Stated();
}
