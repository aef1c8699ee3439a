using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>An enterprise with two or more automatic points at its fence whose places are known.</summary>
/// <param name="Factors">What at least two of them measure, code and name.</param>
public sealed record FencedEnterprise(int Id, string Name, IReadOnlyList<FencePoint> Points, IReadOnlyList<FenceFactor> Factors);

/// <summary>A factor that several points measure.</summary>
public sealed record FenceFactor(string Code, string Name);

/// <summary>Hours at the fence of one enterprise.</summary>
/// <param name="WindSource">Point that measured the wind; empty where nobody did.</param>
public sealed record FencePairs(FencedEnterprise Enterprise, string Factor, string Unit, string WindSource, IReadOnlyList<PairHour> Hours);

/// <summary>A peak with what blew when it was highest.</summary>
/// <param name="WindFrom">Degrees.</param>
/// <param name="Seen">Other points at fences within the actor's scope that had one at the same time, or an hour beside it.</param>
public sealed record PeakRow(Peak Peak, double? WindSpeed, double? WindFrom, IReadOnlyList<string> Seen);

/// <summary>Reads automatic fence-line points with the wind of the nearest place that measures it.</summary>
public sealed class FenceReader(IDeviceRegistry registry, IReadingStore store)
{
    /// <summary>Days that are looked at, at most.</summary>
    public const int MostDays = 90;

    /// <summary>Days of whole hours until now, UTC, at most <see cref="MostDays"/>.</summary>
    public static (DateTime From, DateTime To) Back(int days, DateTime now)
    {
        var to = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        return (to.AddDays(-Math.Clamp(days, 1, MostDays)), to);
    }

    /// <summary>Within the actor's scope.</summary>
    public IReadOnlyList<FencedEnterprise> Enterprises()
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return [];
        var known = registry.Current;
        return
        [
            .. known.Points.Where(point => point is { Kind: PointKind.FenceLine, EnterpriseId: not null, Longitude: not null, Latitude: not null }).GroupBy(point => (point.EnterpriseId!.Value, point.Enterprise)).Where(of => of.Count() > 1)
                .Select(of => new FencedEnterprise(of.Key.Value, of.Key.Enterprise, WindPairs.Around([.. of.Select(point => (point.Id, point.Name, point.Longitude!.Value, point.Latitude!.Value))]), Shared(known, of)))
                .Where(one => one.Factors.Count > 0).OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<FencePairs> Read(FencedEnterprise enterprise, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var known = registry.Current;
        List<Channel> channels = [.. enterprise.Points.SelectMany(point => known.ChannelsByPoint[point.PointId]).Where(channel => channel.FactorCode == factor)];
        var unit = channels.Count > 0 ? channels[0].Unit : "";
        var values = await Hours([.. channels.Where(channel => channel.Unit == unit)], from, to, cancellationToken).ConfigureAwait(false);
        var byPoint = channels.ToDictionary(channel => channel.Id, channel => channel.PointId);
        var byHour = values.GroupBy(one => one.Time).ToDictionary(of => of.Key, of => of.GroupBy(one => byPoint[one.Channel]).ToDictionary(point => point.Key, point => point.First().Value));
        var (source, wind) = await WindAt(enterprise, from, to, cancellationToken).ConfigureAwait(false);
        List<FenceHour> hours = [.. byHour.OrderBy(of => of.Key).Select(of => wind.TryGetValue(of.Key, out var blown) ? new FenceHour(of.Key, blown.Speed, blown.From, of.Value) : new FenceHour(of.Key, null, null, of.Value))];
        return new(enterprise, factor, unit, source, [.. hours.Select(hour => WindPairs.Of(enterprise.Points, hour))]);
    }

    private static IReadOnlyList<FenceFactor> Shared(RegistrySnapshot known, IEnumerable<MonitoringPoint> points) =>
        [.. points.SelectMany(point => known.ChannelsByPoint[point.Id].DistinctBy(channel => channel.FactorCode)).Where(channel => Unit.Of(channel.Unit).IsMassPerVolume || Unit.Of(channel.Unit).Dimension == UnitDimension.ShareInGas)
            .GroupBy(channel => channel.FactorCode).Where(same => same.Count() > 1).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new FenceFactor(same.Key, same.First().Name))];

    /// <summary>At the fence itself where it is measured there, else at the nearest place.</summary>
    private async Task<(string Source, Dictionary<DateTime, (double? Speed, double? From)> Hours)> Wind(IReadOnlySet<int> own, double x, double y, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        foreach (var (point, speed, direction) in WindPoints(own, x, y))
        {
            var hours = await Hours([speed, direction], from, to, cancellationToken).ConfigureAwait(false);
            if (hours.Count > 0)
                return (point.Name, ByHour(hours, speed, direction));
        }

        return ("", []);
    }

    /// <summary>Where wind is measured, the fence itself first, then by distance; the wind is nobody's secret.</summary>
    internal IReadOnlyList<(MonitoringPoint Point, Channel Speed, Channel From)> WindPoints(IReadOnlySet<int> own, double x, double y)
    {
        using var turn = Actor.As(Actor.System);
        var known = registry.Current;
        return
        [
            .. known.Points.Select(point => (Point: point, Speed: Find(known, point, FactorCodes.WindSpeed), From: Find(known, point, FactorCodes.WindDirection))).Where(one => one is { Speed: not null, From: not null })
                .OrderBy(one => own.Contains(one.Point.Id) ? 0 : 1).ThenBy(one => one.Point is { Longitude: { } u, Latitude: { } v } ? Math.Pow((u - x) * 0.85, 2) + Math.Pow(v - y, 2) : double.MaxValue).Select(one => (one.Point, one.Speed!, one.From!)),
        ];
    }

    /// <summary>The wind of all places that measure it, by point; those without an hour are left out.</summary>
    internal async Task<IReadOnlyDictionary<int, Dictionary<DateTime, (double? Speed, double? From)>>> Winds(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var sources = WindPoints(new HashSet<int>(), 0, 0);
        using var turn = Actor.As(Actor.System);
        var hours = (await Hours([.. sources.SelectMany(one => new[] { one.Speed, one.From })], from, to, cancellationToken).ConfigureAwait(false)).ToLookup(one => one.Channel);
        return sources.Select(one => (one.Point.Id, Hours: ByHour([.. hours[one.Speed.Id], .. hours[one.From.Id]], one.Speed, one.From))).Where(one => one.Hours.Count > 0).ToDictionary(one => one.Id, one => one.Hours);
    }

    private static Dictionary<DateTime, (double? Speed, double? From)> ByHour(IEnumerable<(int Channel, DateTime Time, double Value)> hours, Channel speed, Channel from) =>
        hours.GroupBy(one => one.Time).ToDictionary(of => of.Key, of => (Of(of, speed.Id), Of(of, from.Id)));

    /// <summary>Automatic points at fences whose places are known, of all enterprises in the actor's scope.</summary>
    internal IEnumerable<MonitoringPoint> Points() => Actor.Current.May(ManualPermissions.View) ? registry.Current.Points.Where(point => point is { Kind: PointKind.FenceLine, EnterpriseId: not null, Longitude: not null, Latitude: not null }) : [];

    /// <summary>Peaks of a factor at the points of an enterprise, the newest first, with the wind of their highest hour and the other points that saw one at the same time.</summary>
    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<IReadOnlyList<PeakRow>> Peaks(FencedEnterprise enterprise, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var known = registry.Current;
        List<MonitoringPoint> points = [.. Points()];
        List<Channel> channels = [.. points.SelectMany(point => known.ChannelsByPoint[point.Id]).Where(channel => channel.FactorCode == factor)];
        var unit = channels.Find(channel => enterprise.Points.Any(point => point.PointId == channel.PointId))?.Unit ?? "";
        channels = [.. channels.Where(channel => channel.Unit == unit).DistinctBy(channel => channel.PointId)];
        var values = (await Hours(channels, from, to, cancellationToken).ConfigureAwait(false)).ToLookup(one => one.Channel);
        var names = points.ToDictionary(point => point.Id, point => point.EnterpriseId == enterprise.Id ? point.Name : $"{point.Enterprise}{point.Name}");
        List<Peak> all = [.. channels.SelectMany(channel => Fence.Peaks.Of(channel.PointId, names[channel.PointId], [.. values[channel.Id].Select(one => (one.Time, one.Value)).OrderBy(one => one.Time)]))];
        var own = enterprise.Points.Select(point => point.PointId).ToHashSet();
        var (_, wind) = await WindAt(enterprise, from, to, cancellationToken).ConfigureAwait(false);
        return
        [
            .. all.Where(peak => own.Contains(peak.PointId)).OrderByDescending(peak => peak.From).Select(peak => new PeakRow(
                peak, wind.TryGetValue(peak.HighestAt, out var blown) ? blown.Speed : null, wind.TryGetValue(peak.HighestAt, out blown) ? blown.From : null,
                [.. all.Where(other => other.PointId != peak.PointId && other.Overlaps(peak)).OrderBy(other => other.From).Select(other => other.Point).Distinct()])),
        ];
    }

    private Task<(string Source, Dictionary<DateTime, (double? Speed, double? From)> Hours)> WindAt(FencedEnterprise enterprise, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var own = enterprise.Points.Select(point => point.PointId).ToHashSet();
        List<MonitoringPoint> fence = [.. registry.Current.Points.Where(point => own.Contains(point.Id))];
        return Wind(own, fence.Average(point => point.Longitude!.Value), fence.Average(point => point.Latitude!.Value), from, to, cancellationToken);
    }

    private static double? Of(IEnumerable<(int Channel, DateTime Time, double Value)> hour, int channel) => hour.Where(one => one.Channel == channel).Select(one => (double?)one.Value).FirstOrDefault();

    private static Channel? Find(RegistrySnapshot known, MonitoringPoint point, string factor) => known.ChannelsByPoint[point.Id].FirstOrDefault(channel => channel.FactorCode == factor);

    private async Task<IReadOnlyList<(int Channel, DateTime Time, double Value)>> Hours(IReadOnlyList<Channel> channels, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var readings = channels.Count == 0 ? [] : await store.ReadMany([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], from, to, cancellationToken).ConfigureAwait(false);
        return [.. readings.GroupBy(reading => reading.Series.ChannelId).SelectMany(of => Effective.Choose([.. of])).Where(reading => reading.IsValid).Select(reading => (reading.Series.ChannelId, reading.Time, reading.Value!.Value))];
    }
}
