using EcoPark.Alarms;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Watch;

/// <summary>Looks at solid waste when something of it has changed, and every hour, because time passes: raises what is wrong and ends what no longer is.</summary>
internal sealed class WasteWatch(JobKit kit, IDbContextFactory<ParkDb> databases, WasteReader reader, DeclarationReader declarations, ChangeFeed feed, StandingFindings standing, WasteSettings settings)
    : Job(kit, "waste-watch", "固体废物预警", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    private const int DaysBack = 365;
    private static readonly string[] RestsOn = [WasteEntryType.Name, WasteKindType.Name, WasteStoreType.Name, WasteDisposerType.Name, WasteManifestType.Name, WasteDeclarationType.Name, WastePlanType.Name];
    private (ChangeVersion Version, DateTime Hour) _seen;

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(2);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        var seen = (await feed.Version(RestsOn, cancellationToken).ConfigureAwait(false), new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc));
        if (seen == _seen)
            return;
        var found = await Findings(now, cancellationToken).ConfigureAwait(false);
        await standing.Write(WasteAlarms.All, found, "情形已消除，或已进入下一级别。", now, cancellationToken).ConfigureAwait(false);
        _seen = seen;
    }

    private async Task<List<Finding>> Findings(DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(ParkTime.FromUtc(now));
        var year = await reader.Read(today.Year, null, cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        string NameOf(int id) => names.GetValueOrDefault(id, "");
        var found = new List<Finding>();
        var near = year.Kinds.Where(one => one.Share * 100 >= settings.PermitSteps.DefaultIfEmpty(100).Min() - 1e-9).ToList();
        var days = await GeneratedDays(db, near, today, cancellationToken).ConfigureAwait(false);
        found.AddRange(near.Select(one => WasteFindings.OverPermit(one, settings.PermitSteps, tonnes => Reached(days[one.Kind.Id], tonnes, today))).OfType<Finding>());
        found.AddRange(year.Stores.SelectMany(store => WasteFindings.OfStore(store, settings, now)));

        var since = today.AddDays(-DaysBack);
        var sent = await db.Set<WasteEntry>().AsNoTracking().Where(one => one.DisposerId != null && one.Day >= since).GroupBy(one => new { one.EnterpriseId, one.KindId, one.DisposerId, one.Day })
            .Select(of => new { of.Key, Tonnes = of.Sum(one => one.Amount) ?? 0 }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var disposers = year.Disposers.ToDictionary(one => one.Id);
        found.AddRange(TransferFindings.OfDisposers(sent.Select(one => new SentDay(one.Key.EnterpriseId, one.Key.KindId, one.Key.DisposerId!.Value, one.Key.Day!.Value, one.Tonnes)), year.Kinds.ToDictionary(one => one.Kind.Id, one => one.Kind), disposers, NameOf));

        var calendar = await WorkingCalendar.Read(db, cancellationToken).ConfigureAwait(false);
        var signedSince = now.AddDays(-DaysBack);
        var manifests = await db.Set<WasteManifest>().AsNoTracking().Where(one => one.SignedAt == null || one.SignedAt >= signedSince).ToListAsync(cancellationToken).ConfigureAwait(false);
        found.AddRange(manifests.Select(one => TransferFindings.OfManifest(one, NameOf(one.EnterpriseId), disposers.GetValueOrDefault(one.DisposerId)?.Name ?? "接收单位", settings.WeightTolerancePercent, calendar, now)).OfType<Finding>());
        found.AddRange(DeclarationFindings.Late(await declarations.Read(null, cancellationToken).ConfigureAwait(false)));
        found.AddRange(DeclarationFindings.Overbooked(year.Loads, now));
        return found;
    }

    /// <summary>Generation of the year by day, of those that are near their limit.</summary>
    private static async Task<ILookup<int, (DateOnly Day, double Tonnes)>> GeneratedDays(ParkDb db, IReadOnlyList<KindFigures> near, DateOnly today, CancellationToken cancellationToken)
    {
        var (ids, first) = (near.Select(one => one.Kind.Id).ToList(), new DateOnly(today.Year, 1, 1));
        var days = await db.Set<WasteEntry>().AsNoTracking().Where(one => ids.Contains(one.KindId) && one.Stage == LedgerStage.Generated && one.Day >= first)
            .GroupBy(one => new { one.KindId, one.Day }).Select(of => new { of.Key.KindId, of.Key.Day, Tonnes = of.Sum(one => one.Amount) ?? 0 }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return days.OrderBy(one => one.Day).ToLookup(one => one.KindId, one => (one.Day!.Value, one.Tonnes));
    }

    /// <summary>The day on which a sum was reached.</summary>
    private static DateOnly Reached(IEnumerable<(DateOnly Day, double Tonnes)> days, double tonnes, DateOnly today)
    {
        var sum = 0d;
        foreach (var (day, amount) in days)
        {
            if ((sum += amount) >= tonnes - WasteWords.Gram)
                return day;
        }

        return today;
    }
}
