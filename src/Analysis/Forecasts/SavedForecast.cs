using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EcoPark.Analysis.Forecasts;

/// <summary>A trained forecast as a zip archive: one JSON head, one ML.NET model an outcome.</summary>
internal sealed record SavedForecast(string Target, string[] Columns, ForecastOptions Options, double[] Climatology, SavedModel[] Models, SavedWarning? Warning)
{
    private const string Head = "forecast.json";
    private const string WarningTrees = "warning.zip";

    // Infinity is a threshold that is never reached.
    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static void Write(TrainedForecast forecast, Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        HorizonModel[] models = [.. forecast.HourModels, .. forecast.DayModels];
        using (var head = archive.CreateEntry(Head).Open())
        {
            JsonSerializer.Serialize(head, new SavedForecast(forecast.Target, [.. forecast.Columns], forecast.Options, forecast.Climatology.Means,
                [.. models.Select(SavedModel.Of)], SavedWarning.Of(forecast.WarningModel)), Json);
        }

        foreach (var model in models)
            WriteEntry(archive, TreesOf(model.Target), model.Members.Boosting.Save);
        if (forecast.WarningModel is { } warning)
            WriteEntry(archive, WarningTrees, warning.Odds.Trees.Save);
    }

    public static TrainedForecast Read(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        using var head = Open(archive, Head);
        var saved = JsonSerializer.Deserialize<SavedForecast>(head, Json) ?? throw new InvalidDataException("The archive holds no forecast.");
        var climatology = new Climatology(saved.Climatology);
        var models = saved.Models.Select(model => model.Restore(climatology, saved.Options, Open(archive, TreesOf(model.Target)))).ToList();
        return new TrainedForecast(saved.Target, saved.Columns, saved.Options, climatology, [.. models.Where(model => !model.Target.IsDay)],
            [.. models.Where(model => model.Target.IsDay)], saved.Warning?.Restore(Open(archive, WarningTrees)));
    }

    private static string TreesOf(ForecastTarget outcome) => $"{(outcome.IsDay ? "day" : "hour")}-{outcome.Ahead}.zip";

    private static void WriteEntry(ZipArchive archive, string name, Action<Stream> write)
    {
        // ML.NET seeks, entries do not.
        using var memory = new MemoryStream();
        write(memory);
        memory.Position = 0;
        using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        memory.CopyTo(entry);
    }

    private static MemoryStream Open(ZipArchive archive, string name)
    {
        using var entry = (archive.GetEntry(name) ?? throw new InvalidDataException($"The archive holds no {name}.")).Open();
        var memory = new MemoryStream();
        entry.CopyTo(memory);
        memory.Position = 0;
        return memory;
    }
}

/// <summary>What is kept of a <see cref="HorizonModel"/> beside its trees.</summary>
internal sealed record SavedModel(ForecastTarget Target, RidgeLine Change, RidgeLine Level, MethodChoice Choice, double[] Forecasts, double[] Outcomes)
{
    public static SavedModel Of(HorizonModel model) =>
        new(model.Target, model.Members.Change, model.Members.Level, model.Choice, model.Residuals.Forecasts, model.Residuals.Outcomes);

    public HorizonModel Restore(Climatology climatology, ForecastOptions options, Stream trees) =>
        new(Target, new Members(Target, climatology, Change, Level, BoostedTrees.Load(trees, Change.Weights.Length), options.Floor), Choice,
            new Residuals(Forecasts, Outcomes, options.Coverage));
}

/// <summary>What is kept of a <see cref="WarningModel"/> beside its trees.</summary>
internal sealed record SavedWarning(RidgeLine Line, double Threshold, double PersistenceThreshold)
{
    public static SavedWarning? Of(WarningModel? model) => model is null ? null : new(model.Odds.Line, model.Threshold, model.PersistenceThreshold);

    public WarningModel Restore(Stream trees) =>
        new(new ExceedanceOdds(BoostedClassifier.Load(trees, Line.Weights.Length), Line), Threshold, PersistenceThreshold);
}
