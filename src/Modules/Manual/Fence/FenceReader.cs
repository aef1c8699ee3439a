using EcoPark.Platform.Security;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>An enterprise with automatic points at its fence whose places are known.</summary>
/// <param name="Factors">What enough of them measure, code and name.</param>
public sealed record FencedEnterprise(int Id, string Name, IReadOnlyList<FencePoint> Points, IReadOnlyList<FenceFactor> Factors);

/// <summary>A factor that points of a fence measure.</summary>
public sealed record FenceFactor(string Code, string Name);

/// <summary>Hours at the fence of one enterprise.</summary>
/// <param name="WindSource">Point that measured the wind; empty where nobody did.</param>
public sealed record FencePairs(FencedEnterprise Enterprise, string Factor, string Unit, string WindSource, IReadOnlyList<PairHour> Hours);

/// <summary>What the points of a fence measured, hour by hour, with the wind.</summary>
/// <param name="Decimals">With which the factor is reported.</param>
public sealed record FenceSeries(string Unit, int Decimals, string WindSource, IReadOnlyList<FenceHour> Hours);

/// <summary>Reads automatic fence-line points with the wind of the nearest place that measures it.</summary>
public sealed class FenceReader(IDeviceRegistry registry, IReadingStore store, FenceWinds winds)
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
    /// <param name="fewest">Points that an enterprise must have, and that must measure a factor: two where they are compared.</param>
    public IReadOnlyList<FencedEnterprise> Enterprises(int fewest = 2)
    {
        var known = registry.Current;
        return
        [
            .. Points().GroupBy(point => (point.EnterpriseId!.Value, point.Enterprise)).Where(of => of.Count() >= fewest)
                .Select(of => new FencedEnterprise(of.Key.Value, of.Key.Enterprise, WindPairs.Around([.. of.Select(point => (point.Id, point.Name, point.Longitude!.Value, point.Latitude!.Value))]), Shared(known, of, fewest)))
                .Where(one => one.Factors.Count > 0).OrderBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Automatic points at fences whose places are known, of all enterprises in the actor's scope.</summary>
    internal IEnumerable<MonitoringPoint> Points() => Actor.Current.May(ManualPermissions.View) ? registry.Current.Points.Where(point => point is { Kind: PointKind.FenceLine, EnterpriseId: not null, Longitude: not null, Latitude: not null }) : [];

    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<FencePairs> Read(FencedEnterprise enterprise, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var series = await Hours(enterprise, factor, from, to, cancellationToken).ConfigureAwait(false);
        return new(enterprise, factor, series.Unit, series.WindSource, [.. series.Hours.Select(hour => WindPairs.Of(enterprise.Points, hour))]);
    }

    /// <param name="from">UTC, start of an hour.</param>
    /// <param name="to">UTC, exclusive.</param>
    public async Task<FenceSeries> Hours(FencedEnterprise enterprise, string factor, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var known = registry.Current;
        List<Channel> channels = [.. enterprise.Points.SelectMany(point => known.ChannelsByPoint[point.PointId]).Where(channel => channel.FactorCode == factor)];
        var unit = channels.Count > 0 ? channels[0].Unit : "";
        var values = await FenceHours.Read(store, [.. channels.Where(channel => FenceHours.ScaleOf(channel.Unit, unit) is not null)], from, to, cancellationToken).ConfigureAwait(false);
        var byPoint = channels.ToDictionary(channel => channel.Id, channel => (channel.PointId, Scale: FenceHours.ScaleOf(channel.Unit, unit) ?? 1));
        var byHour = values.GroupBy(one => one.Time).ToDictionary(of => of.Key, of => of.GroupBy(one => byPoint[one.Channel]).DistinctBy(point => point.Key.PointId).ToDictionary(point => point.Key.PointId, point => point.First().Value * point.Key.Scale));
        var (source, wind) = await WindAt([.. enterprise.Points.Select(point => point.PointId)], from, to, cancellationToken).ConfigureAwait(false);
        return new(unit, channels.Count > 0 ? channels[0].Decimals : 0, source, [.. byHour.OrderBy(of => of.Key).Select(of => wind.TryGetValue(of.Key, out var blown) ? new FenceHour(of.Key, blown.Speed, blown.From, of.Value) : new FenceHour(of.Key, null, null, of.Value))]);
    }

    /// <summary>The wind at the middle of some points.</summary>
    internal Task<(string Source, Dictionary<DateTime, (double? Speed, double? From)> Hours)> WindAt(HashSet<int> points, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        List<MonitoringPoint> fence = [.. registry.Current.Points.Where(point => points.Contains(point.Id))];
        return winds.Nearest(points, fence.Average(point => point.Longitude!.Value), fence.Average(point => point.Latitude!.Value), from, to, cancellationToken);
    }

    private static IReadOnlyList<FenceFactor> Shared(RegistrySnapshot known, IEnumerable<MonitoringPoint> points, int fewest) =>
        [.. points.SelectMany(point => known.ChannelsByPoint[point.Id].DistinctBy(channel => channel.FactorCode)).Where(IsConcentration)
            .GroupBy(channel => channel.FactorCode).Where(same => same.Count() >= fewest).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => new FenceFactor(same.Key, same.First().Name))];

    internal static bool IsConcentration(Channel channel) => Unit.Of(channel.Unit).IsMassPerVolume || Unit.Of(channel.Unit).Dimension == UnitDimension.ShareInGas;
}
