namespace EcoPark.Reports.Statistics.Endpoints;

/// <summary>A fact with what can be asked of it.</summary>
internal sealed record FactAnswer(string Key, string Title, string Chapter, string Basis, int MostDays, bool HasTime, IReadOnlyList<NamedAnswer> Axes, IReadOnlyList<NamedAnswer> Filters, IReadOnlyList<NamedAnswer> Measures)
{
    public static FactAnswer Of(FactType fact) => new(
        fact.Key, fact.Title, fact.Chapter, fact.Basis, fact.MostDays, fact.HasTime, [.. StatisticPlanner.AxesOf(fact).Select(axis => new NamedAnswer(axis.Key, axis.Title))],
        [.. fact.Dimensions.Select(dimension => new NamedAnswer(dimension.Key, dimension.Title))], [.. fact.Quantities.SelectMany(Measure.Of).Select(measure => new NamedAnswer(measure.Key, measure.Title))]);
}

/// <summary>A key and what people call it.</summary>
internal sealed record NamedAnswer(string Key, string Title);

/// <summary>A statistic.</summary>
/// <param name="Query">As an address, to be asked again.</param>
internal sealed record StatisticAnswer(
    string Title, string Fact, string Period, string Query, DateTime MadeAt, IReadOnlyList<NamedAnswer> Rows, IReadOnlyList<NamedAnswer> Columns, IReadOnlyList<MeasureAnswer> Measures, IReadOnlyList<LineAnswer> Lines,
    IReadOnlyList<string> Gaps, IReadOnlyList<string> Basis)
{
    public static StatisticAnswer Of(StatisticResult result) => new(
        result.Plan.Title, result.Plan.Fact.Key, result.Plan.PeriodTitle, result.Plan.Query.Write(), result.MadeAt, [.. result.Plan.Rows.Select(axis => new NamedAnswer(axis.Key, axis.Title))],
        [.. result.Columns.Select(column => new NamedAnswer(column.Key, result.NameOf(column)))], [.. result.Measures.Select(measure => new MeasureAnswer(measure.Measure.Key, measure.Title, measure.Unit))],
        [.. result.Rows.Select(row => new LineAnswer([.. row.Heads.Select(head => new NamedAnswer(head.Key, result.NameOf(head)))], [.. row.Cells.Select(cell => new PlaceAnswer([.. cell.Figures.Zip(result.Measures, FigureAnswer.Of)], cell.Href))]))],
        result.Gaps, result.Basis);
}

/// <summary>A measure with the unit of its figures; shares are told in percent.</summary>
internal sealed record MeasureAnswer(string Key, string Title, string Unit);

/// <summary>A line: members of its rows, and a place a column.</summary>
internal sealed record LineAnswer(IReadOnlyList<NamedAnswer> Heads, IReadOnlyList<PlaceAnswer> Cells);

/// <summary>A place: a figure a measure, and the page that lists the rows.</summary>
internal sealed record PlaceAnswer(IReadOnlyList<FigureAnswer> Figures, string? Href);

/// <summary>A figure.</summary>
/// <param name="Value">Unrounded.</param>
/// <param name="Text">As it is shown.</param>
/// <param name="Count">Values that it is made of.</param>
/// <param name="Rows">Rows, those that do not count included.</param>
/// <param name="Compared">Of the stretch that it is compared with.</param>
/// <param name="Change">Share, or the difference of shares.</param>
internal sealed record FigureAnswer(double? Value, string Text, long Count, long Rows, double? Compared, double? Change)
{
    public static FigureAnswer Of(StatisticFigure figure, ShownMeasure measure) =>
        new(Percent(figure.Value, measure), measure.Text(figure.Value), figure.Count, figure.Rows, Percent(figure.Compared, measure), figure.Change(measure.Measure.IsShare));

    private static double? Percent(double? value, ShownMeasure measure) => measure.Measure.IsShare ? value * 100 : value;
}
