using EcoPark.Platform.Security;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>The wind at a fence: of the fence itself where it is measured there, else of the nearest place. The wind is nobody's secret.</summary>
public sealed class FenceWinds(IDeviceRegistry registry, IReadingStore store)
{
    /// <summary>Of the first place that has any hour.</summary>
    /// <param name="own">Points of the fence.</param>
    internal async Task<(string Source, Dictionary<DateTime, (double? Speed, double? From)> Hours)> Nearest(IReadOnlySet<int> own, double longitude, double latitude, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var places = Places(own, longitude, latitude);
        using var turn = Actor.As(Actor.System);
        foreach (var (point, speed, direction) in places)
        {
            var hours = await FenceHours.Read(store, [speed, direction], from, to, cancellationToken).ConfigureAwait(false);
            if (hours.Count > 0)
                return (point.Name, ByHour(hours, speed, direction));
        }

        return ("", []);
    }

    /// <summary>Where wind is measured, the fence itself first, then by distance.</summary>
    internal IReadOnlyList<(MonitoringPoint Point, Channel Speed, Channel From)> Places(IReadOnlySet<int> own, double longitude, double latitude)
    {
        using var turn = Actor.As(Actor.System);
        var known = registry.Current;
        return
        [
            .. known.Points.Select(point => (Point: point, Speed: Find(known, point, FactorCodes.WindSpeed), From: Find(known, point, FactorCodes.WindDirection))).Where(one => one is { Speed: not null, From: not null })
                .OrderBy(one => own.Contains(one.Point.Id) ? 0 : 1).ThenBy(one => one.Point is { Longitude: { } u, Latitude: { } v } ? Math.Pow((u - longitude) * 0.85, 2) + Math.Pow(v - latitude, 2) : double.MaxValue).Select(one => (one.Point, one.Speed!, one.From!)),
        ];
    }

    /// <summary>Of all places that measure it, by point; those without an hour are left out.</summary>
    internal async Task<IReadOnlyDictionary<int, Dictionary<DateTime, (double? Speed, double? From)>>> All(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var sources = Places(new HashSet<int>(), 0, 0);
        using var turn = Actor.As(Actor.System);
        var hours = (await FenceHours.Read(store, [.. sources.SelectMany(one => new[] { one.Speed, one.From })], from, to, cancellationToken).ConfigureAwait(false)).ToLookup(one => one.Channel);
        return sources.Select(one => (one.Point.Id, Hours: ByHour([.. hours[one.Speed.Id], .. hours[one.From.Id]], one.Speed, one.From))).Where(one => one.Hours.Count > 0).ToDictionary(one => one.Id, one => one.Hours);
    }

    private static Dictionary<DateTime, (double? Speed, double? From)> ByHour(IEnumerable<(int Channel, DateTime Time, double Value)> hours, Channel speed, Channel from) =>
        hours.GroupBy(one => one.Time).ToDictionary(of => of.Key, of => (Of(of, speed.Id), Of(of, from.Id)));

    private static double? Of(IEnumerable<(int Channel, DateTime Time, double Value)> hour, int channel) => hour.Where(one => one.Channel == channel).Select(one => (double?)one.Value).FirstOrDefault();

    private static Channel? Find(RegistrySnapshot known, MonitoringPoint point, string factor) => known.ChannelsByPoint[point.Id].FirstOrDefault(channel => channel.FactorCode == factor);
}
