using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Web.Components;

namespace EcoPark.Modules.Quality.Views;

/// <summary>A column of a table as a curve with the limits that held at each time.</summary>
public sealed class GridChart(StationAssessor assessor)
{
    public ChartModel Of(StationGrid grid, IReadOnlyList<GridColumn> columns)
    {
        if (grid.Times.Count == 0)
            return new ChartModel(0, 1, []);
        var lines = columns.Select(column => new ChartLine(column.Name, column.Unit, false, [.. Enumerable.Range(0, grid.Times.Count).Select(row => Point(grid, column, row))])).ToList();
        return new ChartModel(ChartTime.OfWall(grid.Wall(0)), ChartTime.OfWall(grid.Wall(grid.Times.Count - 1)), lines) { Limits = [.. columns.SelectMany(column => Limits(grid, column))] };
    }

    /// <summary>Milliseconds on the park's wall clock: the browser must not shift them into its own zone.</summary>
    private static ChartPoint Point(StationGrid grid, GridColumn column, int row)
    {
        var value = column.Values[row];
        var isInvalid = value.Value is not null && !value.IsValid;
        return new ChartPoint(ChartTime.OfWall(grid.Wall(row)), value.Valid, isInvalid, isInvalid ? value.Value : null, value.Flag is '\0' ? "" : value.Flag.ToString());
    }

    /// <summary>One line for each stretch in which one limit holds; looked up once a month, as standards change on the first of one.</summary>
    private IEnumerable<ChartLimit> Limits(StationGrid grid, GridColumn column)
    {
        var rows = Enumerable.Range(0, grid.Times.Count).GroupBy(row => (grid.Wall(row).Year, grid.Wall(row).Month)).Select(month => month.First()).ToList();
        // Hours of noise have a limit by day and one by night.
        var shifts = grid.Medium == QualityMedium.Noise && column.Factor == "Leq" ? new[] { 12, 0 } : [-1];
        foreach (var hour in shifts)
        {
            var stretch = rows.Select(row => (Row: row, Limit: assessor.LimitOf(grid, column, hour < 0 ? row : RowAt(grid, row, hour)))).ToList();
            for (var at = 0; at < stretch.Count;)
            {
                var end = at;
                while (end < stretch.Count && stretch[end].Limit == stretch[at].Limit)
                    end++;
                var to = end < stretch.Count ? grid.Wall(stretch[end].Row) : grid.Wall(grid.Times.Count - 1);
                if (stretch[at].Limit is { } limit)
                {
                    foreach (var bound in new[] { limit.Upper, limit.Lower }.OfType<decimal>())
                        yield return new ChartLimit((double)bound * Scale(column, limit, DateOnly.FromDateTime(grid.Wall(stretch[at].Row))), column.Unit, $"{limit.StandardNumber} {limit.Class} {limit.Averaging switch { Standards.Averaging.Sample => "", var one => Standards.AveragingText.Chinese(one) }} {limit.Text}", ChartTime.OfWall(grid.Wall(stretch[at].Row)), ChartTime.OfWall(to));
                }

                at = end;
            }
        }
    }

    private static double Scale(GridColumn column, Standards.Limit limit, DateOnly day) =>
        (double)(Standards.UnitConversion.Convert(1, limit.Unit, Standards.Unit.Of(column.Unit), Standards.FactorTable.Find(column.Factor, limit.Medium)?.MolarMass, Standards.GasState.Of(limit.Medium, day)) ?? 1);

    private static int RowAt(StationGrid grid, int first, int hour) =>
        Enumerable.Range(first, Math.Min(24, grid.Times.Count - first)).FirstOrDefault(row => grid.Wall(row).Hour == hour, first);
}
