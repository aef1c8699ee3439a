using EcoPark.Platform;
using EcoPark.Platform.Time;

namespace EcoPark.Reports.Statistics;

/// <summary>Makes statistics for the actor: asks for the permissions, keeps to the bounds, and says what the figures rest on.</summary>
public sealed class StatisticDesk(FactBook facts, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Members that are offered to choose from.</summary>
    public const int MostChoices = 2_000;

    /// <summary>Facts that the actor may make statistics of.</summary>
    public IReadOnlyList<FactType> Facts => facts.Mine;

    public Outcome<StatisticPlan> Plan(StatisticQuery query) => StatisticPlanner.Plan(query, facts, Today);

    /// <summary>Members of a dimension within the actor's scope, each once; null where the fact has no such dimension, or not for the actor.</summary>
    public async Task<IReadOnlyList<Member>?> Members(string fact, string dimension, CancellationToken cancellationToken) =>
        facts.Find(fact)?.Dimensions.FirstOrDefault(one => one.Key == dimension) is { } found
            ? [.. (await found.Members(services, null, cancellationToken).ConfigureAwait(false)).DistinctBy(member => member.Key).Take(MostChoices)] : null;

    public async Task<Outcome<StatisticResult>> Make(StatisticQuery query, CancellationToken cancellationToken)
    {
        var planned = Plan(query);
        if (!planned.IsOk)
            return planned.Problem;
        var plan = planned.Value;
        var filters = await Filters(plan, cancellationToken).ConfigureAwait(false);
        if (!filters.IsOk)
            return filters.Problem;
        List<FactFilter> narrowed = [.. filters.Value.Select(one => one.Filter)];
        var reader = new TallyReader(services, plan);
        var now = await reader.Read(narrowed, plan.First, plan.Last, day => day, cancellationToken).ConfigureAwait(false);
        if (!now.IsOk)
            return now.Problem;
        var builder = new ResultBuilder(plan, now.Value, reader) { MadeAt = clock.UtcNow(), Today = Today, Filters = [.. filters.Value.Select(one => (one.Dimension, one.Members))] };
        if (plan.Comparison == Comparison.None)
            return builder.Build(null, await FactorsOf(plan, now.Value, cancellationToken).ConfigureAwait(false));
        if (plan.Comparison == Comparison.Plan)
            return builder.Build(await reader.ReadPlan(narrowed, cancellationToken).ConfigureAwait(false), await FactorsOf(plan, now.Value, cancellationToken).ConfigureAwait(false));
        var step = plan.Comparison.Step(plan.Grain, plan.First, plan.Last);
        var (first, last) = step.Back(plan.First, plan.Last);
        var then = await reader.Read(narrowed, first, last, step.Forward, cancellationToken).ConfigureAwait(false);
        return then.IsOk ? builder.Build(then.Value, await FactorsOf(plan, now.Value, cancellationToken).ConfigureAwait(false)) : then.Problem;
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.ParkNow());

    /// <summary>Several filters may narrow one column: enterprises of an industry and of an area.</summary>
    private async Task<Outcome<IReadOnlyList<(FactFilter Filter, string Dimension, string Members)>>> Filters(StatisticPlan plan, CancellationToken cancellationToken)
    {
        var filters = new List<(FactFilter, string, string)>();
        foreach (var (dimension, keys) in plan.Filters)
        {
            var members = await dimension.Members(services, null, cancellationToken).ConfigureAwait(false);
            var unknown = keys.FirstOrDefault(key => members.All(member => member.Key != key));
            if (unknown is not null)
                return new Problem("filter", $"没有编号为“{unknown}”的{dimension.Title}，或者不在您的权限范围内。", "f." + dimension.Key);
            List<Member> wanted = [.. members.Where(member => keys.Contains(member.Key))];
            filters.Add((new FactFilter(dimension.Column, [.. wanted.Select(member => member.Column)]), dimension.Title, string.Join("、", wanted.Select(member => member.Title).Distinct())));
        }

        return filters;
    }

    /// <summary>Factors of the table: they say the units.</summary>
    private async Task<IReadOnlyList<Member>> FactorsOf(StatisticPlan plan, Tallies tallies, CancellationToken cancellationToken)
    {
        if (plan.Axes.FirstOrDefault(axis => axis.Key == Dimension.FactorKey) is { } axis)
            return [.. tallies.MembersOf(axis).Values];
        var filter = plan.Filters.FirstOrDefault(one => one.Dimension.Key == Dimension.FactorKey);
        return filter.Dimension is null ? [] : [.. (await filter.Dimension.Members(services, null, cancellationToken).ConfigureAwait(false)).Where(member => filter.Keys.Contains(member.Key))];
    }
}
