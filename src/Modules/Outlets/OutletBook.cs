using System.Globalization;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets;

/// <summary>All outlets within the actor's scope, put together from the registry, the filings and the permits.</summary>
public sealed class OutletBook(IDeviceRegistry registry, IPermitBook permits, IDbContextFactory<ParkDb> databases)
{
    private static readonly StringComparer Words = StringComparer.Create(CultureInfo.GetCultureInfo("zh-CN"), CompareOptions.NumericOrdering);

    /// <summary>By enterprise and name.</summary>
    public async Task<IReadOnlyList<Outlet>> All(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(OutletPermissions.View))
            return [];
        var registered = registry.Current;
        var known = await permits.Read(cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var filings = await db.Set<OutletFiling>().AsNoTracking().ToDictionaryAsync(filing => filing.PointId, cancellationToken).ConfigureAwait(false);
        var (links, limits, totals) = (new PermitLinks(known), known.Limits.ToLookup(limit => limit.OutletId), known.Totals.ToLookup(total => total.OutletId));
        return
        [
            .. registered.Points.Where(point => OutletKinds.IsOutlet(point.Kind) || filings.ContainsKey(point.Id))
                .Select(point => Of(point, filings.GetValueOrDefault(point.Id), links.Of(point), registered, limits, totals))
                .OrderBy(outlet => outlet.Enterprise, Words).ThenBy(outlet => outlet.Name, Words),
        ];
    }

    /// <summary>Null where there is none, or not for the actor.</summary>
    public async Task<Outlet?> Find(int id, CancellationToken cancellationToken)
    {
        var registered = registry.Current;
        if (!Actor.Current.May(OutletPermissions.View) || !registered.PointById.TryGetValue(id, out var point))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var filing = await db.Set<OutletFiling>().AsNoTracking().FirstOrDefaultAsync(one => one.PointId == id, cancellationToken).ConfigureAwait(false);
        if (filing is null && !OutletKinds.IsOutlet(point.Kind))
            return null;
        var known = await permits.Read(cancellationToken).ConfigureAwait(false);
        return Of(point, filing, new PermitLinks(known).Of(point), registered, known.Limits.ToLookup(limit => limit.OutletId), known.Totals.ToLookup(total => total.OutletId));
    }

    private static Outlet Of(MonitoringPoint point, OutletFiling? filing, PermitLink link, RegistrySnapshot registered, ILookup<int, KnownLimit> limits, ILookup<int, KnownTotal> totals) => new(
        point, filing, link,
        // A factor that two loggers send is taken from the one that is connected, the newest of them.
        [.. registered.ChannelsByPoint[point.Id].GroupBy(channel => channel.FactorCode).Select(same => same.OrderByDescending(channel => channel.DeviceId ?? 0).First())],
        link.Outlet is null ? [] : [.. limits[link.Outlet.Id].OrderByDescending(limit => limit.From)],
        link.Outlet is null ? [] : [.. totals[link.Outlet.Id].OrderByDescending(total => total.From)]);
}
