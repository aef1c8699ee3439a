namespace EcoPark.Analysis.Forecasts;

/// <summary>Wind as u (to the east) and v (to the north), now, over the last hours, and how it turned.</summary>
internal sealed class WindFeatures
{
    private readonly LaggedColumn _speed;
    private readonly LaggedColumn _u;
    private readonly LaggedColumn _v;

    private WindFeatures(double[] speedMs, double[] fromDegrees)
    {
        var (u, v) = (new double[speedMs.Length], new double[speedMs.Length]);
        for (var i = 0; i < speedMs.Length; i++)
        {
            var radians = fromDegrees[i] * Math.PI / 180;
            u[i] = -speedMs[i] * Math.Sin(radians);
            v[i] = -speedMs[i] * Math.Cos(radians);
        }

        (_speed, _u, _v) = (new LaggedColumn(speedMs), new LaggedColumn(u), new LaggedColumn(v));
    }

    public static WindFeatures? Of(HourlyTable table) =>
        table.Has(HourlyTable.WindSpeed) && table.Has(HourlyTable.WindDirection)
            ? new WindFeatures(table[HourlyTable.WindSpeed].ToArray(), table[HourlyTable.WindDirection].ToArray())
            : null;

    public void Add(List<float> features, int row)
    {
        features.AddRange([(float)_speed.At(row), (float)_u.At(row), (float)_v.At(row), (float)_u.Change(row, 3), (float)_v.Change(row, 3)]);
        foreach (var hours in (ReadOnlySpan<int>)[3, 6, 12, 24])
            features.AddRange([(float)_speed.Mean(row, hours), (float)_u.Mean(row, hours), (float)_v.Mean(row, hours)]);
    }
}
