using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Quality.Statistics;

/// <summary>How much of what was to be measured was measured.</summary>
/// <param name="Station">The station.</param>
/// <param name="Factor">Name of the factor.</param>
/// <param name="Due">应测: hours up to now, or measurements that the plan asks for.</param>
/// <param name="Measured">实测.</param>
/// <param name="Valid">Of these, valid ones.</param>
/// <param name="Basis">Where the figure due comes from.</param>
public sealed record CompletenessRow(QualityStation Station, string Factor, int Due, int Measured, int Valid, string Basis)
{
    /// <summary>完成率 (传输率 of automatic stations).</summary>
    public double? Rate => Due == 0 ? null : Math.Min(1, (double)Measured / Due);

    /// <summary>有效率.</summary>
    public double? ValidRate => Due == 0 ? null : Math.Min(1, (double)Valid / Due);
}

/// <summary>完成情况: automatic stations by their hours, points watched by hand by their plan.</summary>
public sealed class Completeness(GridReader grids, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    private const double DaysOfYear = 365.25;

    /// <summary>Rows of all stations for a range.</summary>
    public async Task<IReadOnlyList<CompletenessRow>> Of(IReadOnlyList<QualityStation> stations, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var end = to < now ? to : now;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var ids = stations.Select(station => station.Id).ToList();
        var plans = (await db.Set<MonitoringPlan>().AsNoTracking().Where(plan => ids.Contains(plan.StationId)).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(plan => plan.StationId);
        var rows = new IEnumerable<CompletenessRow>[stations.Count];
        await Parallel.ForAsync(0, stations.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken }, async (at, token) =>
        {
            var station = stations[at];
            var grid = await grids.Read(station, Interval.Hour, from, end, token).ConfigureAwait(false);
            rows[at] = grid.Interval is null ? [.. ByPlan(grid, [.. plans[station.Id]], from, end)] : [.. grid.Columns.Select(column => Continuous(grid, column, GridReader.CountOf(Interval.Hour, from, end)))];
        }).ConfigureAwait(false);
        return [.. rows.SelectMany(row => row)];
    }

    /// <summary>Analysers of water may work every two or four hours: no more is due of them.</summary>
    private static CompletenessRow Continuous(StationGrid grid, GridColumn column, int hours)
    {
        var cycle = AnalysisCycle.Of(grid.Medium.Medium, Enumerable.Range(0, grid.Times.Count).Where(row => column.Values[row].Value is not null).Select(row => grid.Wall(row).Hour));
        return new CompletenessRow(
            grid.Station, column.Name, (int)Math.Ceiling(hours / (double)cycle.Hours), column.Values.Count(value => value.Value is not null), column.Values.Count(value => value.Valid is not null),
            cycle.Hours == 1 ? "连续监测：每小时一个小时值" : $"连续监测：每 {cycle.Hours} 小时一个值");
    }

    private static IEnumerable<CompletenessRow> ByPlan(StationGrid samples, IReadOnlyList<MonitoringPlan> plans, DateTime from, DateTime to)
    {
        if (plans.Count == 0)
            return samples.Columns.Select(column => new CompletenessRow(samples.Station, column.Name, 0, Count(column), Count(column), "没有监测计划，不能计算应测数"));
        return plans.SelectMany(plan => (plan.Factors == "全部" ? samples.Columns.Select(column => column.Name) : plan.Factors.Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(factor =>
        {
            var column = samples.Columns.FirstOrDefault(one => one.Name == factor || one.Factor == factor);
            var (count, due) = (column is null ? 0 : Count(column), DueOf(plan, from, to));
            return new CompletenessRow(samples.Station, factor, due, count, count, $"监测计划：{plan.Frequency}{plan.TimesEach ?? 1} 次，{plan.From:yyyy-MM-dd} 起");
        }));
    }

    /// <summary>Whole measurements that the plan asks for within the range, of what lies in its own days.</summary>
    private static int DueOf(MonitoringPlan plan, DateTime from, DateTime to)
    {
        var (first, last) = (plan.From?.ToUtc() is { } begins && begins > from ? begins : from, plan.To?.AddDays(1).ToUtc() is { } ends && ends < to ? ends : to);
        return last <= first ? 0 : (int)Math.Floor(((last - first).TotalDays / DaysOfYear * plan.TimesAYear) + 1e-6);
    }

    private static int Count(GridColumn column) => column.Values.Count(value => value.Value is not null);
}
