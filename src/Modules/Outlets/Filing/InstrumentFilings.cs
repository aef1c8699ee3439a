using EcoPark.Contracts;
using EcoPark.Platform.Data;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>What the filings tell the watch: ranges of the instruments.</summary>
internal sealed class InstrumentFilings(IDbContextFactory<ParkDb> databases) : IInstrumentFilings
{
    public IReadOnlyList<string> Sources { get; } = [OutletFilingType.Name, OutletInstrumentType.Name];

    public async Task<IReadOnlyList<KnownRange>> Ranges(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var filed = await (from instrument in db.Set<OutletInstrument>()
                           join outlet in db.Set<OutletFiling>() on instrument.OutletId equals outlet.Id
                           where instrument.RangeTo != null
                           select new { Outlet = outlet, instrument.Factor, instrument.RangeFrom, instrument.RangeTo, instrument.Unit, instrument.Model }).AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. filed.Select(one => new KnownRange(one.Outlet.PointId, one.Factor, one.RangeFrom ?? 0, one.RangeTo!.Value, one.Unit, $"备案量程（{one.Model}）"))];
    }
}
