using EcoPark.Alarms;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>A peak with what blew when it was highest.</summary>
/// <param name="WindFrom">Degrees.</param>
/// <param name="Seen">Other points at fences within the actor's scope that had one at the same time, or an hour beside it.</param>
public sealed record PeakRow(Peak Peak, int ChannelId, string Factor, string Unit, double? WindSpeed, double? WindFrom, IReadOnlyList<string> Seen)
{
    /// <summary>Of them the points of the same enterprise: what everybody may be told who sees the peak.</summary>
    public IReadOnlyList<string> SeenByOwn { get; init; } = [];

    /// <summary>The newest hour of the point is one of the peak, and is not long ago.</summary>
    public bool Lasts { get; init; }

    /// <summary>The alarm as which it is handled; <see langword="null"/> where the watch has not looked at it, or the actor sees no alarms.</summary>
    public int? AlarmId { get; init; }

    /// <summary>How far its handling is, Chinese.</summary>
    public string Handling { get; init; } = "";
}

/// <summary>Finds peaks at fences, with the wind, who saw them too and how they are handled.</summary>
public sealed class PeakReader(IDeviceRegistry registry, IReadingStore store, FenceReader fence, IDbContextFactory<ParkDb> databases)
{
    /// <summary>A point from which nothing has come for so long does not say that its peak lasts.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromHours(3);

    /// <summary>Peaks of a factor at the points of an enterprise, the newest first.</summary>
    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<IReadOnlyList<PeakRow>> Read(FencedEnterprise enterprise, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var known = registry.Current;
        var unit = enterprise.Points.SelectMany(point => known.ChannelsByPoint[point.PointId]).FirstOrDefault(channel => channel.FactorCode == factor)?.Unit ?? "";
        var rows = await Find(factor, unit, enterprise.Points.Select(point => point.PointId).ToHashSet(), from, to, cancellationToken).ConfigureAwait(false);
        return await Handled(rows, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="of">Points whose peaks are wanted; those of all others are only seen beside them.</param>
    /// <param name="hasWind">Whether the wind is wanted as well.</param>
    internal async Task<IReadOnlyList<PeakRow>> Find(string factor, string unit, HashSet<int> of, DateTime from, DateTime to, CancellationToken cancellationToken, bool hasWind = true)
    {
        var known = registry.Current;
        var points = fence.Points().ToDictionary(point => point.Id);
        List<Channel> channels = [.. points.Keys.SelectMany(point => known.ChannelsByPoint[point]).Where(channel => channel.FactorCode == factor && channel.Unit == unit).DistinctBy(channel => channel.PointId)];
        var values = (await FenceHours.Read(store, channels, from, to, cancellationToken).ConfigureAwait(false)).ToLookup(one => one.Channel);
        var found = channels.SelectMany(channel => Peaks.Of(channel.PointId, points[channel.PointId].Name, [.. values[channel.Id].Select(one => (one.Time, one.Value)).OrderBy(one => one.Time)]).Select(peak => (Peak: peak, Channel: channel))).ToList();
        var rows = new List<PeakRow>();
        foreach (var own in found.Where(one => of.Contains(one.Peak.PointId)).GroupBy(one => points[one.Peak.PointId].EnterpriseId!.Value))
        {
            var (_, wind) = !hasWind ? ("", []) : await fence.WindAt([.. points.Values.Where(point => point.EnterpriseId == own.Key).Select(point => point.Id)], from, to, cancellationToken).ConfigureAwait(false);
            rows.AddRange(own.Select(one => new PeakRow(
                one.Peak, one.Channel.Id, one.Channel.Name, unit, wind.GetValueOrDefault(one.Peak.HighestAt).Speed, wind.GetValueOrDefault(one.Peak.HighestAt).From,
                [.. found.Where(other => other.Peak.PointId != one.Peak.PointId && other.Peak.Overlaps(one.Peak)).OrderBy(other => other.Peak.From)
                    .Select(other => points[other.Peak.PointId].EnterpriseId == own.Key ? other.Peak.Point : ManualWords.Place(points[other.Peak.PointId].Enterprise, other.Peak.Point)).Distinct()])
            {
                Lasts = values[one.Channel.Id].Max(hour => hour.Time) < one.Peak.To && one.Peak.To >= to - Silence,
                SeenByOwn = [.. found.Where(other => other.Peak.PointId != one.Peak.PointId && other.Peak.Overlaps(one.Peak) && points[other.Peak.PointId].EnterpriseId == own.Key).OrderBy(other => other.Peak.From).Select(other => other.Peak.Point).Distinct()],
            }));
        }

        return [.. rows.OrderByDescending(row => row.Peak.From).ThenBy(row => row.Peak.Point, StringComparer.Ordinal)];
    }

    /// <summary>With the alarms that the watch has made of them, within the actor's scope.</summary>
    private async Task<IReadOnlyList<PeakRow>> Handled(IReadOnlyList<PeakRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0 || !Actor.Current.May(AlarmPermissions.View))
            return rows;
        var (kind, since) = (PeakAlarms.Peak.Name, rows.Min(row => row.Peak.From));
        List<int> points = [.. rows.Select(row => row.Peak.PointId).Distinct()];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var alarms = (await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.Kind == kind && alarm.PointId != null && points.Contains(alarm.PointId.Value) && alarm.LastAt >= since)
            .Select(alarm => new { alarm.Id, alarm.ChannelId, alarm.FirstAt, alarm.LastAt, alarm.State }).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(alarm => alarm.ChannelId);
        return [.. rows.Select(row => alarms[row.ChannelId].Where(alarm => PeakAlarms.IsOf(row.Peak, alarm.FirstAt, alarm.LastAt)).MaxBy(alarm => alarm.Id) is { } alarm ? row with { AlarmId = alarm.Id, Handling = AlarmWords.Of(alarm.State) } : row)];
    }
}
