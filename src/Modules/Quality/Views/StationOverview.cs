using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Quality.Views;

/// <summary>A station as it stands now.</summary>
/// <param name="Assessment">Newest row that holds anything; null where there is none.</param>
public sealed record StationState(QualityStation Station, StationGrid Grid, RowAssessment? Assessment)
{
    /// <summary>Watched by people, not by a device.</summary>
    public bool IsManual => Station.PointId is null;

    /// <summary>Of a device: an hour is there two hours after its beginning; analysers of water may need four hours for a result.</summary>
    public bool IsFresh(TimeProvider clock) => !IsManual && Assessment is not null && Grid.Times[Assessment.Row] > clock.UtcNow().AddHours(-1.5 - Cycle.Hours);

    private AnalysisCycle Cycle => AnalysisCycle.Of(Grid.Medium.Medium, Enumerable.Range(0, Grid.Times.Count).Where(Grid.HasData).Select(row => Grid.Wall(row).Hour));
}

/// <summary>The newest hour of many stations, judged; of points watched by hand the newest sample of the year.</summary>
public sealed class StationOverview(GridReader grids, StationAssessor assessor, TimeProvider clock)
{
    public async Task<IReadOnlyList<StationState>> Of(IReadOnlyList<QualityStation> stations, CancellationToken cancellationToken)
    {
        var states = new StationState[stations.Count];
        await Parallel.ForAsync(0, stations.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (at, token) =>
            states[at] = await Of(stations[at], token).ConfigureAwait(false)).ConfigureAwait(false);
        return states;
    }

    private async Task<StationState> Of(QualityStation station, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var from = station.PointId is null ? now.AddYears(-1) : now.AddHours(-24 - StationAssessor.LeadHours);
        var grid = await grids.Read(station, Interval.Hour, from, now, cancellationToken).ConfigureAwait(false);
        var newest = grid.NewestFirst.Cast<int?>().FirstOrDefault();
        return new StationState(station, grid, newest is { } row && grid.Times[row] >= (station.PointId is null ? from : now.AddHours(-25)) ? assessor.Assess(grid, row) : null);
    }
}
