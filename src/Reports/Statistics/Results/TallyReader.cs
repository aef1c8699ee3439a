using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>Reads the groups of a plan, one query a quantity, and puts each to its place.</summary>
internal sealed class TallyReader(IServiceProvider services, StatisticPlan plan)
{
    private readonly Dictionary<string, (Dictionary<string, Member> ByColumn, Dictionary<string, int> Order)> _members = [];

    /// <summary>Members of a dimension in their order, by key; those that nobody names any more come last.</summary>
    public int OrderOf(Dimension dimension, string key) => _members.TryGetValue(dimension.Key, out var known) && known.Order.TryGetValue(key, out var at) ? at : int.MaxValue;

    /// <summary>Reads a stretch.</summary>
    /// <param name="place">The day that a day stands for; null leaves a group out.</param>
    public async Task<Outcome<Tallies>> Read(IReadOnlyList<FactFilter> filters, DateOnly first, DateOnly last, Func<DateOnly, DateOnly?> place, CancellationToken cancellationToken)
    {
        var tallies = new Tallies();
        string[] columns = [.. plan.Dimensions.Select(dimension => dimension.Column).Distinct()];
        foreach (var quantity in plan.Quantities)
        {
            var request = new FactRequest(quantity, columns, plan.Grain, first, last, filters);
            var groups = await plan.Fact.Groups(services, request, cancellationToken).ConfigureAwait(false);
            if (!groups.IsOk)
                return groups.Problem;
            if (groups.Value.Count > FactRequest.MostGroups)
                return StatisticBounds.Groups;
            await Name(columns, groups.Value, cancellationToken).ConfigureAwait(false);
            foreach (var group in groups.Value)
            {
                if (PlaceOf(tallies, columns, group.Key, place) is { } at)
                    tallies.At(quantity, at).Add(group);
            }

            if (!plan.Measures.Any(measure => measure.Quantity == quantity && measure.Aggregate == Aggregate.Percentile))
                continue;
            // The groups have told how many values there are: too many are not read at all.
            if (groups.Value.Sum(group => group.Counted) > StatisticBounds.MostValues)
                return StatisticBounds.Values;
            var values = await plan.Fact.Values(services, request, StatisticBounds.MostValues, cancellationToken).ConfigureAwait(false);
            if (!values.IsOk)
                return values.Problem;
            foreach (var value in values.Value)
            {
                if (PlaceOf(tallies, columns, value.Key, place) is { } at)
                    tallies.At(quantity, at).Add(value.Value);
            }
        }

        return tallies;
    }

    /// <summary>Reads what was planned.</summary>
    public async Task<Tallies> ReadPlan(IReadOnlyList<FactFilter> filters, CancellationToken cancellationToken)
    {
        var (tallies, planned) = (new Tallies(), plan.Fact.Plan!);
        string[] columns = [.. plan.Dimensions.Select(dimension => dimension.Column).Distinct()];
        var quantity = plan.Quantities.First(one => one.Key == planned.Quantity);
        var groups = await planned.Read(services, new FactRequest(quantity, columns, plan.Grain, plan.First, plan.Last, filters), cancellationToken).ConfigureAwait(false);
        await Name(columns, groups, cancellationToken).ConfigureAwait(false);
        foreach (var group in groups)
        {
            if (PlaceOf(tallies, columns, group.Key, day => day) is { } at)
                tallies.At(quantity, at).Add(group);
        }

        return tallies;
    }

    private async Task Name(string[] columns, IReadOnlyList<FactGroup> groups, CancellationToken cancellationToken)
    {
        foreach (var dimension in plan.Dimensions)
        {
            var at = Array.IndexOf(columns, dimension.Column);
            var wanted = groups.Select(group => group.Key[at]).Distinct().ToList();
            if (_members.TryGetValue(dimension.Key, out var known))
                wanted.RemoveAll(known.ByColumn.ContainsKey);
            else
                known = _members[dimension.Key] = ([], []);
            if (wanted.Count == 0)
                continue;
            foreach (var member in await dimension.Members(services, wanted, cancellationToken).ConfigureAwait(false))
            {
                known.ByColumn[member.Column] = member;
                known.Order.TryAdd(member.Key, known.Order.Count);
            }
        }
    }

    private Place? PlaceOf(Tallies tallies, string[] columns, FactKey key, Func<DateOnly, DateOnly?> place)
    {
        DateOnly? day = null;
        if (plan.Grain is { } grain && (day = place(grain.Start(key.Period))) is null)
            return null;
        string Of(Axis? axis)
        {
            if (axis is null)
                return "";
            var member = axis is PeriodAxis period ? period.Of(day!.Value) : MemberOf(((FactAxis)axis).Dimension, key[Array.IndexOf(columns, ((FactAxis)axis).Dimension.Column)]);
            tallies.Name(axis, member);
            return member.Key;
        }

        return new Place(Of(plan.Rows.ElementAtOrDefault(0)), Of(plan.Rows.ElementAtOrDefault(1)), Of(plan.Column));
    }

    /// <summary>What is named no more, or not to the actor, is shown by what the data hold.</summary>
    private Member MemberOf(Dimension dimension, string column) =>
        _members[dimension.Key].ByColumn.GetValueOrDefault(column) ?? new Member(column, column, column.Length == 0 ? "（未填）" : $"{dimension.Title} {column}");
}
