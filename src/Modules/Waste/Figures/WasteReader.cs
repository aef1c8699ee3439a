using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>Reads what the ledgers amount to, within the actor's scope: sums and balances come from the database, never rows.</summary>
public sealed class WasteReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Batches read at once; stores hold fewer.</summary>
    public const int MostBatches = 5_000;

    /// <param name="enterprise">One alone; <see langword="null"/> for all in scope.</param>
    public async Task<WasteYear> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return WasteYear.None;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var isWhole = enterprise is null && Actor.Current.EnterpriseId is null;
        var (now, today) = (clock.UtcNow(), DateOnly.FromDateTime(clock.ParkNow()));
        var enterprises = await db.Set<Enterprise>().AsNoTracking().Where(one => enterprise == null || one.Id == enterprise).Select(one => new { one.Id, one.Name, one.CreditCode }).ToDictionaryAsync(one => one.Id, cancellationToken).ConfigureAwait(false);
        var kinds = await db.Set<WasteKind>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).ToDictionaryAsync(one => one.Id, cancellationToken).ConfigureAwait(false);
        var stores = await db.Set<WasteStore>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).OrderBy(one => one.EnterpriseId).ThenBy(one => one.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        var disposers = await Disposers(db, cancellationToken).ConfigureAwait(false);
        var sums = await Sums(db, Math.Min(year, today.Year) - UnitClass.YearsBefore, enterprise, cancellationToken).ConfigureAwait(false);
        var stock = await Stock(db, enterprise, cancellationToken).ConfigureAwait(false);
        var batches = await Open(db, [LedgerStage.In], enterprise, cancellationToken).ConfigureAwait(false);
        var licensed = Licensed(disposers);

        string NameOf(int id) => enterprises.GetValueOrDefault(id)?.Name ?? "";
        var (sumsOf, stockOf, stockIn, lying) = (sums.ToLookup(sum => sum.KindId), stock.ToLookup(one => one.KindId), stock.ToLookup(one => one.StoreId), batches.ToLookup(batch => batch.StoreId ?? 0));
        List<KindFigures> figures = [.. kinds.Values.Select(kind => KindFigures.Of(kind, NameOf(kind.EnterpriseId), year, sumsOf[kind.Id], Math.Round(stockOf[kind.Id].Sum(one => one.Tonnes), 6), today)).OrderByDescending(one => one.Share ?? -1).ThenByDescending(one => one.Generated)];
        var plans = isWhole ? await db.Set<WastePlan>().AsNoTracking().Where(one => one.Year == year && one.DisposerId != null).ToListAsync(cancellationToken).ConfigureAwait(false) : [];
        var (figuresOf, byEnterprise) = (figures.ToLookup(one => one.Kind.EnterpriseId), sums.ToLookup(sum => sum.EnterpriseId));
        return new(
            year, today, figures,
            [.. stores.Select(store => StoreFigures.Of(store, NameOf(store.EnterpriseId), stockIn[store.Id], [.. lying[store.Id]], kinds, now))],
            [.. enterprises.Values.Where(one => figuresOf.Contains(one.Id)).Select(one => EnterpriseFigures.Of(one.Id, one.Name, licensed.Contains(one.CreditCode), year, [.. figuresOf[one.Id]], [.. byEnterprise[one.Id]], today)).OrderByDescending(one => one.Hazardous)],
            disposers, batches, WasteFlow.Of([.. sums.Where(sum => sum.Year == year)], kinds, disposers.ToDictionary(one => one.Id, one => one.Name)),
            isWhole ? [.. disposers.SelectMany(one => DisposerLoad.Of(one, year, plans, sums, kinds)).OrderByDescending(load => load.Share)] : []);
    }

    /// <summary>Enterprises that have waste, by name.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> Enterprises(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await db.Set<Enterprise>().AsNoTracking().Where(one => db.Set<WasteKind>().Any(kind => kind.EnterpriseId == one.Id)).OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.Select(one => (one.Id, one.Name))];
    }

    /// <summary>Batches that something is still to become of, the oldest first.</summary>
    public async Task<IReadOnlyList<OpenBatch>> OpenBatches(int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await Open(db, [LedgerStage.Generated, LedgerStage.In, LedgerStage.Out], enterprise, cancellationToken).ConfigureAwait(false);
        return [.. open.Concat(await WithoutManifest(db, enterprise, cancellationToken).ConfigureAwait(false)).OrderBy(batch => batch.At)];
    }

    /// <summary>Hazardous waste that has left the plant on no manifest.</summary>
    private static async Task<IReadOnlyList<OpenBatch>> WithoutManifest(ParkDb db, int? enterprise, CancellationToken cancellationToken)
    {
        var carried = from item in db.Set<ManifestItem>() join manifest in db.Set<WasteManifest>() on item.ParentId equals manifest.Id where manifest.State != ManifestForm.Refused select new { manifest.EnterpriseId, item.Batch, item.Sent };
        var open = from entry in db.Set<WasteEntry>().AsNoTracking()
                   where LedgerStage.Sent.Contains(entry.Stage) && entry.Class == WasteWords.Hazardous && (enterprise == null || entry.EnterpriseId == enterprise)
                   let left = entry.Amount!.Value - (carried.Where(one => one.EnterpriseId == entry.EnterpriseId && one.Batch == entry.Code).Sum(one => one.Sent) ?? 0)
                   where left > WasteWords.Gram
                   join kind in db.Set<WasteKind>() on entry.KindId equals kind.Id
                   join owner in db.Set<Enterprise>() on entry.EnterpriseId equals owner.Id
                   orderby entry.At, entry.Id
                   select new OpenBatch(entry.Id, entry.EnterpriseId, owner.Name, entry.KindId, kind.Name, entry.Stage, entry.Code, entry.At!.Value, entry.StoreId, entry.DisposerId, entry.Amount!.Value, left);
        return await open.Take(MostBatches).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<IReadOnlyList<WasteDisposer>> Disposers(ParkDb db, CancellationToken cancellationToken) =>
        await db.Set<WasteDisposer>().AsNoTracking().Include(one => one.Scope).AsSplitQuery().OrderBy(one => one.Name).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Credit codes of those that hold a licence: an enterprise of the park may be one of them.</summary>
    internal static HashSet<string> Licensed(IEnumerable<WasteDisposer> disposers) => disposers.Where(one => one is { Kind: WasteDisposerType.Licensed, CreditCode.Length: > 0 }).Select(one => one.CreditCode).ToHashSet(StringComparer.Ordinal);

    internal static async Task<IReadOnlyList<OpenBatch>> Open(ParkDb db, IReadOnlyList<string> stages, int? enterprise, CancellationToken cancellationToken)
    {
        var all = db.Set<WasteEntry>().AsNoTracking();
        var open = from entry in all
                   where stages.Contains(entry.Stage) && (enterprise == null || entry.EnterpriseId == enterprise)
                   let left = entry.Amount!.Value - (all.Where(after => after.EnterpriseId == entry.EnterpriseId && after.SourceCode == entry.Code).Sum(after => after.Amount) ?? 0)
                   where left > WasteWords.Gram
                   join kind in db.Set<WasteKind>() on entry.KindId equals kind.Id
                   join owner in db.Set<Enterprise>() on entry.EnterpriseId equals owner.Id
                   orderby entry.At, entry.Id
                   select new OpenBatch(entry.Id, entry.EnterpriseId, owner.Name, entry.KindId, kind.Name, entry.Stage, entry.Code, entry.At!.Value, entry.StoreId, entry.DisposerId, entry.Amount!.Value, left);
        return await open.Take(MostBatches).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<List<WasteSum>> Sums(ParkDb db, int fromYear, int? enterprise, CancellationToken cancellationToken)
    {
        var first = fromYear * 100;
        return await db.Set<WasteEntry>().AsNoTracking().Where(one => one.Month > first && (enterprise == null || one.EnterpriseId == enterprise))
            .GroupBy(one => new { one.EnterpriseId, one.KindId, one.Stage, one.Month, one.DisposerId })
            .Select(of => new WasteSum(of.Key.EnterpriseId, of.Key.KindId, of.Key.Stage, of.Key.Month, of.Key.DisposerId, of.Sum(one => one.Amount) ?? 0, of.Count())).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<WasteStock>> Stock(ParkDb db, int? enterprise, CancellationToken cancellationToken) =>
        await db.Set<WasteEntry>().AsNoTracking().Where(one => one.StoreId != null && (enterprise == null || one.EnterpriseId == enterprise))
            .GroupBy(one => new { one.EnterpriseId, one.KindId, StoreId = one.StoreId!.Value })
            .Select(of => new WasteStock(of.Key.EnterpriseId, of.Key.KindId, of.Key.StoreId, of.Sum(one => one.Stage == LedgerStage.In ? one.Amount : -one.Amount) ?? 0)).ToListAsync(cancellationToken).ConfigureAwait(false);
}
