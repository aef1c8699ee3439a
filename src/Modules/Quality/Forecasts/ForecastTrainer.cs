using EcoPark.Analysis;
using EcoPark.Analysis.Forecasts;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>Trains one forecast: a back-test on the newest part that was kept from it, then the forecast on all of the history.</summary>
public sealed class ForecastTrainer(ForecastTable tables, StationJudge judge, ForecastSettings settings, TimeProvider clock)
{
    /// <summary>History that is learned from, at most.</summary>
    private const int MostYears = 3;

    /// <summary>Valid hours without which nothing is learned: half a year.</summary>
    public const int FewestHours = 4_380;

    private const double TestShare = 0.2;

    /// <summary>The trained forecast, or why there is none; takes from seconds to a minute.</summary>
    public async Task<StoredForecast> Train(QualityStation station, string factor, DateTime to, CancellationToken cancellationToken)
    {
        var from = to.AddYears(-MostYears);
        var stored = new StoredForecast { StationId = station.Id, Factor = factor, TrainedAt = clock.UtcNow(), From = from, To = to };
        if (await tables.Of(station, factor, from, to, cancellationToken).ConfigureAwait(false) is not var (table, bearings, column))
            return Refuse(stored, "站点没有这一因子的数据");
        stored.Hours = Series.Count(column.Series);
        if (stored.Hours < FewestHours)
            return Refuse(stored, $"近三年有效小时数据 {stored.Hours} 个，至少要 {FewestHours} 个（半年）");

        // Years before the station's first hour teach nothing and would only be carried along.
        var first = Array.FindIndex(column.Series, double.IsFinite);
        table = table.Rows(first, table.Length);
        var options = Options(LimitOf(judge, station, factor, column.Unit, to), bearings);
        return await Task.Run(
            () =>
            {
                stored.From = from.AddHours(first);
                try
                {
                    stored.BackTest = BackTestSummary.Of(BackTest.Run(table, factor, (int)(table.Length * (1 - TestShare)), options, cancellationToken)).Write();
                    using var content = new MemoryStream();
                    ForecastModel.Train(table, factor, options, cancellationToken).Save(content);
                    stored.Content = content.ToArray();
                    return stored;
                }
                catch (ArgumentException exception)
                {
                    // The history is long enough, but its valid hours lie so that some horizon has none to learn from.
                    return Refuse(stored, $"历史数据的分布不足以训练（{exception.Message[..Math.Min(exception.Message.Length, 100)]}）");
                }
                catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
                {
                    return Refuse(stored, "服务器缺少 LightGBM 所需的 OpenMP 运行库，请安装 libgomp1 后重启");
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Limit whose exceedance is warned of, in the factor's unit: that of the hour; where only the day is limited, the day's, as an indication.
    /// Of factors that must not fall below a limit (dissolved oxygen) there is none.
    /// </summary>
    public static (double Value, Limit Limit)? LimitOf(StationJudge judge, QualityStation station, string factor, string unit, DateTime at)
    {
        var wall = ParkTime.FromUtc(at);
        var periods = QualityMedium.OfTitle(station.Medium) == QualityMedium.Air ? new[] { Averaging.Hour, Averaging.Day } : [Averaging.Sample];
        foreach (var averaging in periods)
        {
            if (judge.Judge(station, factor, 0m, Unit.Of(unit), averaging, wall).Limit is { Upper: { } upper } limit
                && UnitConversion.Convert(upper, limit.Unit, Unit.Of(unit), FactorTable.Find(factor, limit.Medium)?.MolarMass, GasState.Of(limit.Medium)) is { } converted)
                return ((double)converted, limit);
        }

        return null;
    }

    private ForecastOptions Options((double Value, Limit Limit)? limit, IReadOnlyDictionary<string, double> bearings) =>
        new() { Limit = limit?.Value, Bearings = bearings, Threads = settings.Threads };

    private static StoredForecast Refuse(StoredForecast stored, string why)
    {
        stored.Refusal = why;
        return stored;
    }
}
