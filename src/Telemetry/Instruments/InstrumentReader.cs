using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Instruments;

/// <summary>Which of it is wanted; what is <see langword="null"/> does not matter.</summary>
/// <param name="Mn">One logger.</param>
/// <param name="Factor">One analyser.</param>
/// <param name="From">UTC, in.</param>
/// <param name="To">UTC, out.</param>
public sealed record InstrumentFilter(string? Mn = null, string? Factor = null, string? Code = null, DateTime? From = null, DateTime? To = null);

/// <summary>What instruments say of themselves, within the actor's scope: an enterprise sees those of its own points.</summary>
public sealed class InstrumentReader(IDbContextFactory<ParkDb> databases, IDeviceRegistry registry)
{
    /// <summary>As things stand, by device, analyser and code.</summary>
    public async Task<Page<InstrumentState>> States(InstrumentFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var page = await Read<InstrumentState>(
            (states, window) => Of(states, window.Devices, window.Factors).Where(state => state.SeenAt >= window.Days.From && state.SeenAt < window.Days.To),
            states => states.Where(state => (filter.Factor == null || state.Factor == filter.Factor) && (filter.Code == null || state.Code == filter.Code)),
            states => states.OrderBy(state => state.DeviceId).ThenBy(state => state.Factor).ThenBy(state => state.Code),
            filter, skip, take, cancellationToken).ConfigureAwait(false);
        // Since when it was so before the device came to the enterprise is the former owner's to know.
        foreach (var state in page.Items)
            state.Since = InstrumentScope.Of(registry.Current, Actor.Current.EnterpriseId is null, filter.Mn).Where(window => window.Has(state.DeviceId, state.Factor, state.SeenAt)).Select(window => window.Days.From).Append(state.Since).Max();
        return page;
    }

    /// <summary>Logs and changes, the newest first.</summary>
    /// <param name="isChange">True: only changes of states and parameters; false: only logs and first values.</param>
    public Task<Page<InstrumentRecord>> Records(InstrumentFilter filter, bool? isChange, int skip, int take, CancellationToken cancellationToken) => Read<InstrumentRecord>(
        (records, window) => Of(records, window.Devices, window.Factors).Where(record => record.At >= window.Days.From && record.At < window.Days.To),
        records => records.Where(record => (filter.Factor == null || record.Factor == filter.Factor) && (filter.Code == null || record.Code == filter.Code)
            && (filter.From == null || record.At >= filter.From) && (filter.To == null || record.At < filter.To) && (isChange == null || (record.Before != null) == isChange)),
        records => records.OrderByDescending(record => record.At).ThenByDescending(record => record.Id),
        filter, skip, take, cancellationToken);

    /// <summary>Standard checks, the newest first.</summary>
    public Task<Page<StandardCheckResult>> Checks(InstrumentFilter filter, bool? passes, int skip, int take, CancellationToken cancellationToken) => Read<StandardCheckResult>(
        (checks, window) => Of(checks, window.Devices, window.Factors).Where(check => check.At >= window.Days.From && check.At < window.Days.To),
        checks => checks.Where(check => (filter.Factor == null || check.Factor == filter.Factor)
            && (filter.From == null || check.At >= filter.From) && (filter.To == null || check.At < filter.To) && (passes == null || check.Passes == passes)),
        checks => checks.OrderByDescending(check => check.At).ThenByDescending(check => check.Id),
        filter, skip, take, cancellationToken);

    private static IQueryable<T> Of<T>(IQueryable<T> all, IReadOnlyList<int> devices, IReadOnlyList<string>? factors)
        where T : class, IOfInstrument
    {
        var found = all.Where(one => devices.Contains(one.DeviceId));
        return factors is null ? found : found.Where(one => factors.Contains(one.Factor));
    }

    private async Task<Page<T>> Read<T>(
        Func<IQueryable<T>, InstrumentWindow, IQueryable<T>> within, Func<IQueryable<T>, IQueryable<T>> find, Func<IQueryable<T>, IQueryable<T>> order,
        InstrumentFilter filter, int skip, int take, CancellationToken cancellationToken)
        where T : class, IOfInstrument
    {
        if (!Actor.Current.May(TelemetryPermissions.ViewReadings))
            return new Page<T>([], 0);
        var windows = InstrumentScope.Of(registry.Current, Actor.Current.EnterpriseId is null, filter.Mn);
        if (windows.Count == 0)
            return new Page<T>([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = windows.Select(window => find(within(db.Set<T>().AsNoTracking(), window))).Aggregate(Queryable.Concat);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new Page<T>(await order(found).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }
}
