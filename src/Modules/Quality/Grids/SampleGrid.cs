using EcoPark.Modules.Quality.Manual;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Grids;

/// <summary>Samples taken by hand as a table of times × factors.</summary>
internal static class SampleGrid
{
    public static StationGrid Of(QualityStation station, IReadOnlyList<ManualResult> results)
    {
        var medium = QualityMedium.OfTitle(station.Medium)!.Medium;
        var times = results.Select(TimeOf).Distinct().Order().ToList();
        var rows = times.Select((time, row) => (time, row)).ToDictionary(one => one.time, one => one.row);
        var columns = results.GroupBy(result => (result.Factor, result.Unit)).Select(same =>
        {
            var values = new GridValue[times.Count];
            foreach (var result in same)
            {
                if (SampleResult.Parse(result.Result) is { } parsed)
                    values[rows[TimeOf(result)]] = new GridValue(parsed.Figure, true, default, 'N', Origin.Sent, (double?)parsed.DetectionLimit);
            }

            var decimals = same.Max(result => result.Result.Contains('.', StringComparison.Ordinal) ? result.Result.TrimEnd('L').Length - result.Result.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
            return new GridColumn(same.Key.Factor, FactorTable.Find(same.Key.Factor, medium)?.Name ?? same.Key.Factor, same.Key.Unit, decimals, null, values);
        });
        return new StationGrid(station, null, times, [.. columns]);
    }

    private static DateTime TimeOf(ManualResult result) => ParkTime.ToUtc(result.SampledOn!.Value.ToDateTime(result.SampledAt ?? new TimeOnly(12, 0)));
}
