using EcoPark.Modules.Quality.Grids;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>Samples on a grid of months: the mean of each month's samples, NaN where none was taken.</summary>
internal static class SampleMonths
{
    public static double[] Of(StationGrid samples, GridColumn column)
    {
        if (samples.Times.Count == 0)
            return [];
        int Month(int row) => (samples.Wall(row).Year * 12) + samples.Wall(row).Month;
        var first = Month(0);
        var months = Enumerable.Repeat(double.NaN, Month(samples.Times.Count - 1) - first + 1).ToArray();
        foreach (var month in Enumerable.Range(0, samples.Times.Count).Where(row => column.Values[row].Valid is not null).GroupBy(Month))
            months[month.Key - first] = month.Average(row => column.Values[row].Valid!.Value);
        return months;
    }
}
