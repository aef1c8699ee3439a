using EcoPark.Web.Components.Plots;

namespace EcoPark.Reports.Statistics.Pages;

/// <summary>The first measure of a statistic as bars: periods along the axis where there are any.</summary>
internal static class StatisticChart
{
    public const int MostNames = 40;
    public const int MostSeries = 12;

    public static Plot Of(StatisticResult result)
    {
        var measure = result.Measures[0];
        var isAcross = result.Plan.Column is PeriodAxis || result.Plan.Rows.Count == 0;
        var rows = result.Rows.Take(isAcross ? MostSeries : MostNames).ToList();
        var columns = result.Columns.Take(isAcross ? MostNames : MostSeries).ToList();
        double At(StatisticRow row, int column) => row.Cells[column].Figures[0].Value is { } value ? measure.Measure.IsShare ? value * 100 : value : double.NaN;
        string Name(StatisticRow row) => row.Heads.Count == 0 ? measure.Title : string.Join(" ", row.Heads.Select(result.NameOf));
        return isAcross
            ? BarsPlot.Of([.. columns.Select(NameOf)], [.. rows.Select(row => (Name(row), (IReadOnlyList<double>)[.. columns.Select((_, at) => At(row, at))]))], measure.Unit, 380)
            : BarsPlot.Of([.. rows.Select(Name)], [.. columns.Select((column, at) => (NameOf(column), (IReadOnlyList<double>)[.. rows.Select(row => At(row, at))]))], measure.Unit, 380);

        string NameOf(Member column) => column.Title.Length > 0 ? result.NameOf(column) : measure.Title;
    }

    /// <summary>Chinese: what of the table is not drawn; empty where all of it is.</summary>
    public static string Left(StatisticResult result)
    {
        var isAcross = result.Plan.Column is PeriodAxis || result.Plan.Rows.Count == 0;
        var (rows, columns) = (isAcross ? MostSeries : MostNames, isAcross ? MostNames : MostSeries);
        var isCut = result.Rows.Count > rows || result.Columns.Count > columns;
        return (isCut ? $"图中只画了前 {Math.Min(rows, result.Rows.Count)} 行、前 {Math.Min(columns, result.Columns.Count)} 列；" : "") + (result.Measures.Count > 1 || isCut ? $"图为“{result.Measures[0].Title}”，全部数字见表" : "");
    }
}
