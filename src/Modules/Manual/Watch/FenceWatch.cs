using EcoPark.Alarms;
using EcoPark.Modules.Manual.Fence;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Modules.Manual.Watch;

/// <summary>Looks for peaks of a factor at fences whenever an hour of it has come in; what came late is found with the next.</summary>
internal sealed class FenceWatch(JobKit kit, FenceReader fence, PeakReader peaks, IDeviceRegistry registry, IReadingStore store, IAlarms alarms) : Job(kit, "fence-watch", "厂界峰值", JobSchedule.Every(TimeSpan.FromSeconds(30)))
{
    /// <summary>Days that say what is usual.</summary>
    public const int DaysBack = 30;

    /// <summary>Days whose peaks are told: what was not seen meanwhile, and what came late.</summary>
    private const int DaysTold = 2;

    /// <summary>Newest hours of each factor when it was looked at.</summary>
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
            var state = string.Join(';', same.SelectMany(channel => newest[channel.Id].Select(time => (channel.Id, time.Ticks))).Order());
            if (_seen.GetValueOrDefault(same.Key) == state)
                continue;
            var rows = await peaks.Find(same.Key.FactorCode, same.Key.Unit, [.. same.Select(channel => channel.PointId)], from, to, cancellationToken).ConfigureAwait(false);
            await alarms.Write([.. rows.Where(row => row.Peak.To > to.AddDays(-DaysTold)).GroupBy(row => (row.ChannelId, PeakAlarms.PartOf(row.Peak)))
                .Select(of => PeakAlarms.Of([.. of], PointSubject.Of(points[of.First().Peak.PointId], same.First(channel => channel.Id == of.Key.ChannelId))))]).ConfigureAwait(false);
            _seen[same.Key] = state;
        }
    }
}
