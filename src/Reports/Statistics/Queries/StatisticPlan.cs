namespace EcoPark.Reports.Statistics;

/// <summary>A query that has been checked: all that it names exists and is within bounds.</summary>
/// <param name="Column">Null for none.</param>
/// <param name="First">First day of the park's zone.</param>
/// <param name="Last">Last day.</param>
public sealed record StatisticPlan(StatisticQuery Query, FactType Fact, IReadOnlyList<Axis> Rows, Axis? Column, IReadOnlyList<Measure> Measures, DateOnly First, DateOnly Last)
{
    /// <summary>Dimension → wanted members.</summary>
    public IReadOnlyList<(Dimension Dimension, IReadOnlyList<string> Keys)> Filters { get; init; } = [];

    public Comparison Comparison { get; init; }

    /// <summary>Chinese; empty for what has no time.</summary>
    public string PeriodTitle { get; init; } = "";

    public IReadOnlyList<Axis> Axes => Column is null ? Rows : [.. Rows, Column];

    /// <summary>Dimensions on the axes, in their order.</summary>
    public IReadOnlyList<Dimension> Dimensions => [.. Axes.OfType<FactAxis>().Select(axis => axis.Dimension)];

    /// <summary>The finest periods on an axis; null without any.</summary>
    public PeriodGrain? Grain => Axes.OfType<PeriodAxis>().Select(axis => (PeriodGrain?)axis.Grain).Min();

    public IReadOnlyList<Quantity> Quantities => [.. Measures.Select(measure => measure.Quantity).Distinct()];

    /// <summary>化学需氧量排放量合计，按企业 × 月.</summary>
    public string Title => $"{string.Join("、", Measures.Select(measure => measure.Title))}{(Axes.Count == 0 ? "" : "，按" + string.Join(" × ", Axes.Select(axis => axis.Title)))}";
}
