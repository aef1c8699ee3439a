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
    public Task<Page<InstrumentState>> States(InstrumentFilter filter, int skip, int take, CancellationToken cancellationToken) => Read<InstrumentState>(
        (states, ids) => states.Where(state => ids.Contains(state.DeviceId) && (filter.Factor == null || state.Factor == filter.Factor) && (filter.Code == null || state.Code == filter.Code))
            .OrderBy(state => state.DeviceId).ThenBy(state => state.Factor).ThenBy(state => state.Code),
        filter, skip, take, cancellationToken);

    /// <summary>Logs and changes, the newest first.</summary>
    /// <param name="isChange">True: only changes of states and parameters; false: only logs and first values.</param>
    public Task<Page<InstrumentRecord>> Records(InstrumentFilter filter, bool? isChange, int skip, int take, CancellationToken cancellationToken) => Read<InstrumentRecord>(
        (records, ids) => records.Where(record => ids.Contains(record.DeviceId) && (filter.Factor == null || record.Factor == filter.Factor) && (filter.Code == null || record.Code == filter.Code)
                && (filter.From == null || record.At >= filter.From) && (filter.To == null || record.At < filter.To) && (isChange == null || (record.Before != null) == isChange))
            .OrderByDescending(record => record.At).ThenByDescending(record => record.Id),
        filter, skip, take, cancellationToken);

    /// <summary>Standard checks, the newest first.</summary>
    public Task<Page<StandardCheckResult>> Checks(InstrumentFilter filter, bool? passes, int skip, int take, CancellationToken cancellationToken) => Read<StandardCheckResult>(
        (checks, ids) => checks.Where(check => ids.Contains(check.DeviceId) && (filter.Factor == null || check.Factor == filter.Factor)
                && (filter.From == null || check.At >= filter.From) && (filter.To == null || check.At < filter.To) && (passes == null || check.Passes == passes))
            .OrderByDescending(check => check.At).ThenByDescending(check => check.Id),
        filter, skip, take, cancellationToken);

    private async Task<Page<T>> Read<T>(Func<IQueryable<T>, List<int>, IQueryable<T>> find, InstrumentFilter filter, int skip, int take, CancellationToken cancellationToken)
        where T : class
    {
        if (!Actor.Current.May(TelemetryPermissions.ViewReadings))
            return new Page<T>([], 0);
        List<int> ids = [.. registry.Current.Devices.Where(device => filter.Mn is null || device.Mn == filter.Mn).Select(device => device.Id)];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = find(db.Set<T>().AsNoTracking(), ids);
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new Page<T>(await found.Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }
}
