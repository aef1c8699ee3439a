using EcoPark.Modules.Quality.Views.Tabs;

namespace EcoPark.Modules.Quality.Views;

/// <summary>A tab of a medium's page.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Component">Takes a <see cref="StationView"/> as View.</param>
/// <param name="NeedsRange">Shows a range to choose from.</param>
/// <param name="NeedsStation">Is about one station, which it shows to choose from.</param>
/// <param name="UsualRange">Range before anybody chooses.</param>
internal sealed record WatchTab(string Key, string Title, Type Component, bool NeedsRange = true, string UsualRange = "1y", bool NeedsStation = true)
{
    public static readonly IReadOnlyList<WatchTab> All =
    [
        new("overview", "概览", typeof(OverviewTab), NeedsRange: false, NeedsStation: false),
        new("data", "数据与评价", typeof(DataTab), UsualRange: "7d"),
        new("aqi", "优良天数", typeof(AqiTab)),
        new("statistics", "统计", typeof(StatisticsTab)),
        new("pattern", "变化规律", typeof(PatternTab)),
        new("wind", "风与污染", typeof(WindTab)),
        new("trend", "趋势", typeof(TrendTab)),
        new("correlation", "关联", typeof(CorrelationTab)),
        new("forecast", "预警预报", typeof(ForecastTab), NeedsRange: false),
        new("completeness", "完成情况", typeof(CompletenessTab), NeedsStation: false),
        new("review", "审核", typeof(ReviewTab), UsualRange: "24h"),
    ];

    /// <summary>Tabs that make sense for a medium.</summary>
    public static IReadOnlyList<WatchTab> Of(QualityMedium medium) =>
    [
        .. All.Where(tab => tab.Key switch
        {
            "aqi" => medium == QualityMedium.Air,
            "wind" => medium == QualityMedium.Air || medium == QualityMedium.Weather,
            "forecast" => Forecasts.ForecastFactors.Of(medium).Count > 0,
            _ => true,
        }),
    ];
}
