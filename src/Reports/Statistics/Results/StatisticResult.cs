namespace EcoPark.Reports.Statistics;

/// <summary>A statistic that was made.</summary>
/// <param name="Columns">Across; one without a title where nothing was put there.</param>
/// <param name="Measures">As asked for, with their units and places.</param>
/// <param name="MadeAt">UTC; the data are as they were then.</param>
public sealed record StatisticResult(StatisticPlan Plan, IReadOnlyList<Member> Columns, IReadOnlyList<ShownMeasure> Measures, IReadOnlyList<StatisticRow> Rows, DateTime MadeAt)
{
    /// <summary>Which data, by which rules.</summary>
    public required IReadOnlyList<string> Basis { get; init; }

    /// <summary>How many values, and what was left out.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }

    /// <summary>Dimension and the members that it was narrowed to, in Chinese.</summary>
    public IReadOnlyList<(string Dimension, string Members)> Filters { get; init; } = [];

    /// <summary>Title of a member; a factor with its unit where the heading cannot say it.</summary>
    public string NameOf(Member member) => member.Units is [{ Length: > 0 } unit] && Measures.Any(measure => measure.Measure.HasUnitOfFactor && measure.Unit.Length == 0) ? $"{member.Title}（{unit}）" : member.Title;
}

/// <summary>A measure with the unit and the places that its figures are shown with.</summary>
public sealed record ShownMeasure(Measure Measure, string Unit, int Decimals)
{
    public string Title => Measure.Title;

    /// <summary>As people read it, rounded by GB/T 8170.</summary>
    public string Text(double? value) => value is { } number ? Standards.Rounding.Text(Measure.IsShare ? number * 100 : number, Decimals) : "—";

    /// <summary>+12.5 %, or +3.1 个百分点 of a share.</summary>
    public string Text(StatisticFigure figure) => figure.Change(Measure.IsShare) is not { } change ? "—" : $"{(change > 0 ? "+" : "")}{Standards.Rounding.Text(change * 100, 1)}{(Measure.IsShare ? " 个百分点" : "%")}";
}

/// <summary>A line.</summary>
/// <param name="Heads">One a row axis.</param>
/// <param name="Cells">One a column.</param>
public sealed record StatisticRow(IReadOnlyList<Member> Heads, IReadOnlyList<StatisticCell> Cells);

/// <summary>A place of the table.</summary>
/// <param name="Figures">One a measure.</param>
/// <param name="Href">Page that lists the rows behind it; null where there is none.</param>
public sealed record StatisticCell(IReadOnlyList<StatisticFigure> Figures, string? Href);

/// <summary>A figure.</summary>
/// <param name="Value">Unrounded; null where nothing counts.</param>
/// <param name="Count">Values that it is made of.</param>
/// <param name="Rows">Rows that there are, those without a value that counts included.</param>
/// <param name="Compared">The same of the stretch that it is compared with; null without one.</param>
public readonly record struct StatisticFigure(double? Value, long Count, long Rows, double? Compared)
{
    /// <summary>Share of the compared figure, or the difference of two shares; null where one is missing or nothing can be divided by.</summary>
    public double? Change(bool isShare) => Value is not { } now || Compared is not { } then ? null : isShare ? now - then : then == 0 ? null : (now - then) / Math.Abs(then);
}
