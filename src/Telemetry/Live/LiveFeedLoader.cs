using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Live;

/// <summary>Fills the live feed at start with the newest readings there are, so that a restart does not empty the pages.</summary>
internal sealed class LiveFeedLoader(LiveFeed feed, IReadingStore store, IDeviceRegistry registry)
{
    public async Task Load(CancellationToken cancellationToken)
    {
        var series = registry.Current.Channels
            .SelectMany(channel => new[] { Interval.RealTime, Interval.Minute, Interval.Hour }.Select(interval => new SeriesId(channel.Id, interval, Origin.Sent)))
            .ToList();
        var latest = await store.Latest(series, cancellationToken).ConfigureAwait(false);
        feed.Relayed(new LiveChanges([.. latest.Select(reading => new LiveValue(reading.Series.ChannelId, reading, reading.Time))], []));
        var lastSeen = latest.ToLookup(reading => registry.Current.ChannelById[reading.Series.ChannelId].DeviceId ?? 0, reading => reading.Time);
        feed.Relayed(new LiveChanges([], [.. registry.Current.Devices
            .Where(device => feed.State(device.Mn) is null && lastSeen.Contains(device.Id))
            .Select(device => new DeviceState(device.Mn, false, lastSeen[device.Id].Max(), lastSeen[device.Id].Max(), "", ""))]));
    }
}
