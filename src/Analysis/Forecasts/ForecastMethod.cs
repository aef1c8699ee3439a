namespace EcoPark.Analysis.Forecasts;

/// <summary>How a value is forecast.</summary>
public enum ForecastMethod
{
    /// <summary>The last value stays.</summary>
    Persistence,

    /// <summary>Usual value of the hour of the day in the season.</summary>
    Climatology,

    /// <summary>Regression on the last values and the climatology.</summary>
    Autoregressive,

    /// <summary>Gradient boosted trees.</summary>
    Boosting,

    /// <summary>Weighted mean of the above.</summary>
    Blend,
}
