namespace EcoPark.Analysis.Forecasts;

/// <summary>What a forecast is made of. The defaults are those of docs/performance.md.</summary>
public sealed record ForecastOptions
{
    /// <summary>Horizons in hours that get a model of their own; those between are interpolated.</summary>
    public IReadOnlyList<int> ModelHorizons { get; init; } = [1, 2, 3, 6, 12, 18, 24];

    /// <summary>Days after the first 24 hours whose mean is forecast.</summary>
    public int Days { get; init; } = 3;

    /// <summary>Limit for which the probability of being over is wanted, unit of the target.</summary>
    public double? Limit { get; init; }

    /// <summary>A warning says that the limit will be exceeded within so many hours.</summary>
    public int WarningHours { get; init; } = 24;

    /// <summary>Share of values the interval shall hold.</summary>
    public double Coverage { get; init; } = 0.9;

    /// <summary>Bearing in degrees from the station to each place named in neighbour columns; adds upwind weighting.</summary>
    public IReadOnlyDictionary<string, double> Bearings { get; init; } = new Dictionary<string, double>();

    /// <summary>Share of the history, its newest part, held back to choose the method and to size the intervals.</summary>
    public double HoldBack { get; init; } = 1.0 / 3;

    /// <summary>Values of the target below which a forecast makes no sense (0 for concentrations).</summary>
    public double Floor { get; init; }

    /// <summary>Trees of a model at most.</summary>
    public int Trees { get; init; } = 200;

    /// <summary>Leaves of a tree.</summary>
    public int Leaves { get; init; } = 31;

    /// <summary>Examples a leaf needs.</summary>
    public int FewestInLeaf { get; init; } = 40;

    /// <summary>Share of each tree that is added.</summary>
    public double LearningRate { get; init; } = 0.03;

    /// <summary>Share of the features each tree may use.</summary>
    public double FeatureFraction { get; init; } = 0.25;

    /// <summary>Models trained at the same time.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Same seed, same forecast.</summary>
    public int Seed { get; init; } = 1;
}
