using EcoPark.Modules.Quality.Grids;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Judging;

/// <summary>Which averaging period a column's values are judged by.</summary>
internal static class ColumnAveraging
{
    public static Averaging Of(StationGrid grid, GridColumn column, int row)
    {
        if (grid.Medium == QualityMedium.Noise)
            return column.Factor switch { "Ld" => Averaging.DayTime, "Ln" => Averaging.NightTime, _ => StationJudge.NoisePeriod(grid.Wall(row)) };
        if (grid.Medium != QualityMedium.Air)
            return Averaging.Sample;
        if (column.Factor == DerivedColumns.OzoneEightHours)
            return Averaging.DailyMaximumEightHours;
        return grid.Interval switch
        {
            Interval.Hour => Averaging.Hour,
            Interval.Day => Averaging.Day,
            Interval.Month => Averaging.Month,
            _ => Averaging.Sample,
        };
    }

    /// <summary>Factor that limits know a column by.</summary>
    public static string LimitedFactor(GridColumn column) => column.Factor switch
    {
        DerivedColumns.OzoneEightHours => DerivedColumns.Ozone,
        "Ld" or "Ln" => "Leq",
        _ => column.Factor,
    };

    /// <summary>Of a noise station only equivalent levels are limited; a mean over day and night is not.</summary>
    public static bool IsLimited(StationGrid grid, GridColumn column) =>
        grid.Medium.IsLimited && (grid.Medium != QualityMedium.Noise || column.Factor is "Ld" or "Ln" || (column.Factor == "Leq" && grid.Interval != Interval.Day && grid.Interval != Interval.Month));
}
