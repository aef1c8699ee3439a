namespace EcoPark.Analysis.Forecasts;

/// <summary>Outcome of forecasting hours that were kept from the model.</summary>
/// <param name="Horizons">Scores by horizon.</param>
/// <param name="Days">Scores of daily means.</param>
/// <param name="Onsets">Warnings of exceedances; null where no limit was given.</param>
/// <param name="PersistenceOnsets">The same warnings given by persistence with its own residuals.</param>
public sealed record BackTestReport(
    IReadOnlyList<HorizonScore> Horizons, IReadOnlyList<HorizonScore> Days, OnsetScore? Onsets, OnsetScore? PersistenceOnsets);

/// <summary>Scores of one horizon, over the hours at which both origin and outcome were measured.</summary>
/// <param name="Horizon">Hours ahead (daily means: days ahead).</param>
/// <param name="N">Forecasts with an outcome.</param>
/// <param name="Rmse">Root mean square error, unit of the target.</param>
/// <param name="Mae">Mean absolute error.</param>
/// <param name="PersistenceRmse">Of the last value.</param>
/// <param name="ClimatologyRmse">Of the usual value.</param>
/// <param name="Coverage">Share of outcomes within the interval.</param>
/// <param name="Method">Method chosen for this horizon.</param>
public sealed record HorizonScore(
    int Horizon, int N, double Rmse, double Mae, double PersistenceRmse, double ClimatologyRmse, double Coverage, ForecastMethod Method)
{
    /// <summary>1 − mean square error / that of persistence; 0 is no better, 1 is perfect.</summary>
    public double Skill => 1 - (Rmse * Rmse / (PersistenceRmse * PersistenceRmse));
}

/// <summary>How warnings met the onsets of exceedances.</summary>
/// <param name="Threshold">Probability from which a warning is given.</param>
/// <param name="Alarms">Warnings, one per run of hours in alarm.</param>
/// <param name="FalseAlarms">Warnings without an exceedance within the window.</param>
/// <param name="Onsets">First hours over the limit after three hours below.</param>
/// <param name="Hits">Onsets warned of.</param>
/// <param name="MedianLeadHours">From first warning to onset, over the hits; NaN without hits.</param>
public sealed record OnsetScore(double Threshold, int Alarms, int FalseAlarms, int Onsets, int Hits, double MedianLeadHours)
{
    /// <summary>Share of warnings that were followed by an exceedance.</summary>
    public double Precision => Alarms == 0 ? double.NaN : 1 - ((double)FalseAlarms / Alarms);

    /// <summary>Share of onsets that were warned of.</summary>
    public double Recall => Onsets == 0 ? double.NaN : (double)Hits / Onsets;

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);
}
