namespace EcoPark.Analysis.Forecasts;

/// <summary>What is known at an hour, as numbers for the trees. Nothing later than the row itself is read.</summary>
internal sealed class FeatureTable
{
    private static readonly int[] TargetLags = [0, 1, 2, 3, 4, 5, 6, 12, 23, 24, 47, 71, 167, 168];
    private static readonly int[] TargetWindows = [3, 6, 12, 24, 72, 168];

    private readonly HourlyTable _table;
    private readonly LaggedColumn _target;
    private readonly List<LaggedColumn> _others = [];
    private readonly WindFeatures? _wind;
    private readonly NeighbourFeatures? _neighbours;

    public FeatureTable(HourlyTable table, string target, ForecastOptions options)
    {
        _table = table;
        _target = new LaggedColumn(table[target].ToArray());
        _wind = WindFeatures.Of(table);
        _neighbours = NeighbourFeatures.Of(table, target, options.Bearings);
        foreach (var name in table.Names.Order(StringComparer.Ordinal))
        {
            if (name != target && !name.Contains('@', StringComparison.Ordinal) && name is not (HourlyTable.WindSpeed or HourlyTable.WindDirection))
                _others.Add(new LaggedColumn(table[name].ToArray()));
        }
    }

    /// <summary>Features of one origin.</summary>
    public float[] Row(int row)
    {
        var features = new List<float>(128);
        AddTarget(features, row);
        AddOthers(features, row);
        _wind?.Add(features, row);
        _neighbours?.Add(features, row);
        AddTime(features, _table.HourOf(row));
        return [.. features];
    }

    private void AddTarget(List<float> features, int row)
    {
        foreach (var lag in TargetLags)
            features.Add((float)_target.At(row - lag));
        foreach (var hours in TargetWindows)
        {
            var (mean, max, min, deviation) = _target.Window(row, hours);
            features.AddRange([(float)mean, (float)max, (float)min, (float)deviation]);
        }

        foreach (var hours in (ReadOnlySpan<int>)[1, 2, 3, 6, 12, 24])
            features.Add((float)_target.Change(row, hours));
    }

    private void AddOthers(List<float> features, int row)
    {
        foreach (var column in _others)
        {
            features.AddRange([(float)column.At(row), (float)column.Change(row, 1), (float)column.Change(row, 3), (float)column.Change(row, 6),
                (float)column.Change(row, 24), (float)column.Mean(row, 6), (float)column.Mean(row, 24)]);
        }
    }

    private static void AddTime(List<float> features, DateTime time)
    {
        var (hour, day) = (time.Hour * Math.Tau / 24, time.DayOfYear * Math.Tau / 365.25);
        features.AddRange([(float)Math.Sin(hour), (float)Math.Cos(hour), time.Hour, (int)time.DayOfWeek, (float)Math.Sin(day), (float)Math.Cos(day)]);
    }
}
