namespace EcoPark.Analysis.Forecasts;

/// <summary>Everything that forecasts one outcome.</summary>
internal sealed record HorizonModel(ForecastTarget Target, Members Members, MethodChoice Choice, Residuals Residuals)
{
    private const int FewestCases = 200;

    /// <summary>Learns on the older part, chooses and sizes the interval on the newer one, then learns again on all.</summary>
    /// <param name="origins">History.</param>
    /// <param name="outcome">What to forecast.</param>
    /// <param name="split">First row of the newer part.</param>
    /// <param name="climatologies">Of the older part, and of all.</param>
    /// <param name="options">What the forecast is made of.</param>
    /// <param name="cancellation">Looked at before each training.</param>
    public static HorizonModel Train(Origins origins, ForecastTarget outcome, int split, (Climatology Older, Climatology All) climatologies,
        ForecastOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var older = origins.Known(outcome, 0, split);
        var newer = origins.Known(outcome, split, origins.Length);
        var rehearsal = Members.Train(origins, older, outcome, climatologies.Older, options).Predict(origins, newer);
        double[] outcomes = [.. newer.Select(row => outcome.At(origins.Series, row))];
        var choice = MethodChoice.Of(newer, rehearsal, outcomes);
        var residuals = new Residuals([.. rehearsal.Select(choice.Combine)], outcomes, options.Coverage);

        cancellation.ThrowIfCancellationRequested();
        var final = Members.Train(origins, origins.Known(outcome, 0, origins.Length), outcome, climatologies.All, options);
        return new HorizonModel(outcome, final, choice, residuals);
    }

    /// <summary>Is there enough history for this outcome?</summary>
    /// <exception cref="ArgumentException">There is not.</exception>
    public static void RequireHistory(Origins origins, ForecastTarget outcome, int split)
    {
        var (older, newer) = (origins.Known(outcome, 0, split).Count, origins.Known(outcome, split, origins.Length).Count);
        if (older < FewestCases || newer < FewestCases)
            throw new ArgumentException($"Too little history: {older} hours to learn from and {newer} to check on, {FewestCases} of each are needed.");
    }

    /// <summary>One value an origin.</summary>
    public double[] Values(Origins origins, IReadOnlyList<int> rows) => [.. Members.Predict(origins, rows).Select(Choice.Combine)];

    /// <summary>One estimate an origin.</summary>
    public Estimate[] Predict(Origins origins, IReadOnlyList<int> rows, ForecastOptions options) =>
        [.. Values(origins, rows).Select(value => Residuals.Estimate(value, options))];
}
