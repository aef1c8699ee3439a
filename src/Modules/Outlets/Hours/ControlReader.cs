using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>Reads what concerns the control of outlets, for many of them in five queries.</summary>
public sealed class ControlReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Checks before a period that still decide within it.</summary>
    private const int DaysBefore = 200;

    /// <summary>Histories that tell a period, by outlet.</summary>
    public async Task<IReadOnlyDictionary<int, ControlHistory>> Of(IReadOnlyList<Outlet> outlets, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var ids = outlets.Select(outlet => outlet.Filing?.Id).OfType<int>().ToList();
        var first = from.AddDays(-DaysBefore);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var checks = (await db.Set<InstrumentCheck>().AsNoTracking().Where(check => ids.Contains(check.OutletId) && check.CheckedAt >= first).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(check => check.OutletId);
        var instruments = (await db.Set<OutletInstrument>().AsNoTracking().Where(one => ids.Contains(one.OutletId)).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.OutletId);
        var automatic = await Automatic(db, outlets, first, to, cancellationToken).ConfigureAwait(false);
        var plans = (await db.Set<ExemptionPlan>().AsNoTracking().Where(plan => plan.EndsAt >= first && plan.StartsAt <= to).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(plan => plan.EnterpriseId);
        var manual = (await db.Set<OutletManualResult>().AsNoTracking().Where(one => ids.Contains(one.OutletId) && one.To >= from && one.From <= to).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.OutletId);
        return outlets.ToDictionary(outlet => outlet.Id, outlet => new ControlHistory(
            outlet.IsGas, [.. checks[outlet.Filing?.Id ?? 0], .. Automatic(outlet, automatic, instruments[outlet.Filing?.Id ?? 0])], [.. instruments[outlet.Filing?.Id ?? 0]],
            [.. plans[outlet.EnterpriseId].Where(plan => (plan.OutletId is null || plan.OutletId == outlet.Link.Outlet?.Id) && (plan.PointName.Length == 0 || plan.PointName == outlet.Point.Name))], clock.UtcNow())
        {
            Manual = new ManualResults(outlet.IsGas, manual[outlet.Filing?.Id ?? 0]),
        });
    }

    /// <summary>自动标样核查 that loggers have sent (2062), by device.</summary>
    private static async Task<ILookup<int, StandardCheckResult>> Automatic(ParkDb db, IReadOnlyList<Outlet> outlets, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var devices = outlets.SelectMany(outlet => outlet.Channels).Select(channel => channel.DeviceId).OfType<int>().Distinct().ToList();
        return (await db.Set<StandardCheckResult>().AsNoTracking().Where(check => devices.Contains(check.DeviceId) && check.At >= from && check.At < to).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(check => check.DeviceId);
    }

    /// <summary>They count as those entered by hand do; the range of gas analysers is that of the filing.</summary>
    private static IEnumerable<InstrumentCheck> Automatic(Outlet outlet, ILookup<int, StandardCheckResult> results, IEnumerable<OutletInstrument> instruments) =>
        from channel in outlet.Followed
        where channel.DeviceId is not null
        from result in results[channel.DeviceId!.Value]
        where result.Factor == channel.FactorCode
        select new InstrumentCheck
        {
            Factor = result.Factor,
            Kind = !outlet.IsGas ? CheckJudge.Solution : result.StandardValue == 0 ? CheckJudge.Zero : CheckJudge.Span,
            CheckedAt = result.At,
            Reading = result.Reading,
            Reference = result.StandardValue,
            FullScale = instruments.FirstOrDefault(one => one.Factor == result.Factor)?.RangeTo,
        };
}
