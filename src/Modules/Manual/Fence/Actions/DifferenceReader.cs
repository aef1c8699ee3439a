using EcoPark.Analysis.Censoring;
using EcoPark.Modules.Manual.Figures;
using EcoPark.Modules.Manual.Points;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Fence.Actions;

/// <summary>Reads Δc of the fence of one enterprise over the last year: automatic points by periods of 14 days, samples by the days on which two or more points were sampled.</summary>
public sealed class DifferenceReader(IDeviceRegistry registry, IReadingStore store, FenceReader fence, ManualReader manual, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Factors of automatic points that are read of one enterprise; those with a level come first.</summary>
    public const int MostFactors = 20;

    /// <summary>Only factors whose level the park has set, of every enterprise; what the watch asks.</summary>
    internal async Task<IReadOnlyList<DifferenceRow>> Watched(CancellationToken cancellationToken)
    {
        var actions = await Actions(cancellationToken).ConfigureAwait(false);
        var rows = new List<DifferenceRow>();
        foreach (var enterprise in actions.Count == 0 ? [] : fence.Enterprises())
            rows.AddRange(await Automatic(enterprise, factor => actions.ContainsKey(ManualFactors.KeyOf(factor)), actions, cancellationToken).ConfigureAwait(false));
        return rows;
    }

    /// <param name="enterprise">Within the actor's scope; nothing is found of others.</param>
    public async Task<IReadOnlyList<DifferenceRow>> Read(int enterprise, CancellationToken cancellationToken)
    {
        var actions = await Actions(cancellationToken).ConfigureAwait(false);
        var automatic = fence.Enterprises().FirstOrDefault(one => one.Id == enterprise) is { } fenced ? await Automatic(fenced, _ => true, actions, cancellationToken).ConfigureAwait(false) : [];
        return [.. automatic, .. await Manual(enterprise, actions, cancellationToken).ConfigureAwait(false)];
    }

    private DateOnly Today => ParkWords.DayOf(clock.UtcNow());

    private async Task<IReadOnlyList<DifferenceRow>> Automatic(FencedEnterprise fenced, Func<string, bool> isWanted, Dictionary<string, FenceAction> actions, CancellationToken cancellationToken)
    {
        var (known, names) = (registry.Current, fenced.Points.ToDictionary(point => point.PointId, point => point.Name));
        // The last period that is over, and the year before its end.
        var until = RollingDifference.PeriodOf(Today);
        var from = until.AddDays(-FenceActionLevels.PeriodsOfYear * FenceActionLevels.PeriodDays);
        var rows = new List<DifferenceRow>();
        foreach (var factor in fenced.Factors.Where(one => isWanted(one.Code)).OrderByDescending(one => actions.ContainsKey(ManualFactors.KeyOf(one.Code))).ThenByDescending(one => FenceActionLevels.Of(one.Code) is not null).Take(MostFactors))
        {
            List<Channel> channels = [.. names.Keys.SelectMany(point => known.ChannelsByPoint[point]).Where(channel => channel.FactorCode == factor.Code).DistinctBy(channel => channel.PointId)];
            var unit = channels[0].Unit;
            channels = [.. channels.Where(channel => FenceHours.ScaleOf(channel.Unit, unit) is not null)];
            var points = channels.ToDictionary(channel => channel.Id, channel => (channel.PointId, Scale: FenceHours.ScaleOf(channel.Unit, unit)!.Value, Tenure: Tenure.Of(known.PointById[channel.PointId], fenced.Id)));
            var hours = await FenceHours.Read(store, channels, ParkWords.Begin(from), ParkWords.Begin(until), cancellationToken).ConfigureAwait(false);
            if (RollingDifference.OfHours(hours.Where(hour => points[hour.Channel].Tenure.Covers(hour.Time)).Select(hour => (points[hour.Channel].PointId, ParkWords.DayOf(hour.Time), hour.Value * points[hour.Channel].Scale)), names, until) is { Count: > 0 } periods)
                rows.Add(new(fenced.Id, fenced.Name, factor.Code, factor.Name, unit, DifferenceRow.Automatic, periods, actions.GetValueOrDefault(ManualFactors.KeyOf(factor.Code))));
        }

        return rows;
    }

    /// <summary>What is below detection counts by half, as in the means of a day.</summary>
    private async Task<IReadOnlyList<DifferenceRow>> Manual(int enterprise, Dictionary<string, FenceAction> actions, CancellationToken cancellationToken)
    {
        var results = await manual.Results(Today.AddYears(-1).AddDays(1), Today, enterprise, true, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from series in results.Series
               where series.Kind == PointKinds.FenceLine
               group series by (series.EnterpriseId, series.Enterprise, series.Factor, series.FactorName, series.Unit) into same
               let periods = same.SelectMany(series => series.Days(CensorRule.Half).Where(day => day.Mean is not null).Select(day => (series.Point, day.Day, Mean: day.Mean!.Value)))
                   .GroupBy(day => day.Day).OrderBy(of => of.Key).Select(of => RollingDifference.Of(of.Key, of.Key, [.. of.Select(day => (day.Point, day.Mean))])).OfType<DifferencePeriod>().ToList()
               where periods.Count > 0
               select new DifferenceRow(same.Key.EnterpriseId, same.Key.Enterprise, same.Key.Factor, same.Key.FactorName, same.Key.Unit, DifferenceRow.Manual, periods, actions.GetValueOrDefault(ManualFactors.KeyOf(same.Key.Factor))),
        ];
    }

    /// <summary>In force today, by factor.</summary>
    private async Task<Dictionary<string, FenceAction>> Actions(CancellationToken cancellationToken)
    {
        var today = Today;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var all = await db.Set<FenceAction>().AsNoTracking().Where(one => one.Since <= today).ToListAsync(cancellationToken).ConfigureAwait(false);
        return all.GroupBy(one => ManualFactors.KeyOf(one.Factor)).ToDictionary(of => of.Key, of => of.MaxBy(one => one.Since)!, StringComparer.Ordinal);
    }
}
