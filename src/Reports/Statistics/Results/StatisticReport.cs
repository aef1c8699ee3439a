using System.Globalization;
using EcoPark.Standards;

namespace EcoPark.Reports.Statistics;

/// <summary>A statistic as a report: page, print and files are then the kit's.</summary>
public static class StatisticReport
{
    /// <param name="title">Of the form; the statistic's own words where it is empty.</param>
    public static Report Of(StatisticResult result, string title = "") => new(title.Length > 0 ? title : result.Plan.Title)
    {
        Facts = Facts(result),
        Tables = [new("统计结果", Columns(result), [.. result.Rows.Select(row => Row(result, row))])],
        Gaps = result.Gaps,
        Basis = result.Basis,
        Permission = result.Plan.Fact.Permission,
    };

    private static IReadOnlyList<ReportFact> Facts(StatisticResult result)
    {
        var plan = result.Plan;
        List<ReportFact> facts = [new("数据", plan.Fact.Title)];
        if (plan.PeriodTitle.Length > 0)
            facts.Add(new("时间", plan.PeriodTitle));
        facts.AddRange(result.Filters.Select(filter => new ReportFact(filter.Dimension, filter.Members)));
        if (plan.Comparison != Comparison.None)
            facts.Add(new("比较", plan.Comparison.Title()));
        return facts;
    }

    private static IReadOnlyList<ReportColumn> Columns(StatisticResult result)
    {
        var plan = result.Plan;
        List<ReportColumn> columns = plan.Rows.Count == 0 ? [new("范围")] : [.. plan.Rows.Select(axis => new ReportColumn(axis.Title))];
        foreach (var column in result.Columns)
        {
            foreach (var measure in result.Measures)
            {
                columns.Add(new ReportColumn(measure.Title, result.NameOf(column), measure.Unit, measure.Decimals));
                if (plan.Comparison != Comparison.None)
                    columns.Add(new ReportColumn(plan.Comparison.Title(), result.NameOf(column), measure.Measure.IsShare ? "百分点" : "%", 1));
            }
        }

        return columns;
    }

    private static IReadOnlyList<ReportCell> Row(StatisticResult result, StatisticRow row)
    {
        List<ReportCell> cells = row.Heads.Count == 0 ? [ReportCell.Words("全部")] : [.. row.Heads.Select(head => ReportCell.Words(result.NameOf(head)))];
        foreach (var cell in row.Cells)
        {
            foreach (var (figure, measure) in cell.Figures.Zip(result.Measures))
            {
                cells.Add(ReportCell.Figure(Rounding.Figure(measure.Measure.IsShare ? figure.Value * 100 : figure.Value)));
                if (result.Plan.Comparison != Comparison.None)
                    cells.Add(ReportCell.Figure(Rounding.Figure(figure.Change(measure.Measure.IsShare) * 100)));
            }
        }

        return cells;
    }
}
