namespace EcoPark.Forecasting;

/// <summary>How the issued forecasts have stood against what was measured since.</summary>
/// <param name="Horizon">Hours ahead.</param>
/// <param name="N">Issues whose hour has come and was measured.</param>
/// <param name="Rmse">Of the forecast.</param>
/// <param name="PersistenceRmse">Of the last value before each issue, over the same hours.</param>
/// <param name="Inside">Share of the outcomes within the interval.</param>
public sealed record PastSkill(int Horizon, int N, double? Rmse, double? PersistenceRmse, double? Inside);

/// <summary>Holds issues against what came.</summary>
public sealed class ForecastSkill(ForecastBook book)
{
    /// <summary>Fewer outcomes say nothing.</summary>
    public const int Fewest = 30;

    private static readonly int[] Horizons = [1, 3, 6, 12, 24];

    /// <summary>Skill of the issues since a time.</summary>
    public async Task<IReadOnlyList<PastSkill>> Of(IForecastSubject subject, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var issues = await book.Issues(subject.Key, from, cancellationToken).ConfigureAwait(false);
        if (issues.Count == 0)
            return [];
        var measured = await subject.Measured(from, to, cancellationToken).ConfigureAwait(false);
        var forecasts = issues.Select(issue => (issue.LastHour, Forecast: IssuedForecast.Read(issue.Content))).ToList();
        return [.. Horizons.Select(horizon => Of(horizon, forecasts, measured))];
    }

    internal static PastSkill Of(int horizon, IReadOnlyList<(DateTime LastHour, IssuedForecast Forecast)> issues, IReadOnlyDictionary<DateTime, double> measured)
    {
        var (n, error, persistence, inside) = (0, 0.0, 0.0, 0);
        foreach (var (last, forecast) in issues)
        {
            if (forecast.Hours.FirstOrDefault(hour => hour.Horizon == horizon) is not { } point || !measured.TryGetValue(last.AddHours(horizon), out var came) || !measured.TryGetValue(last, out var before))
                continue;
            n++;
            error += Math.Pow(point.Value - came, 2);
            persistence += Math.Pow(before - came, 2);
            inside += came >= point.Lower && came <= point.Upper ? 1 : 0;
        }

        return n == 0 ? new PastSkill(horizon, 0, null, null, null) : new PastSkill(horizon, n, Math.Sqrt(error / n), Math.Sqrt(persistence / n), (double)inside / n);
    }
}
