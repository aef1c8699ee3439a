using EcoPark.Alarms;
using EcoPark.Modules.Manual.Fence;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks for peaks of a factor at fences whenever an hour of it has come in, and every hour: where nothing comes any more, a peak does not last for ever.</summary>
internal sealed class FenceWatch(JobKit kit, FenceReader fence, PeakReader peaks, IDeviceRegistry registry, IReadingStore store, IAlarms alarms, IDbContextFactory<ParkDb> databases) : Job(kit, "fence-watch", "厂界峰值", JobSchedule.Every(TimeSpan.FromSeconds(30)))
{
    /// <summary>Days that say what is usual.</summary>
    public const int DaysBack = 30;

    /// <summary>Days whose peaks are told: what was not seen meanwhile, and what came late.</summary>
    private const int DaysTold = 2;

    /// <summary>Hour and newest data of each factor when it was looked at.</summary>
    private readonly Dictionary<(string Factor, string Unit), string> _seen = [];

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(10);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var known = registry.Current;
        var (from, to) = FenceReader.Back(DaysBack, Clock.UtcNow());
        var points = fence.Points().ToDictionary(point => point.Id);
        List<Channel> channels = [.. points.Keys.SelectMany(point => known.ChannelsByPoint[point]).Where(FenceReader.IsConcentration)];
        if (channels.Count == 0)
            return;
        var newest = (await store.Latest([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], cancellationToken).ConfigureAwait(false)).ToLookup(reading => reading.Series.ChannelId, reading => reading.Time);
        foreach (var same in channels.GroupBy(channel => (channel.FactorCode, channel.Unit)))
        {
            var state = to.Ticks + ";" + string.Join(';', same.SelectMany(channel => newest[channel.Id].Select(time => (channel.Id, time.Ticks))).Order());
            if (_seen.GetValueOrDefault(same.Key) == state)
                continue;
            var rows = await peaks.Find(same.Key.FactorCode, same.Key.Unit, [.. same.Select(channel => channel.PointId)], from, to, cancellationToken).ConfigureAwait(false);
            await alarms.Write(await Events([.. rows.Where(row => row.Peak.To > to.AddDays(-DaysTold))], [.. same], points, to.AddDays(-DaysTold), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            _seen[same.Key] = state;
        }
    }

    /// <summary>Each peak is the alarm that holds its hours, or a new one; what lasted and is no peak any more has ended.</summary>
    private async Task<IReadOnlyList<AlarmEvent>> Events(IReadOnlyList<PeakRow> rows, List<Channel> channels, Dictionary<int, MonitoringPoint> points, DateTime since, CancellationToken cancellationToken)
    {
        var (kind, ids) = (PeakAlarms.Peak.Name, channels.Select(channel => (int?)channel.Id).ToList());
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var told = await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.Kind == kind && ids.Contains(alarm.ChannelId) && (alarm.LastAt >= since || (alarm.EndedAt == null && alarm.OpenCause != null))).OrderBy(alarm => alarm.FirstAt).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (events, taken) = (new List<AlarmEvent>(), new HashSet<int>());
        foreach (var row in rows.OrderBy(row => row.Peak.From))
        {
            var alarm = told.Find(alarm => alarm.ChannelId == row.ChannelId && !taken.Contains(alarm.Id) && PeakAlarms.IsOf(row.Peak, alarm.FirstAt, alarm.LastAt));
            if (alarm is not null)
                taken.Add(alarm.Id);
            events.Add(PeakAlarms.Of(row, PointSubject.Of(points[row.Peak.PointId], channels.Find(channel => channel.Id == row.ChannelId)!), alarm?.Part ?? PeakAlarms.PartOf(row.Peak)));
        }

        events.AddRange(told.Where(alarm => alarm is { EndedAt: null, OpenCause: not null } && !taken.Contains(alarm.Id)).Select(alarm => new Ended(AlarmCause.Of(alarm), alarm.LastAt.AddHours(1), "后续数据恢复正常，或已没有数据、经复核不再是峰值。")));
        return events;
    }
}
