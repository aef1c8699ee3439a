using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Standards.Soil;
using EcoPark.Standards.Water;
using EcoPark.Web.Components;

namespace EcoPark.Modules.Quality.Views;

/// <summary>How a station looks on every map: the colour that a standard gives its index or class, with the index or class in it.</summary>
public static class StationSign
{
    private static readonly MapSign Kept = new("达标", MapSign.Good, "✓");
    private static readonly MapSign Exceeded = new("超标", MapSign.Bad, "!") { Rank = 13 };
    private static readonly MapSign Measured = new("有数据，不评价", MapSign.Plain, "○");
    private static readonly MapSign Unjudged = new("无法评价", MapSign.Silent, "?");

    /// <param name="state">The station now.</param>
    /// <param name="isFresh">An automatic station's hour is the present one; samples do not age.</param>
    public static MapSign Of(StationState state, bool isFresh) => state.Assessment is not { } assessment ? MapSign.None("没有数据")
        : !state.IsManual && !isFresh ? MapSign.None("数据中断")
        : assessment switch
        {
            { Air: { Level: { } level } air } => MapSign.Of(level, air.Text),
            { Air: not null } => Unjudged,
            { Water: { Class: { } water } } => MapSign.Of(water, assessment.IsExceeding),
            { Water: not null } => Unjudged,
            { Soil: { } soil } => Of(soil.Risk),
            _ when assessment.IsExceeding => Exceeded,
            _ when assessment.Cells.Any(cell => cell?.Outcome == LimitOutcome.Pass) => Kept,
            _ => Measured,
        };

    /// <summary>What the signs of a medium mean.</summary>
    public static IReadOnlyList<MapSign> Legend(QualityMedium medium) => medium.Medium switch
    {
        Medium.AmbientAir => [.. AirLevels.All.Select(level => MapSign.Of(level, level.Minimum.ToString(System.Globalization.CultureInfo.InvariantCulture))), Unjudged, MapSign.None("没有数据或中断")],
        Medium.SurfaceWater => [.. Enum.GetValues<WaterClass>().Select(water => MapSign.Of(water, false)), Unjudged, MapSign.None("没有数据或中断")],
        Medium.Groundwater => [.. Enum.GetValues<WaterClass>().Where(water => water != WaterClass.InferiorV).Select(water => MapSign.Of(water, false)), Unjudged, MapSign.None("没有数据")],
        Medium.Soil => [Of(SoilRisk.Negligible), Of(SoilRisk.ToInvestigate), Of(SoilRisk.Unacceptable), MapSign.None("没有数据")],
        Medium.Noise => [Kept, Exceeded, MapSign.None("没有数据或中断")],
        _ => [Measured, MapSign.None("没有数据或中断")],
    };

    private static MapSign Of(SoilRisk? risk) => risk switch
    {
        SoilRisk.Negligible => new("不高于筛选值", MapSign.Good, "✓"),
        SoilRisk.ToInvestigate => new("高于筛选值", "#b84a00", "筛") { Rank = 12 },
        SoilRisk.Unacceptable => new("高于管制值", MapSign.Bad, "!") { Rank = 13 },
        _ => Unjudged,
    };
}
