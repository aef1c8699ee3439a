namespace EcoPark.Analysis.Forecasts;

/// <summary>What is forecast from an origin: the value some hours ahead, or the mean of a coming day.</summary>
/// <param name="Ahead">Hours ahead, or days ahead from 1.</param>
/// <param name="IsDay">Mean of hours 24·(Ahead − 1) + 1 … 24·Ahead.</param>
internal readonly record struct ForecastTarget(int Ahead, bool IsDay)
{
    /// <summary>Hours a daily mean needs: GB 3095-2012 table 4 asks for 20.</summary>
    private const int FewestHoursOfDay = 20;

    /// <summary>Last hour that the outcome needs.</summary>
    public int Reach => IsDay ? 24 * Ahead : Ahead;

    /// <summary>The outcome as it was measured; NaN where it was not. Never filled.</summary>
    public double At(ReadOnlySpan<double> series, int row)
    {
        if (row + Reach >= series.Length)
            return double.NaN;
        if (!IsDay)
            return series[row + Ahead];
        var hours = series.Slice(row + Reach - 23, 24);
        return Series.Count(hours) >= FewestHoursOfDay ? Series.Mean(hours) : double.NaN;
    }
}
