namespace EcoPark.Analysis.Forecasts;

/// <summary>A forecast ready to be used. Safe for use by several threads after <see cref="ForecastModel.Train"/>.</summary>
public sealed class TrainedForecast
{
    internal TrainedForecast(string target, string[] columns, ForecastOptions options, Climatology climatology, IReadOnlyList<HorizonModel> hours,
        IReadOnlyList<HorizonModel> days, WarningModel? warning)
    {
        (Target, Options, Columns, Climatology) = (target, options, columns, climatology);
        (HourModels, DayModels, WarningModel) = (hours, days, warning);
        Methods = hours.ToDictionary(model => model.Target.Ahead, model => model.Choice.Method);
        DayMethods = days.ToDictionary(model => model.Target.Ahead, model => model.Choice.Method);
    }

    /// <summary>Column that is forecast.</summary>
    public string Target { get; }

    /// <summary>What it was trained with.</summary>
    public ForecastOptions Options { get; }

    /// <summary>Method chosen by horizon in hours.</summary>
    public IReadOnlyDictionary<int, ForecastMethod> Methods { get; }

    /// <summary>Method chosen by day.</summary>
    public IReadOnlyDictionary<int, ForecastMethod> DayMethods { get; }

    /// <summary>Columns it was trained with and must be given again.</summary>
    public IReadOnlyList<string> Columns { get; }

    internal Climatology Climatology { get; }

    internal IReadOnlyList<HorizonModel> HourModels { get; }

    internal IReadOnlyList<HorizonModel> DayModels { get; }

    internal WarningModel? WarningModel { get; }

    /// <summary>Hours 1 … last model horizon after the last row.</summary>
    /// <param name="recent">The last hours with the columns of the training; eight days fill all features, fewer leave some missing.</param>
    /// <exception cref="ArgumentException">Other columns than in training.</exception>
    public IReadOnlyList<ForecastPoint> Predict(HourlyTable recent)
    {
        var origins = See(recent);
        return [.. HourEstimates(origins, [origins.Length - 1]).Select((estimates, at) => Point(at + 1, estimates[0]))];
    }

    /// <summary>Means of the coming days.</summary>
    /// <param name="recent">As in <see cref="Predict"/>.</param>
    public IReadOnlyList<DayForecastPoint> PredictDays(HourlyTable recent)
    {
        var origins = See(recent);
        return [.. DayModels.Select(model => (model.Target.Ahead, Estimate: model.Predict(origins, [origins.Length - 1], Options)[0]))
            .Select(one => new DayForecastPoint(one.Ahead, one.Estimate.Value, one.Estimate.Lower, one.Estimate.Upper, one.Estimate.ProbabilityOver))];
    }

    /// <summary>Will the limit be exceeded within <see cref="ForecastOptions.WarningHours"/>?</summary>
    /// <param name="recent">As in <see cref="Predict"/>.</param>
    /// <returns>null without a limit, or where the history had too few exceedances to learn from.</returns>
    public ExceedanceWarning? Warn(HourlyTable recent)
    {
        if (WarningModel is null)
            return null;
        var origins = See(recent);
        var probability = WarningModel.Strength(WarningModel.Odds, origins, origins.Length - 1)[^1];
        return new ExceedanceWarning(probability, WarningModel.Threshold, origins.Series[^1] > Options.Limit);
    }

    /// <summary>Writes the forecast, so that a restart need not train again.</summary>
    /// <param name="stream">Seekable.</param>
    public void Save(Stream stream) => SavedForecast.Write(this, stream);

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="stream">Seekable.</param>
    /// <exception cref="InvalidDataException">Not such an archive.</exception>
    public static TrainedForecast Load(Stream stream) => SavedForecast.Read(stream);

    /// <summary>
    /// Estimates of horizon 1, 2, …, one an origin. Where a horizon has no model, what its neighbours differ from the usual value is
    /// interpolated, so that the daily cycle is kept.
    /// </summary>
    internal IReadOnlyList<Estimate[]> HourEstimates(Origins origins, IReadOnlyList<int> rows)
    {
        var unusual = HourModels.Select(model => model.Values(origins, rows).Select((value, at) => value - Usual(model.Target.Ahead, rows[at])).ToArray()).ToList();
        var all = new List<Estimate[]>();
        for (var horizon = 1; horizon <= HourModels[^1].Target.Ahead; horizon++)
        {
            var (below, above, share) = Between(horizon);
            all.Add([.. rows.Select((row, at) => Estimate(
                unusual[below][at] + (share * (unusual[above][at] - unusual[below][at])) + Usual(horizon, row), below, above, share))]);
        }

        return all;

        double Usual(int horizon, int row) => Climatology.Of(new ForecastTarget(horizon, false), origins.Time(row));
    }

    private Estimate Estimate(double value, int below, int above, double share)
    {
        var kept = Math.Max(value, Options.Floor);
        return HourModels[below].Residuals.Estimate(kept, Options).Towards(HourModels[above].Residuals.Estimate(kept, Options), share);
    }

    /// <summary>The models on both sides of a horizon, and how far it is from the first to the second.</summary>
    private (int Below, int Above, double Share) Between(int horizon)
    {
        var above = 0;
        while (HourModels[above].Target.Ahead < horizon)
            above++;
        var below = HourModels[above].Target.Ahead == horizon ? above : Math.Max(above - 1, 0);
        var (from, to) = (HourModels[below].Target.Ahead, HourModels[above].Target.Ahead);
        return (below, above, to == from ? 0 : (double)(horizon - from) / (to - from));
    }

    private Origins See(HourlyTable recent)
    {
        if (!recent.Names.ToHashSet(StringComparer.Ordinal).SetEquals(Columns))
            throw new ArgumentException($"The forecast was trained with the columns {string.Join(", ", Columns)}.", nameof(recent));
        return new Origins(recent, Target, Options);
    }

    private static ForecastPoint Point(int horizon, Estimate estimate) =>
        new(horizon, estimate.Value, estimate.Lower, estimate.Upper, estimate.ProbabilityOver);
}
