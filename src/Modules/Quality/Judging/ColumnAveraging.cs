using EcoPark.Modules.Quality.Grids;
using EcoPark.Standards;
using EcoPark.Standards.Air;
using EcoPark.Standards.Noise;
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
        if (column.Factor == DerivedColumns.OzoneHour)
            return Averaging.Hour;
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
        DerivedColumns.OzoneEightHours or DerivedColumns.OzoneHour => DerivedColumns.Ozone,
        "Ld" or "Ln" => "Leq",
        _ => column.Factor,
    };

    /// <summary>
    /// Of a noise station only equivalent levels and sudden noise at night are limited; a mean over day and night is not.
    /// The highest hour of ozone is no longer evaluated once HJ 633-2026 is in force.
    /// </summary>
    public static bool IsLimited(StationGrid grid, GridColumn column, int row)
    {
        if (!grid.Medium.IsLimited)
            return false;
        if (column.Factor == DerivedColumns.OzoneHour)
            return AirQualityIndex.CountsOzoneHour(DateOnly.FromDateTime(grid.Wall(row)));
        if (grid.Medium != QualityMedium.Noise || column.Factor is "Ld" or "Ln")
            return true;
        if (IsSuddenNoise(column))
            return StationJudge.NoisePeriod(grid.Wall(row)) == Averaging.NightTime;
        return column.Factor == DerivedColumns.Level && grid.Interval is not (Interval.Day or Interval.Month);
    }

    /// <summary>Highest level of sudden noise: limited at night, 15 dB above the night's limit (GB 3096-2008 5.4).</summary>
    public static bool IsSuddenNoise(GridColumn column) => FactorTable.KeyOf(column.Factor, Medium.Noise) == NoiseQuality.SuddenAtNight;
}
