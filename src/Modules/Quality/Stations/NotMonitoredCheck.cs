using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Platform;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Standards.Air;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Stations;

/// <summary>HJ 633-2026 chapter 5: the plan may leave an item out only where three years have not seen it as the primary pollutant of light pollution or worse.</summary>
internal sealed class NotMonitoredCheck(GridReader grids, StationAssessor assessor, TimeProvider clock) : IRecordCheck
{
    private const int Years = 3;

    /// <summary>AQI above which the air is polluted, HJ 633-2026 table 1.</summary>
    private const int LightPollution = 100;

    public string Type => QualityStationType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var station = (QualityStation)record;
        if (station.Medium != QualityMedium.Air.Title || station.PointId is null || station.ItemsNotMonitored.Count == 0)
            return null;
        // As if all items were in the plan: what is left out now counts in what was measured then.
        var measured = new QualityStation { Id = station.Id, Name = station.Name, Medium = station.Medium, Class = station.Class, PointId = station.PointId };
        var to = ParkTime.ToUtc(clock.ParkNow().Date);
        var grid = await grids.ReadWithDerived(measured, Interval.Day, ParkTime.ToUtc(clock.ParkNow().Date.AddYears(-Years)), to, cancellationToken).ConfigureAwait(false);
        foreach (var row in grid.NewestFirst)
        {
            if (assessor.Assess(grid, row).Air is { Index: > LightPollution } air && air.PrimaryPollutants.Where(station.ItemsNotMonitored.Contains).ToList() is [var item, ..])
            {
                return new Problem(
                    "not-monitored", $"{grid.Wall(row):yyyy-MM-dd} 的首要污染物是 {item.Symbol()}（AQI {air.Index}）：近三年曾以它为首要污染物出现轻度及以上污染，监测方案不能不测（HJ 633-2026 第 5 章）。", "notMonitored");
            }
        }

        return null;
    }
}
