namespace EcoPark.Analysis.Forecasts;

/// <summary>Trains the forecast of one hourly series.</summary>
public static class ForecastModel
{
    /// <summary>
    /// Trains every method for every horizon on the older part of the history, chooses among them and sizes the intervals on its newest part,
    /// then trains the chosen ones again on all of it.
    /// </summary>
    /// <param name="history">Hours; half a year at least for use, covariates are optional. Gaps are NaN and stay so.</param>
    /// <param name="target">Column to forecast.</param>
    /// <param name="options">What the forecast is made of.</param>
    /// <param name="cancellation">Looked at before each of the models.</param>
    /// <exception cref="ArgumentException">Too little history, or no such column.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static TrainedForecast Train(HourlyTable history, string target, ForecastOptions options, CancellationToken cancellation = default)
    {
        if (!history.Has(target))
            throw new ArgumentException($"There is no column {target}.", nameof(target));
        var origins = new Origins(history, target, options);
        var split = (int)(history.Length * (1 - options.HoldBack));
        var climatologies = (new Climatology(history.Rows(0, split), origins.Series.AsSpan(0, split)), new Climatology(history, origins.Series));

        List<ForecastTarget> outcomes =
            [.. options.ModelHorizons.Select(hour => new ForecastTarget(hour, false)), .. Enumerable.Range(1, options.Days).Select(day => new ForecastTarget(day, true))];
        foreach (var outcome in outcomes)
            HorizonModel.RequireHistory(origins, outcome, split);

        // One thread a model: trees of this size gain little from more, and lose much where the processors are busy with other work.
        var models = outcomes.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Max(options.Threads, 1)).WithCancellation(cancellation)
            .WithMergeOptions(ParallelMergeOptions.FullyBuffered)
            .Select(outcome => HorizonModel.Train(origins, outcome, split, climatologies, options, cancellation)).ToList();
        var warning = options.Limit is { } limit ? WarningModel.Train(origins, split, limit, options, cancellation) : null;
        return new TrainedForecast(target, [.. history.Names], options, climatologies.Item2, [.. models.Where(model => !model.Target.IsDay).OrderBy(model => model.Target.Ahead)],
            [.. models.Where(model => model.Target.IsDay)], warning);
    }
}
