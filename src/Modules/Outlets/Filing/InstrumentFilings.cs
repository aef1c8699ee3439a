using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>What the filings tell the watch: ranges of the instruments, and the oxygen at which gases are judged.</summary>
internal sealed class InstrumentFilings(IDbContextFactory<ParkDb> databases) : IInstrumentFilings
{
    public IReadOnlyList<string> RestsOn { get; } = [OutletFilingType.Name, OutletInstrumentType.Name];

    public async Task<InstrumentFacts> Read(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var filed = await (from instrument in db.Set<OutletInstrument>()
                           join outlet in db.Set<OutletFiling>() on instrument.FilingId equals outlet.Id
                           where instrument.RangeTo != null
                           select new { Outlet = outlet, instrument.Factor, instrument.RangeFrom, instrument.RangeTo, instrument.Unit, instrument.Model }).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        var outlets = await db.Set<OutletFiling>().AsNoTracking().Where(one => one.OxygenRule != "").ToListAsync(cancellationToken).ConfigureAwait(false);
        return new InstrumentFacts(
            [.. filed.Select(one => new KnownRange(one.Outlet.PointId, one.Factor, one.RangeFrom ?? 0, one.RangeTo!.Value, one.Unit, $"备案量程（{one.Model}）"))],
            [.. outlets.GroupBy(one => one.PointId).Select(one => (Point: one.Key, Oxygen: OxygenChoice.Of(one.First()))).Where(one => one.Oxygen is not null).Select(one => new KnownOxygen(one.Point, one.Oxygen!.Value.Percent))]);
    }
}
