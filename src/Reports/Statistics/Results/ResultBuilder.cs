using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>Makes the table of what was tallied.</summary>
internal sealed class ResultBuilder(StatisticPlan plan, Tallies now, TallyReader reader)
{
    public required DateTime MadeAt { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>See <see cref="StatisticResult.Filters"/>.</summary>
    public required IReadOnlyList<(string Dimension, string Members)> Filters { get; init; }

    /// <param name="then">What it is compared with; null for nothing.</param>
    /// <param name="factors">Factors of the table.</param>
    public Outcome<StatisticResult> Build(Tallies? then, IReadOnlyList<Member> factors)
    {
        var places = now.Places.ToList();
        var columns = plan.Column is null ? [new Member("", "", "")] : Members(plan.Column, places.Select(place => place.Column));
        var heads = places.Select(place => (place.First, place.Second)).Distinct().Select(pair => Heads(pair.First, pair.Second))
            .OrderBy(pair => Order(0, pair), Comparer<(int, string)>.Default).ThenBy(pair => Order(1, pair), Comparer<(int, string)>.Default).ToList();
        if ((StatisticBounds.After(plan, heads.Count, columns.Count) ?? Units(factors)) is { } problem)
            return problem;
        List<ShownMeasure> measures = [.. plan.Measures.Select(measure => Shown(measure, factors))];
        return new StatisticResult(plan, columns, measures, [.. heads.Select(head => new StatisticRow(head, [.. columns.Select(column => Cell(head, column, then))]))], MadeAt)
        {
            Basis = StatisticWords.Basis(plan),
            Gaps = StatisticWords.Gaps(plan, now, Today),
            Filters = Filters,
        };
    }

    private IReadOnlyList<Member> Heads(string first, string second) => plan.Rows.Count switch
    {
        0 => [],
        1 => [now.MembersOf(plan.Rows[0])[first]],
        _ => [now.MembersOf(plan.Rows[0])[first], now.MembersOf(plan.Rows[1])[second]],
    };

    private (int, string) Order(int at, IReadOnlyList<Member> heads) => plan.Rows.Count > at ? Order(plan.Rows[at], heads[at]) : (0, "");

    private List<Member> Members(Axis axis, IEnumerable<string> keys) => [.. keys.Distinct().Select(key => now.MembersOf(axis)[key]).OrderBy(member => Order(axis, member), Comparer<(int, string)>.Default)];

    private (int, string) Order(Axis axis, Member member) => (axis is FactAxis fact ? reader.OrderOf(fact.Dimension, member.Key) : 0, member.Key);

    private StatisticCell Cell(IReadOnlyList<Member> head, Member column, Tallies? then)
    {
        var place = new Place(head.ElementAtOrDefault(0)?.Key ?? "", head.ElementAtOrDefault(1)?.Key ?? "", column.Key);
        var figures = plan.Measures.Select(measure =>
        {
            var tally = now.Find(measure.Quantity, place);
            return new StatisticFigure(Of(tally, measure), tally?.Counted ?? 0, tally?.Rows ?? 0, then is null ? null : Compared(then, measure, place));
        }).ToList();
        return new StatisticCell(figures, figures.Exists(figure => figure.Rows > 0) ? Drill.To(plan, [.. head, column]) : null);
    }

    /// <summary>No rows at all are a count of nought; of anything else they are nothing.</summary>
    private static double? Of(Tally? tally, Measure measure) => tally is not null ? tally.Of(measure) : measure.Aggregate == Aggregate.Count ? 0 : null;

    /// <summary>Plans are of sums alone: to the other measures there is nothing to compare.</summary>
    private double? Compared(Tallies then, Measure measure, Place place) => plan.Comparison != Comparison.Plan ? Of(then.Find(measure.Quantity, place), measure)
        : measure.Aggregate == Aggregate.Sum ? then.Find(measure.Quantity, place)?.Of(measure) : null;

    private Problem? Units(IReadOnlyList<Member> factors)
    {
        var mixed = factors.FirstOrDefault(factor => factor.Units.Count > 1);
        return mixed is null || !plan.Measures.Any(measure => measure.HasUnitOfFactor) ? null
            : new Problem("units", $"“{mixed.Title}”在各点位的单位不同（{string.Join("、", mixed.Units)}），不能放在一起统计：请先在“数采仪与点位”中统一单位。", "measures");
    }

    private static ShownMeasure Shown(Measure measure, IReadOnlyList<Member> factors) => !measure.HasUnitOfFactor ? new(measure, measure.Unit, measure.Decimals)
        // One unit stands in the heading; of several each factor has its own beside its name.
        : new(measure, factors.SelectMany(factor => factor.Units).Distinct().ToList() is [var only] ? only : "", factors.Max(factor => factor.Decimals) ?? measure.Decimals);
}
