using System.Globalization;
using EcoPark.Analysis;
using EcoPark.Analysis.Trends;
using EcoPark.Modules.Quality.Grids;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>What a trend test found, in words that do not claim more than it did.</summary>
internal static class TrendWords
{
    public static string Of(TrendResult trend) => Math.Sign(trend.S) switch
    {
        _ when trend.Confidence == Analysis.Confidence.Unknown => "样本太少，不能检验",
        0 => "没有趋势",
        1 => $"{Sureness(trend)}上升",
        _ => $"{Sureness(trend)}下降",
    };

    /// <param name="perYear">Steps of the slope in a year.</param>
    public static string Sentence(GridColumn column, TrendResult trend, double perYear) => trend.Direction == 0
        ? $"{column.Name}：{(trend.Confidence == Analysis.Confidence.Unknown ? "样本太少，不能说有无趋势" : "在 95 % 的把握下没有发现趋势")}。"
        : string.Create(CultureInfo.InvariantCulture, $"{column.Name}{(trend.Direction > 0 ? "上升" : "下降")}，平均每年 {Math.Abs(trend.Slope * perYear):G3} {column.Unit}（95 % 区间 {trend.SlopeLower * perYear:G3} ～ {trend.SlopeUpper * perYear:G3}），把握{Share(trend)}。");

    private static string Sureness(TrendResult trend) => trend.P < 0.01 ? "极显著" : trend.P < 0.05 ? "显著" : trend.P < 0.1 ? "可能" : "不显著地";

    private static string Share(TrendResult trend) => trend.P < 0.001 ? "大于 99.9 %" : trend.P < 0.01 ? "大于 99 %" : "大于 95 %";
}
