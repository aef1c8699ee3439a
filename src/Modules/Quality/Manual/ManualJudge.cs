using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Data;
using EcoPark.Standards;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Manual;

/// <summary>Judges manual results by the standard in force on the day of sampling.</summary>
public sealed class ManualJudge(StationJudge judge)
{
    /// <summary>The verdict on one result.</summary>
    public Verdict Judge(QualityStation station, ManualResult result)
    {
        var time = result.SampledAt ?? new TimeOnly(12, 0);
        var at = (result.SampledOn ?? DateOnly.MinValue).ToDateTime(time);
        var parsed = SampleResult.Parse(result.Result) ?? default;
        var averaging = QualityMedium.OfTitle(station.Medium) == QualityMedium.Noise ? StationJudge.NoisePeriod(at) : Averaging.Sample;
        return judge.Judge(station, result.Factor, parsed.Value, Unit.Of(result.Unit), averaging, at, parsed.DetectionLimit);
    }

    internal async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> Derive(ParkDb db, IReadOnlyList<ManualResult> results, CancellationToken cancellationToken)
    {
        var ids = results.Select(result => result.StationId).ToHashSet();
        var stations = await db.Set<QualityStation>().AsNoTracking().Where(station => ids.Contains(station.Id)).ToDictionaryAsync(station => station.Id, cancellationToken).ConfigureAwait(false);
        return [.. results.Select(result => stations.TryGetValue(result.StationId, out var station) ? Shown(Judge(station, result)) : new Dictionary<string, object?>())];
    }

    private static Dictionary<string, object?> Shown(Verdict verdict) => new()
    {
        ["standard"] = verdict.StandardNumber is { } number ? $"{number} {verdict.StandardName}" : null,
        ["limit"] = verdict.LimitText,
        ["verdict"] = VerdictWords.Of(verdict),
        ["multiple"] = verdict.ExceedanceMultiple is { } multiple ? (double)multiple : null,
    };
}
