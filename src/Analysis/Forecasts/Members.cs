namespace EcoPark.Analysis.Forecasts;

/// <summary>The forecasts of one outcome that are blended.</summary>
internal sealed class Members
{
    /// <summary>λ of both regressions, chosen on Beijing PM2.5 of 2013–2015.</summary>
    private const double Penalty = 0.1;

    /// <summary>Method of each column of <see cref="Predict"/>.</summary>
    public static readonly ForecastMethod[] Methods =
    [
        ForecastMethod.Persistence, ForecastMethod.Climatology, ForecastMethod.Autoregressive, ForecastMethod.Autoregressive, ForecastMethod.Boosting,
    ];

    /// <summary>Weights before anything was tried: half the trees, half the regressions.</summary>
    public static readonly double[] PriorWeights = [0, 0, 0.25, 0.25, 0.5];

    private readonly ForecastTarget _outcome;
    private readonly Climatology _climatology;
    private readonly double _floor;

    public Members(ForecastTarget outcome, Climatology climatology, RidgeLine change, RidgeLine level, BoostedTrees boosting, double floor)
    {
        (_outcome, _climatology, _floor) = (outcome, climatology, floor);
        (Change, Level, Boosting) = (change, level, boosting);
    }

    /// <summary>Line that forecasts the change from the last value.</summary>
    public RidgeLine Change { get; }

    /// <summary>Line that forecasts the value itself.</summary>
    public RidgeLine Level { get; }

    /// <summary>Trees that forecast the change from the last value.</summary>
    public BoostedTrees Boosting { get; }

    /// <param name="origins">The table.</param>
    /// <param name="rows">Origins with a measured outcome.</param>
    /// <param name="outcome">What to forecast.</param>
    /// <param name="climatology">From the same hours as the rows.</param>
    /// <param name="options">Size of the trees.</param>
    public static Members Train(Origins origins, IReadOnlyList<int> rows, ForecastTarget outcome, Climatology climatology, ForecastOptions options)
    {
        // Trees cannot go beyond the values they saw, and a change is easier to learn than a level: they learn the change.
        var changes = Rows(origins, rows, row => outcome.At(origins.Series, row) - origins.Last(row));
        var levels = Rows(origins, rows, row => outcome.At(origins.Series, row));
        return new Members(outcome, climatology, RidgeLine.Train(changes, Penalty), RidgeLine.Train(levels, Penalty),
            BoostedTrees.Train(changes, options.Trees, options), options.Floor);
    }

    /// <summary>One row of forecasts for each origin, in the order of <see cref="Methods"/>.</summary>
    public double[][] Predict(Origins origins, IReadOnlyList<int> rows)
    {
        var changes = Boosting.Predict(rows.Select(origins.Features));
        return [.. rows.Select((row, at) => OfOrigin(origins, row, changes[at]))];
    }

    private double[] OfOrigin(Origins origins, int row, double change)
    {
        var last = origins.Last(row);
        var usual = _climatology.Of(_outcome, origins.Time(row));
        if (!double.IsFinite(last))
            return [usual, usual, usual, usual, usual];
        var features = origins.Features(row);
        double[] forecasts = [last, usual, last + Change.Predict(features), Level.Predict(features), last + change];
        for (var i = 0; i < forecasts.Length; i++)
            forecasts[i] = Math.Max(forecasts[i], _floor);
        return forecasts;
    }

    private static List<TreeRow> Rows(Origins origins, IReadOnlyList<int> rows, Func<int, double> label) =>
        [.. rows.Select(row => new TreeRow { Label = (float)label(row), Features = origins.Features(row) })];
}
