namespace EcoPark.Analysis;

/// <summary>Equally stepped series as this library takes them: one double a step, NaN where nothing valid was measured.</summary>
public static class Series
{
    /// <summary>Null becomes NaN.</summary>
    public static double[] FromNullable(IEnumerable<double?> values) => [.. values.Select(value => value ?? double.NaN)];

    /// <summary>The values that are there, in their order.</summary>
    public static double[] Present(ReadOnlySpan<double> series)
    {
        var present = new double[Count(series)];
        var at = 0;
        foreach (var value in series)
        {
            if (double.IsFinite(value))
                present[at++] = value;
        }

        return present;
    }

    /// <summary>How many values are there.</summary>
    public static int Count(ReadOnlySpan<double> series)
    {
        var count = 0;
        foreach (var value in series)
        {
            if (double.IsFinite(value))
                count++;
        }

        return count;
    }

    /// <summary>Mean of the values that are there; NaN where there are none.</summary>
    public static double Mean(ReadOnlySpan<double> series)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in series)
        {
            if (!double.IsFinite(value))
                continue;
            sum += value;
            count++;
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
