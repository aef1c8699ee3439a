using System.Text.Json;
using System.Text.Json.Serialization;
using EcoPark.Analysis.Forecasts;

namespace EcoPark.Forecasting;

/// <summary>A forecast as it was issued.</summary>
/// <param name="Hours">Hours 1 … 24 after the last known one.</param>
/// <param name="Days">Means of the next days, each 24 hours.</param>
/// <param name="Warning">Whether the limit will be exceeded within a day; null without a limit, or with too few exceedances to learn from.</param>
/// <param name="Limit">Limit that was asked about, unit of the factor.</param>
public sealed record IssuedForecast(IReadOnlyList<ForecastPoint> Hours, IReadOnlyList<DayForecastPoint> Days, ExceedanceWarning? Warning, double? Limit)
{
    public string Write() => JsonSerializer.Serialize(this);

    public static IssuedForecast Read(string json) => JsonSerializer.Deserialize<IssuedForecast>(json)!;
}

/// <summary>What a back-test found, kept beside the model.</summary>
/// <param name="Horizons">Scores by hour.</param>
/// <param name="Days">Scores of daily means.</param>
/// <param name="Onsets">Warnings of onsets; null where none could be scored.</param>
/// <param name="PersistenceOnsets">The same by persistence.</param>
public sealed record BackTestSummary(IReadOnlyList<ScoreLine> Horizons, IReadOnlyList<ScoreLine> Days, OnsetLine? Onsets, OnsetLine? PersistenceOnsets)
{
    public static BackTestSummary Of(BackTestReport report) => new(
        [.. report.Horizons.Select(ScoreLine.Of)], [.. report.Days.Select(ScoreLine.Of)], OnsetLine.Of(report.Onsets), OnsetLine.Of(report.PersistenceOnsets));

    public string Write() => JsonSerializer.Serialize(this);

    public static BackTestSummary? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<BackTestSummary>(json);
}

/// <summary>One horizon. Figures that could not be worked out are null.</summary>
public sealed record ScoreLine(int Horizon, int N, double? Rmse, double? PersistenceRmse, double? ClimatologyRmse, double? Coverage, ForecastMethod Method)
{
    /// <summary>1 − mean square error / that of persistence.</summary>
    public double? Skill => Rmse is { } rmse && PersistenceRmse is > 0 and var persistence ? 1 - (rmse * rmse / (persistence * persistence)) : null;

    internal static ScoreLine Of(HorizonScore score) => new(score.Horizon, score.N, Finite(score.Rmse), Finite(score.PersistenceRmse), Finite(score.ClimatologyRmse), Finite(score.Coverage), score.Method);

    internal static double? Finite(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>Warnings against onsets of exceedance.</summary>
public sealed record OnsetLine(int Alarms, int Onsets, int Hits, double? Precision, double? Recall, double? MedianLeadHours)
{
    /// <summary>Harmonic mean of precision and recall; null where one of them is not known or both are 0.</summary>
    [JsonIgnore]
    public double? F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : null;

    internal static OnsetLine? Of(OnsetScore? score) => score is null ? null
        : new(score.Alarms, score.Onsets, score.Hits, ScoreLine.Finite(score.Precision), ScoreLine.Finite(score.Recall), ScoreLine.Finite(score.MedianLeadHours));
}
