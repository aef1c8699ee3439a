using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Says which days of which outlets a changed record bears on.</summary>
internal sealed class OutletDayChanges(IDeviceRegistry registry, RecordTypes types, IDbContextFactory<ParkDb> databases)
{
    /// <summary>They are an enterprise's and bear on all its outlets: which of them, the names of outlets and points say.</summary>
    private static readonly string[] OfEnterprise = [PermitRecords.Outlets, PermitRecords.Limits, ExemptionPlanType.Name];

    /// <summary>A changed record may bear on this many days, and always on the running year: reports and permitted totals are of the year.</summary>
    private const int DaysBack = 90;

    /// <summary>Record types that the days of outlets are made from.</summary>
    public static readonly IReadOnlyList<string> Types =
        [OutletFilingType.Name, OutletInstrumentType.Name, InstrumentCheckType.Name, OutletManualResultType.Name, DischargeQuotaType.Name, .. OfEnterprise];

    /// <summary>First of the days that are worked up anew after a change: in January those of December are among them.</summary>
    public static DateOnly FirstDay(DateOnly today)
    {
        var (year, back) = (new DateOnly(today.Year, 1, 1), today.AddDays(-DaysBack));
        back = new DateOnly(back.Year, back.Month, 1);
        return year < back ? year : back;
    }

    public async Task<IReadOnlyCollection<(int Point, DateOnly First, DateOnly Last)>> Days(IReadOnlyList<RecordChange> changes, DateOnly today, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var manual = changes.Where(change => change.Type == OutletManualResultType.Name).Select(change => change.RecordId).Distinct().ToList();
        var points = await Points(db, changes, cancellationToken).ConfigureAwait(false);
        return [.. points.Select(point => (point, FirstDay(today), today)), .. await ManualDays.Of(db, manual, cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Points whose records were changed, and those of enterprises whose permits, limits or plans were.</summary>
    private async Task<IReadOnlyCollection<int>> Points(ParkDb db, IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken)
    {
        List<int> Ids(string type) => [.. changes.Where(change => change.Type == type).Select(change => change.RecordId).Distinct()];
        var (filings, instruments, checks) = (Ids(OutletFilingType.Name), Ids(OutletInstrumentType.Name), Ids(InstrumentCheckType.Name));
        // A deleted record concerned its outlet as well.
        var outlets = await db.Set<OutletInstrument>().IgnoreQueryFilters([RecordModel.Deleted]).Where(one => instruments.Contains(one.Id)).Select(one => one.FilingId)
            .Concat(db.Set<InstrumentCheck>().IgnoreQueryFilters([RecordModel.Deleted]).Where(one => checks.Contains(one.Id)).Select(one => one.FilingId)).ToListAsync(cancellationToken).ConfigureAwait(false);
        outlets.AddRange(filings);
        var filed = await db.Set<OutletFiling>().IgnoreQueryFilters([RecordModel.Deleted]).Where(filing => outlets.Contains(filing.Id)).Select(filing => filing.PointId).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var enterprises = new HashSet<int>();
        foreach (var type in OfEnterprise.Where(type => changes.Any(change => change.Type == type)))
            enterprises.UnionWith((await types[type].Titles(db, Ids(type), cancellationToken).ConfigureAwait(false)).Select(record => record.EnterpriseId).OfType<int>());
        // A point that is no enterprise's by its number may be one's by its name.
        var theirs = enterprises.Count == 0 ? []
            : registry.Current.Points.Where(point => OutletKinds.IsOutlet(point.Kind) && (point.EnterpriseId is not { } owner || enterprises.Contains(owner))).Select(point => point.Id);
        return [.. filed.Union(theirs)];
    }
}
