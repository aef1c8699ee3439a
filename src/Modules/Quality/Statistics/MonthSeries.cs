using EcoPark.Modules.Quality.Grids;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Values on a grid of months, as trends take them.</summary>
/// <param name="FirstMonth">Calendar month of the first step, 1 … 12.</param>
/// <param name="Values">NaN where there is none.</param>
/// <param name="Limits">Detection limit of months in which nothing was detected; NaN elsewhere.</param>
internal sealed record MonthSeries(int FirstMonth, double[] Values, double[] Limits)
{
    /// <summary>Monthly means, or samples: the mean of each month's samples, so that a slope means the same whatever the days they were taken on.</summary>
    public static MonthSeries Of(StationGrid grid, GridColumn column)
    {
        if (grid.Times.Count == 0)
            return new(1, [], []);
        int Month(int row) => (grid.Wall(row).Year * 12) + grid.Wall(row).Month;
        var (first, count) = (Month(0), Month(grid.Times.Count - 1) - Month(0) + 1);
        var (values, limits) = (Enumerable.Repeat(double.NaN, count).ToArray(), Enumerable.Repeat(double.NaN, count).ToArray());
        foreach (var month in Enumerable.Range(0, grid.Times.Count).Where(row => column.Values[row].Valid is not null).GroupBy(Month))
        {
            values[month.Key - first] = month.Average(row => column.Values[row].Valid!.Value);
            if (month.All(row => column.Values[row].DetectionLimit is not null))
                limits[month.Key - first] = month.Max(row => column.Values[row].DetectionLimit!.Value);
        }

        return new(grid.Wall(0).Month, values, limits);
    }
}
