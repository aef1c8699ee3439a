using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Declarations;

/// <summary>What went one way in a period.</summary>
/// <param name="Method">As the ledger has it.</param>
public sealed record LedgerWay(string Stage, string Method, int? DisposerId, double Tonnes);

/// <summary>A waste in a period, as declarations tell of it; t.</summary>
/// <param name="Opening">In stores when it began.</param>
/// <param name="Closing">In stores when it ended.</param>
public sealed record LedgerPeriodKind(WasteKind Kind, double Generated, double Opening, double Closing, IReadOnlyList<LedgerWay> Ways)
{
    public double Gone => Ways.Sum(way => way.Tonnes);

    /// <summary>Generated and not yet in a store, or taken out and not yet treated, by the end of the period and not before it; negative for what lay so before.</summary>
    public double Between => Math.Round(Opening + Generated - Gone - Closing, 6);
}

/// <summary>The ledger of an enterprise's hazardous waste in some months.</summary>
public sealed record LedgerPeriod(IReadOnlyList<LedgerPeriodKind> Kinds, IReadOnlyDictionary<int, WasteDisposer> Disposers)
{
    /// <summary>Sums and balances of the database, within the actor's scope.</summary>
    /// <param name="first">Day of the first month.</param>
    /// <param name="last">Day of the last month.</param>
    internal static async Task<LedgerPeriod> Read(IDbContextFactory<ParkDb> databases, int enterprise, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(WastePermissions.View))
            return new([], new Dictionary<int, WasteDisposer>());
        var (from, to) = ((first.Year * 100) + first.Month, (last.Year * 100) + last.Month);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var kinds = await db.Set<WasteKind>().AsNoTracking().Where(kind => kind.EnterpriseId == enterprise && kind.Class == WasteWords.Hazardous).OrderBy(kind => kind.Code).ThenBy(kind => kind.Name).ToListAsync(cancellationToken).ConfigureAwait(false);
        var entries = db.Set<WasteEntry>().AsNoTracking().Where(one => one.EnterpriseId == enterprise);
        var ways = (await entries.Where(one => one.Month >= from && one.Month <= to).GroupBy(one => new { one.KindId, one.Stage, one.Method, one.DisposerId })
            .Select(of => new { of.Key, Tonnes = of.Sum(one => one.Amount) ?? 0 }).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.Key.KindId);
        var opening = await Stock(entries.Where(one => one.Month < from), cancellationToken).ConfigureAwait(false);
        var closing = await Stock(entries.Where(one => one.Month <= to), cancellationToken).ConfigureAwait(false);
        var disposers = await Figures.WasteReader.Disposers(db, cancellationToken).ConfigureAwait(false);
        return new(
            [
                .. kinds.Select(kind => new LedgerPeriodKind(
                    kind, Math.Round(ways[kind.Id].Where(one => one.Key.Stage == LedgerStage.Generated).Sum(one => one.Tonnes), 6), opening.GetValueOrDefault(kind.Id), closing.GetValueOrDefault(kind.Id),
                    [.. ways[kind.Id].Where(one => LedgerStage.Final.Contains(one.Key.Stage)).Select(one => new LedgerWay(one.Key.Stage, one.Key.Method, one.Key.DisposerId, Math.Round(one.Tonnes, 6))).OrderBy(way => way.Stage, StringComparer.Ordinal).ThenByDescending(way => way.Tonnes)])),
            ],
            disposers.ToDictionary(one => one.Id));
    }

    private static async Task<Dictionary<int, double>> Stock(IQueryable<WasteEntry> entries, CancellationToken cancellationToken) =>
        (await entries.Where(one => one.StoreId != null).GroupBy(one => one.KindId).Select(of => new { of.Key, Tonnes = of.Sum(one => one.Stage == LedgerStage.In ? one.Amount : -one.Amount) ?? 0 }).ToListAsync(cancellationToken).ConfigureAwait(false))
        .ToDictionary(one => one.Key, one => Math.Round(one.Tonnes, 6));
}
