namespace EcoPark.Analysis.Forecasts;

/// <summary>Forecasts hours that were kept from the model, and scores them.</summary>
public static class BackTest
{
    /// <summary>Trains on the rows before <paramref name="testFrom"/>, forecasts from every hour after it, and scores by what came.</summary>
    /// <param name="table">Training and test.</param>
    /// <param name="target">Column to forecast.</param>
    /// <param name="testFrom">First row of the test.</param>
    /// <param name="options">What the forecast is made of.</param>
    /// <param name="cancellation">Looked at between models.</param>
    public static BackTestReport Run(HourlyTable table, string target, int testFrom, ForecastOptions options, CancellationToken cancellation = default)
    {
        var trained = ForecastModel.Train(table.Rows(0, testFrom), target, options, cancellation);
        return Score(trained, table, testFrom);
    }

    /// <summary>Scores a forecast that was trained on rows before <paramref name="testFrom"/>.</summary>
    public static BackTestReport Score(TrainedForecast trained, HourlyTable table, int testFrom)
    {
        var origins = new Origins(table, trained.Target, trained.Options);
        var usual = new Climatology(table.Rows(0, testFrom), origins.Series.AsSpan(0, testFrom));
        var rows = Enumerable.Range(testFrom, origins.Length - testFrom).Where(row => double.IsFinite(origins.Series[row])).ToList();
        var hours = trained.HourEstimates(origins, rows)
            .Select((estimates, at) => OfOutcome(origins, rows, estimates, new ForecastTarget(at + 1, false), usual, Method(trained, at + 1))).ToList();
        var days = trained.DayModels
            .Select(model => OfOutcome(origins, rows, model.Predict(origins, rows, trained.Options), model.Target, usual, model.Choice.Method)).ToList();
        if (trained.WarningModel is not { } warning || trained.Options.Limit is not { } limit)
            return new BackTestReport(hours, days, null, null);

        var strength = WarningModel.Strength(warning.Odds, origins, testFrom);
        var window = trained.Options.WarningHours;
        return new BackTestReport(hours, days,
            Onsets.Score(origins.Series, testFrom, limit, window, strength, warning.Threshold),
            Onsets.Score(origins.Series, testFrom, limit, window, origins.Series, warning.PersistenceThreshold));
    }

    private static ForecastMethod Method(TrainedForecast trained, int horizon) =>
        trained.Methods.TryGetValue(horizon, out var method) ? method : ForecastMethod.Blend;

    private static HorizonScore OfOutcome(
        Origins origins, List<int> rows, Estimate[] estimates, ForecastTarget outcome, Climatology usual, ForecastMethod method)
    {
        var (n, squares, amounts, persistence, climatology, inside) = (0, 0.0, 0.0, 0.0, 0.0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            var measured = outcome.At(origins.Series, rows[i]);
            if (!double.IsFinite(measured))
                continue;
            n++;
            squares += Math.Pow(estimates[i].Value - measured, 2);
            amounts += Math.Abs(estimates[i].Value - measured);
            persistence += Math.Pow(origins.Series[rows[i]] - measured, 2);
            climatology += Math.Pow(usual.Of(outcome, origins.Time(rows[i])) - measured, 2);
            if (measured >= estimates[i].Lower && measured <= estimates[i].Upper)
                inside++;
        }

        return new HorizonScore(outcome.Ahead, n, Math.Sqrt(squares / n), amounts / n, Math.Sqrt(persistence / n), Math.Sqrt(climatology / n),
            (double)inside / n, method);
    }
}
