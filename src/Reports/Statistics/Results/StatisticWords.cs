using System.Globalization;
using EcoPark.Standards.Air;

namespace EcoPark.Reports.Statistics;

/// <summary>Explains a statistic in Chinese: which data, by which rules, how many values, what was left out.</summary>
internal static class StatisticWords
{
    public static IReadOnlyList<string> Basis(StatisticPlan plan)
    {
        List<string> lines = [$"数据为{plan.Fact.Title}：{plan.Fact.Basis}"];
        lines.AddRange(plan.Quantities.Where(quantity => quantity.Basis.Length > 0).Select(quantity => $"{quantity.Title}：{quantity.Basis}"));
        if (plan.Measures.Any(measure => measure.Aggregate == Aggregate.Percentile))
            lines.Add(Percentile.Basis.Shown);
        if (plan.Comparison != Comparison.None)
            lines.Add(Compared(plan));
        lines.Add("数据以生成时间为准，以后更正的数据会改变结果；修约按 GB/T 8170，只在显示时进行");
        return lines;
    }

    public static IReadOnlyList<string> Gaps(StatisticPlan plan, Tallies tallies, DateOnly today)
    {
        var lines = plan.Quantities.Select(quantity => Counted(quantity, tallies.Of(quantity).Sum(tally => tally.Rows), tallies.Of(quantity).Sum(tally => tally.Counted))).ToList();
        if (plan.Fact.HasTime && plan.Last >= today)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd} 及以后的数据还不完整"));
        return lines;
    }

    private static string Counted(Quantity quantity, long rows, long counted) => string.Create(CultureInfo.InvariantCulture, $"{quantity.Title}：共 {rows} 条，计入 {counted} 条")
        + (rows == counted ? "" : string.Create(CultureInfo.InvariantCulture, $"，{rows - counted} 条{quantity.Excluded}，未计入"));

    private static string Compared(StatisticPlan plan)
    {
        if (plan.Comparison == Comparison.Plan)
            return $"与计划比：{plan.Fact.Plan!.Basis}；变化率 =（实际 − 计划）÷ 计划，未满一年的实际值不折算";
        var (first, last) = plan.Comparison.Step(plan.Grain, plan.First, plan.Last).Back(plan.First, plan.Last);
        var what = plan.Grain is null || plan.Comparison == Comparison.YearBefore ? "" : "各时段与前一时段相比，";
        return string.Create(CultureInfo.InvariantCulture, $"{plan.Comparison.Title()}：{what}对照期为 {first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}；变化率 =（本期 − 对照期）÷ 对照期，比率的变化以百分点计");
    }
}
