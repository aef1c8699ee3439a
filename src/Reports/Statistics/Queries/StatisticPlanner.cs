using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>Checks a query and says in words what is wrong with it, or why it is too much. Pure, but for asking what the actor may see.</summary>
public static class StatisticPlanner
{
    public const int MostRowAxes = 2;
    public const int MostMeasures = 4;

    private static readonly ReportSpan[] Spans = [ReportSpan.Day, ReportSpan.Month, ReportSpan.Quarter, ReportSpan.Year, ReportSpan.Range];

    /// <param name="today">Of the park's zone.</param>
    public static Outcome<StatisticPlan> Plan(StatisticQuery query, FactBook facts, DateOnly today)
    {
        if (query.Fact.Length == 0)
            return new Problem("fact", "请选择统计的数据。", "fact");
        if (facts.Find(query.Fact) is not { } fact)
            return new Problem("not-found", $"没有可供统计的数据“{query.Fact}”，或者您没有查看它的权限。", "fact");
        var axes = Axes(query, fact);
        if (!axes.IsOk)
            return axes.Problem;
        var measures = Measures(query, fact);
        if (!measures.IsOk)
            return measures.Problem;
        var period = Period(query, fact, today);
        if (!period.IsOk)
            return period.Problem;
        var rows = axes.Value.Take(query.Rows.Count).ToList();
        var plan = new StatisticPlan(query, fact, rows, axes.Value.Skip(rows.Count).FirstOrDefault(), measures.Value, period.Value.First, period.Value.Last) { PeriodTitle = fact.HasTime ? period.Value.Title : "" };
        return (Filters(plan) ?? Compare(plan) ?? Factors(plan) ?? StatisticBounds.Before(plan)) is { } problem ? problem : With(plan);
    }

    /// <summary>What may stand down the side or across.</summary>
    public static IReadOnlyList<Axis> AxesOf(FactType fact) => [.. fact.Dimensions.Select(dimension => new FactAxis(dimension)), .. fact.HasTime ? PeriodAxis.All : []];

    private static Outcome<IReadOnlyList<Axis>> Axes(StatisticQuery query, FactType fact)
    {
        string[] wanted = [.. query.Rows, .. query.Column.Length > 0 ? [query.Column] : Array.Empty<string>()];
        if (query.Rows.Count > MostRowAxes)
            return new Problem("too-many", $"行至多放 {MostRowAxes} 个维度，现在有 {query.Rows.Count} 个。", "rows");
        if (wanted.Distinct().Count() < wanted.Length)
            return new Problem("axis", "同一个维度不能放两次。", "rows");
        var known = AxesOf(fact);
        var axes = wanted.Select(key => known.FirstOrDefault(axis => axis.Key == key)).ToList();
        var missing = axes.IndexOf(null);
        return missing < 0 ? axes.OfType<Axis>().ToList()
            : new Problem("axis", $"“{fact.Title}”不能按“{wanted[missing]}”分，可用的维度有：{string.Join("、", known.Select(axis => $"{axis.Key}（{axis.Title}）"))}。", missing < query.Rows.Count ? "rows" : "column");
    }

    private static Outcome<IReadOnlyList<Measure>> Measures(StatisticQuery query, FactType fact)
    {
        if (query.Measures.Count is 0 or > MostMeasures)
            return new Problem("measure", query.Measures.Count == 0 ? "请选择至少一个指标。" : $"一次至多 {MostMeasures} 个指标，现在有 {query.Measures.Count} 个。", "measures");
        var measures = new List<Measure>();
        foreach (var key in query.Measures.Distinct())
        {
            var measure = Measure.Parse(key, fact);
            if (!measure.IsOk)
                return measure.Problem;
            measures.Add(measure.Value);
        }

        return measures;
    }

    private static Outcome<ReportPeriod> Period(StatisticQuery query, FactType fact, DateOnly today)
    {
        if (!fact.HasTime)
            return ReportPeriod.Of(ReportSpan.Day, today);
        if (query.Period.Length == 0)
            return new Problem("period", "请选择时间。", "period");
        return ReportPeriod.Parse(query.Period, Spans, today, fact.MostDays);
    }

    private static Problem? Filters(StatisticPlan plan)
    {
        var unknown = plan.Query.Filters.Keys.FirstOrDefault(key => plan.Fact.Dimensions.All(dimension => dimension.Key != key));
        return unknown is null ? null : new Problem("filter", $"“{plan.Fact.Title}”不能按“{unknown}”筛选，可用的有：{string.Join("、", plan.Fact.Dimensions.Select(one => $"{one.Key}（{one.Title}）"))}。", "f." + unknown);
    }

    private static Problem? Compare(StatisticPlan plan)
    {
        if (plan.Query.Compare.Length == 0)
            return null;
        if (!Comparisons.Keys.ContainsKey(plan.Query.Compare))
            return new Problem("compare", $"不能与“{plan.Query.Compare}”比较，可用的有：{string.Join("、", Comparisons.Keys.Select(pair => $"{pair.Key}（{pair.Value.Title()}）"))}。", "compare");
        if (!plan.Fact.HasTime)
            return new Problem("compare", $"“{plan.Fact.Title}”没有时间，不能同比、环比。", "compare");
        if (Comparisons.Keys[plan.Query.Compare] == Comparison.Plan)
            return Planned(plan);
        return Comparisons.Keys[plan.Query.Compare] == Comparison.PeriodBefore && plan.Axes.Any(axis => axis is PeriodAxis { Recurs: true }) && !plan.Axes.Contains(PeriodAxis.Year)
            ? new Problem("compare", "按“月份（1–12）”分而不分年时不能环比：请加上“年”，或改按“月”分。", "compare") : null;
    }

    /// <summary>Plans are made for whole years and for amounts.</summary>
    private static Problem? Planned(StatisticPlan plan)
    {
        if (plan.Fact.Plan is not { } planned)
            return new Problem("compare", $"“{plan.Fact.Title}”没有计划可比。", "compare");
        if (plan.Measures.All(measure => measure.Quantity.Key != planned.Quantity || measure.Aggregate != Aggregate.Sum))
            return new Problem("compare", $"只有“{new Measure(plan.Fact.Quantities.First(one => one.Key == planned.Quantity), Aggregate.Sum).Title}”可以与计划比较，请把它选为指标。", "compare");
        if (plan.First is not { Month: 1, Day: 1 } || plan.Last is not { Month: 12, Day: 31 })
            return new Problem("compare", "计划按整年给出：与计划比较时，时间请选整年，如“2026”。", "period");
        return plan.Axes.OfType<PeriodAxis>().Any(axis => axis != PeriodAxis.Year) ? new Problem("compare", "计划按整年给出：与计划比较时，时段只能按“年”分。", "rows") : null;
    }

    /// <summary>Milligrams of one factor and of another do not make a mean.</summary>
    private static Problem? Factors(StatisticPlan plan)
    {
        var mixed = plan.Measures.FirstOrDefault(measure => measure.Quantity.IsOfFactor);
        if (mixed is null || plan.Axes.Any(axis => axis.Key == Dimension.FactorKey) || plan.Query.Filters.GetValueOrDefault(Dimension.FactorKey)?.Count == 1)
            return null;
        return new Problem("factor", $"“{mixed.Title}”不能把几个因子合在一起：请把“因子”放到行或列，或者只筛选一个因子。", "rows");
    }

    private static StatisticPlan With(StatisticPlan plan) => plan with
    {
        Filters = [.. plan.Query.Filters.Where(pair => pair.Value.Count > 0).Select(pair => (plan.Fact.Dimensions.First(one => one.Key == pair.Key), pair.Value))],
        Comparison = Comparisons.Keys.GetValueOrDefault(plan.Query.Compare),
    };
}
