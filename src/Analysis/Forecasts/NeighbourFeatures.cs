namespace EcoPark.Analysis.Forecasts;

/// <summary>The same factor at other places: each of them, all together, and those the wind comes from.</summary>
internal sealed class NeighbourFeatures
{
    private readonly LaggedColumn _target;
    private readonly List<(LaggedColumn Column, double? Bearing)> _places;
    private readonly double[]? _fromDegrees;

    private NeighbourFeatures(LaggedColumn target, List<(LaggedColumn Column, double? Bearing)> places, double[]? fromDegrees) =>
        (_target, _places, _fromDegrees) = (target, places, fromDegrees);

    public static NeighbourFeatures? Of(HourlyTable table, string target, IReadOnlyDictionary<string, double> bearings)
    {
        var prefix = HourlyTable.Neighbour(target, "");
        var places = table.Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(name => (new LaggedColumn(table[name].ToArray()), bearings.TryGetValue(name[prefix.Length..], out var bearing) ? bearing : (double?)null)).ToList();
        if (places.Count == 0)
            return null;
        var from = table.Has(HourlyTable.WindDirection) ? table[HourlyTable.WindDirection].ToArray() : null;
        return new NeighbourFeatures(new LaggedColumn(table[target].ToArray()), places, from);
    }

    public void Add(List<float> features, int row)
    {
        var values = _places.Select(place => place.Column.At(row)).ToArray();
        var changes = _places.Select(place => place.Column.Change(row, 1)).ToArray();
        var changes3 = _places.Select(place => place.Column.Change(row, 3)).ToArray();
        foreach (var value in values)
            features.Add((float)value);
        var mean = Series.Mean(values);
        features.AddRange([(float)mean, (float)(_target.At(row) - mean), (float)Percentiles.Of(values, 1), (float)Percentiles.Of(values, 0),
            (float)Series.Mean(changes), (float)Series.Mean(changes3), (float)Upwind(values, row), (float)Upwind(changes, row), (float)Upwind(changes3, row)]);
    }

    /// <summary>Mean weighted by max(cos(angle between wind and bearing), 0).</summary>
    private double Upwind(double[] values, int row)
    {
        if (_fromDegrees is null || !double.IsFinite(_fromDegrees[row]))
            return double.NaN;
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (_places[i].Bearing is not { } bearing || !double.IsFinite(values[i]))
                continue;
            var weight = Math.Max(Math.Cos((bearing - _fromDegrees[row]) * Math.PI / 180), 0);
            sum += weight * values[i];
            weights += weight;
        }

        return weights > 0 ? sum / weights : double.NaN;
    }
}
