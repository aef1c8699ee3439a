using System.Text.Json;
using System.Text.Json.Serialization;
using EcoPark.Analysis.Forecasts;

namespace EcoPark.Forecasting;

/// <summary>All that one training needs, so that it can be done anywhere.</summary>
/// <param name="FirstHour">Park's wall clock of the first row.</param>
/// <param name="Columns">Name → hours, NaN where nothing valid was measured.</param>
/// <param name="Factor">Column that is forecast.</param>
/// <param name="TestFrom">First row that is kept for the back-test.</param>
internal sealed record TrainingWork(DateTime FirstHour, IReadOnlyDictionary<string, double[]> Columns, string Factor, int TestFrom, ForecastOptions Options)
{
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static TrainingWork Of(HourlyTable table, string factor, int testFrom, ForecastOptions options) =>
        new(table.FirstHour, table.Names.ToDictionary(name => name, name => table[name].ToArray(), StringComparer.Ordinal), factor, testFrom, options);

    public static TrainingWork Read(Stream stream) => JsonSerializer.Deserialize<TrainingWork>(stream, Json) ?? throw new InvalidDataException("There is nothing to train.");

    public Task Write(Stream stream, CancellationToken cancellationToken) => JsonSerializer.SerializeAsync(stream, this, Json, cancellationToken);

    /// <summary>A back-test on the newest part that was kept from it, then the forecast on all of the history; from seconds to a minute.</summary>
    public TrainingResult Do(CancellationToken cancellationToken)
    {
        var table = new HourlyTable(FirstHour, Columns);
        try
        {
            var backTest = BackTestSummary.Of(BackTest.Run(table, Factor, TestFrom, Options, cancellationToken)).Write();
            using var content = new MemoryStream();
            ForecastModel.Train(table, Factor, Options, cancellationToken).Save(content);
            return new TrainingResult(backTest, content.ToArray(), null);
        }
        catch (ArgumentException exception)
        {
            // The history is long enough, but its valid hours lie so that some horizon has none to learn from.
            return TrainingResult.Refused($"历史数据的分布不足以训练（{exception.Message[..Math.Min(exception.Message.Length, 100)]}）");
        }
        catch (Exception exception) when (exception is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            return TrainingResult.Refused("服务器缺少 LightGBM 所需的 OpenMP 运行库，请安装 libgomp1 后重启");
        }
    }
}

/// <summary>A trained forecast, or why there is none.</summary>
/// <param name="BackTest">Scores, see <see cref="BackTestSummary"/>.</param>
/// <param name="Content">The forecast as <see cref="TrainedForecast.Save"/> writes it.</param>
/// <param name="Refusal">Chinese.</param>
internal sealed record TrainingResult(string BackTest, byte[] Content, string? Refusal)
{
    public static TrainingResult Refused(string why) => new("", [], why);
}
