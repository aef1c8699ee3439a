using System.Globalization;
using EcoPark.Analysis;
using EcoPark.Analysis.Trends;
using EcoPark.Modules.Quality.Grids;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>What a trend test found, in words that do not claim more than it did.</summary>
internal static class TrendWords
{
    private const int FewestValues = 4;

    public static string Of(TrendResult trend) => Math.Sign(trend.S) switch
    {
        _ when trend.Confidence == Analysis.Confidence.Unknown => "样本太少，不能检验",
        0 => "没有趋势",
        1 => $"{Sureness(trend)}上升",
        _ => $"{Sureness(trend)}下降",
    };

    /// <summary>The headline: never more than the deciding test says.</summary>
    public static string Sentence(GridColumn column, StationTrend found)
    {
        if (found.Series.Count < FewestValues)
            return $"{column.Name}：只有 {found.Series.Count} 个值，样本太少，不能说有无趋势。";
        if (!found.Series.HasDetected)
            return string.Create(CultureInfo.InvariantCulture, $"{column.Name}：{found.Series.Count} 个值都低于检出限（至多 {found.Series.Limit:G4} {column.Unit}），没有趋势可言；检出限的变化不是浓度的变化。");
        if (found.Decides is not { } test)
            return $"{column.Name}：不足三年的逐月数据不能把趋势与季节起伏分开，不下结论（未扣除季节影响的检验 p = {P(found.Tests[0].Trend)}，仅供参考）。";
        if (found.IsMixed)
            return $"{column.Name}：各月的趋势不一致（p = {P(found.HeterogeneityP!.Value)}），不能用一个趋势概括，请分月看。";
        var trend = test.Trend;
        if (trend.Direction == 0)
            return $"{column.Name}：{(trend.Confidence == Analysis.Confidence.Unknown ? "样本太少，不能说有无趋势" : "在 95 % 的把握下没有发现趋势")}。{Censored(found)}";
        var size = found.Series.HasSlope
            ? string.Create(CultureInfo.InvariantCulture, $"，平均每年 {Math.Abs(trend.Slope * test.PerYear):G3} {column.Unit}（95 % 区间 {trend.SlopeLower * test.PerYear:G3} ～ {trend.SlopeUpper * test.PerYear:G3}）")
            : "（低于检出限的值较多，不给出变化幅度）";
        return $"{column.Name}{(trend.Direction > 0 ? "上升" : "下降")}{size}，把握{Share(trend)}。{Censored(found)}";
    }

    private static string Censored(StationTrend found) => found.Series.Tied == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $"低于最高检出限 {found.Series.Limit:G4} 的 {found.Series.Tied} 个值（{found.Series.Share:P0}）按并列处理。");

    private static string P(TrendResult trend) => P(trend.P);

    private static string P(double p) => p.ToString("F4", CultureInfo.InvariantCulture);

    private static string Sureness(TrendResult trend) => trend.P < 0.01 ? "极显著" : trend.P < 0.05 ? "显著" : trend.P < 0.1 ? "可能" : "不显著地";

    private static string Share(TrendResult trend) => trend.P < 0.001 ? "大于 99.9 %" : trend.P < 0.01 ? "大于 99 %" : "大于 95 %";
}
