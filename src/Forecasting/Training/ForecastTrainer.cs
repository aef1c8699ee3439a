using EcoPark.Analysis;
using EcoPark.Analysis.Forecasts;
using EcoPark.Platform.Time;

namespace EcoPark.Forecasting;

/// <summary>Trains one forecast from what was measured.</summary>
public sealed class ForecastTrainer(ForecastSettings settings, TimeProvider clock)
{
    /// <summary>History that is learned from, at most.</summary>
    private const int MostYears = 3;

    /// <summary>Valid hours without which nothing is learned: half a year.</summary>
    public const int FewestHours = 4_380;

    private const double TestShare = 0.2;

    /// <summary>The trained forecast, or why there is none; takes from seconds to a minute.</summary>
    /// <param name="to">UTC, end of the history; its limit is the one in force.</param>
    public async Task<StoredForecast> Train(IForecastSubject subject, DateTime to, CancellationToken cancellationToken)
    {
        var (from, factor) = (to.AddYears(-MostYears), subject.Key.Factor);
        var stored = new StoredForecast { PointId = subject.Key.PointId, Factor = factor, TrainedAt = clock.UtcNow(), From = from, To = to };
        if (await subject.Hours(from, to, cancellationToken).ConfigureAwait(false) is not var (table, bearings))
            return Refuse(stored, "这一点位没有这一因子的数据");
        var series = table[factor].ToArray();
        stored.Hours = Series.Count(series);
        if (stored.Hours < FewestHours)
            return Refuse(stored, $"近三年有效小时数据 {stored.Hours} 个，至少要 {FewestHours} 个（半年）");

        // Years before the first hour teach nothing and would only be carried along.
        var first = Array.FindIndex(series, double.IsFinite);
        table = table.Rows(first, table.Length);
        var options = new ForecastOptions { Limit = subject.LimitAt(to)?.Value, Bearings = bearings, Threads = settings.Threads };
        stored.From = from.AddHours(first);
        var result = await TrainingProcess.Run(TrainingWork.Of(table, factor, (int)(table.Length * (1 - TestShare)), options), cancellationToken).ConfigureAwait(false);
        if (result.Refusal is { } why)
            return Refuse(stored, why);
        (stored.BackTest, stored.Content) = (result.BackTest, result.Content);
        return stored;
    }

    private static StoredForecast Refuse(StoredForecast stored, string why)
    {
        (stored.Refusal, stored.BackTest) = (why, "");
        return stored;
    }
}
