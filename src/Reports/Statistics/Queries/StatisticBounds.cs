using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>How large a statistic may be, and what to do about one that is larger.</summary>
public static class StatisticBounds
{
    public const int MostRows = 1_000;
    public const int MostColumns = 62;

    /// <summary>Figures in one table.</summary>
    public const int MostFigures = 20_000;

    /// <summary>Values that are read one by one for percentiles.</summary>
    public const int MostValues = 300_000;

    /// <summary>What is plain without reading anything.</summary>
    internal static Problem? Before(StatisticPlan plan)
    {
        if (plan.Column is PeriodAxis across && across.CountOf(plan.First, plan.Last) is > MostColumns and var columns)
            return Columns(columns, across.Title);
        if (plan.Rows.OfType<PeriodAxis>().Select(axis => axis.CountOf(plan.First, plan.Last)).DefaultIfEmpty(0).Max() is > MostRows and var rows)
            return Rows(rows);
        return null;
    }

    /// <summary>What only the data tell; null where all is well.</summary>
    internal static Problem? After(StatisticPlan plan, int rows, int columns)
    {
        if (columns > MostColumns)
            return Columns(columns, plan.Column!.Title);
        if (rows > MostRows)
            return Rows(rows);
        return rows * columns * plan.Measures.Count is > MostFigures and var figures
            ? new Problem("too-many", $"结果有 {figures} 个数，超过 {MostFigures} 个：请少选维度或指标，或者用筛选缩小范围。", "rows") : null;
    }

    internal static Problem Groups { get; } = new("too-many", $"分组超过 {FactRequest.MostGroups} 个：请少选维度、改按较长的时段分，或者用筛选缩小范围。", "rows");

    internal static Problem Values { get; } = new("too-many", $"算百分位数要逐个读取的数值超过 {MostValues} 个：请缩短时间或用筛选缩小范围，或改用平均值、最大值。", "measures");

    private static Problem Columns(int columns, string title) => new("too-many", $"按“{title}”展开有 {columns} 列，至多 {MostColumns} 列：请把它放到行里、改按较长的时段分，或者缩短时间、加上筛选。", "column");

    private static Problem Rows(int rows) => new("too-many", $"结果有 {rows} 行，至多 {MostRows} 行：请改按较长的时段分，或者缩短时间、加上筛选。", "rows");
}
