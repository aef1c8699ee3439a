using EcoPark.Platform;

namespace EcoPark.Reports.Statistics;

/// <summary>A fact that no table has: its room reads the rows within its own bounds, and says when that is too much; they are grouped in memory.</summary>
public sealed class ReadFact<TFact> : FactType
{
    /// <summary>Reads the rows, within the actor's scope.</summary>
    public required Func<IServiceProvider, FactRequest, CancellationToken, Task<Outcome<IReadOnlyList<TFact>>>> Read { get; init; }

    /// <summary>Day of the park's zone.</summary>
    public required Func<TFact, DateOnly> Day { get; init; }

    public required IReadOnlyDictionary<string, Func<TFact, string>> Columns { get; init; }

    /// <summary>Values of quantities, null where a row does not count.</summary>
    public required IReadOnlyDictionary<string, Func<TFact, double?>> Numbers { get; init; }

    /// <inheritdoc/>
    public override async Task<Outcome<IReadOnlyList<FactGroup>>> Groups(IServiceProvider services, FactRequest request, CancellationToken cancellationToken)
    {
        var read = await Rows(services, request, cancellationToken).ConfigureAwait(false);
        if (!read.IsOk)
            return read.Problem;
        return read.Value.GroupBy(one => one.Key, one => one.Value)
            .Select(group =>
            {
                List<double> values = [.. group.OfType<double>()];
                return new FactGroup(group.Key, group.LongCount(), values.Count, values.Sum(), values.Count > 0 ? values.Min() : null, values.Count > 0 ? values.Max() : null);
            }).ToList();
    }

    /// <inheritdoc/>
    public override async Task<Outcome<IReadOnlyList<FactValue>>> Values(IServiceProvider services, FactRequest request, int most, CancellationToken cancellationToken)
    {
        var read = await Rows(services, request, cancellationToken).ConfigureAwait(false);
        return read.IsOk ? read.Value.Where(one => one.Value is not null).Take(most + 1).Select(one => new FactValue(one.Key, one.Value!.Value)).ToList() : read.Problem;
    }

    private async Task<Outcome<List<(FactKey Key, double? Value)>>> Rows(IServiceProvider services, FactRequest request, CancellationToken cancellationToken)
    {
        var read = await Read(services, request, cancellationToken).ConfigureAwait(false);
        if (!read.IsOk)
            return read.Problem;
        var (columns, number) = (request.Columns.Select(column => Columns[column]).ToList(), Numbers[request.Quantity.Key]);
        string Text(TFact row, int at) => columns.Count > at ? columns[at](row) : "";
        return read.Value.Where(row => Day(row) >= request.First && Day(row) <= request.Last && request.Filters.All(filter => filter.Values.Contains(Columns[filter.Column](row))))
            .Select(row => (new FactKey(Text(row, 0), Text(row, 1), Text(row, 2), request.Grain?.KeyOf(Day(row)) ?? 0), number(row))).ToList();
    }
}
