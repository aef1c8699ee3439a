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

/// <summary>Reads automatic fence-line points with the wind of the nearest place that measures it.</summary>
public sealed class FenceReader(IDeviceRegistry registry, IReadingStore store)
{
    /// <summary>Days that are looked at, at most.</summary>
    public const int MostDays = 90;

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
        var (source, wind) = await Wind(enterprise, from, to, cancellationToken).ConfigureAwait(false);
        List<FenceHour> hours = [.. byHour.OrderBy(of => of.Key).Select(of => wind.TryGetValue(of.Key, out var blown) ? new FenceHour(of.Key, blown.Speed, blown.From, of.Value) : new FenceHour(of.Key, null, null, of.Value))];
        return new(enterprise, factor, unit, source, [.. hours.Select(hour => WindPairs.Of(enterprise.Points, hour))]);
    }

    private static IReadOnlyList<FenceFactor> Shared(RegistrySnapshot known, IEnumerable<MonitoringPoint> points) =>
        [.. points.SelectMany(point => known.ChannelsByPoint[point.Id].DistinctBy(channel => channel.FactorCode)).Where(channel => Unit.Of(channel.Unit).IsMassPerVolume || Unit.Of(channel.Unit).Dimension == UnitDimension.ShareInGas)
            .GroupBy(channel => channel.FactorCode).Where(same => same.Count() > 1).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new FenceFactor(same.Key, same.First().Name))];

    /// <summary>At the fence itself where it is measured there, else at the nearest place; the wind is nobody's secret.</summary>
    private async Task<(string Source, Dictionary<DateTime, (double? Speed, double? From)> Hours)> Wind(FencedEnterprise enterprise, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        using var turn = Actor.As(Actor.System);
        var known = registry.Current;
        var own = enterprise.Points.Select(point => point.PointId).ToHashSet();
        List<MonitoringPoint> fence = [.. known.Points.Where(point => own.Contains(point.Id))];
        var (x, y) = (fence.Average(point => point.Longitude!.Value), fence.Average(point => point.Latitude!.Value));
        var sources = known.Points.Select(point => (Point: point, Speed: Find(known, point, FactorCodes.WindSpeed), From: Find(known, point, FactorCodes.WindDirection))).Where(one => one is { Speed: not null, From: not null })
            .OrderBy(one => own.Contains(one.Point.Id) ? 0 : 1).ThenBy(one => one.Point is { Longitude: { } u, Latitude: { } v } ? Math.Pow((u - x) * 0.85, 2) + Math.Pow(v - y, 2) : double.MaxValue);
        foreach (var (point, speed, direction) in sources)
        {
            var hours = await Hours([speed!, direction!], from, to, cancellationToken).ConfigureAwait(false);
            if (hours.Count > 0)
                return (point.Name, hours.GroupBy(one => one.Time).ToDictionary(of => of.Key, of => (Of(of, speed!.Id), Of(of, direction!.Id))));
        }

        return ("", []);
    }

    private static double? Of(IEnumerable<(int Channel, DateTime Time, double Value)> hour, int channel) => hour.Where(one => one.Channel == channel).Select(one => (double?)one.Value).FirstOrDefault();

    private static Channel? Find(RegistrySnapshot known, MonitoringPoint point, string factor) => known.ChannelsByPoint[point.Id].FirstOrDefault(channel => channel.FactorCode == factor);

    private async Task<IReadOnlyList<(int Channel, DateTime Time, double Value)>> Hours(IReadOnlyList<Channel> channels, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var readings = channels.Count == 0 ? [] : await store.ReadMany([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], from, to, cancellationToken).ConfigureAwait(false);
        return [.. readings.GroupBy(reading => reading.Series.ChannelId).SelectMany(of => Effective.Choose([.. of])).Where(reading => reading.IsValid).Select(reading => (reading.Series.ChannelId, reading.Time, reading.Value!.Value))];
    }
}
