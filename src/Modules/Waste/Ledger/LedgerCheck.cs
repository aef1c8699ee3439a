using EcoPark.Modules.Waste.Kinds;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>Holds an entry against the rest of its enterprise's ledger before it is saved or deleted.</summary>
internal sealed class LedgerCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => WasteEntryType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var entry = (WasteEntry)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<WasteKind>().AsNoTracking().FirstOrDefaultAsync(kind => kind.Id == entry.KindId, cancellationToken).ConfigureAwait(false) is not { } kind)
            return new("kind", "没有这种废物，或它已被删除。", "kindId");
        return LedgerRules.Objection(LedgerLine.Of(entry), kind, await Around(db, entry, cancellationToken).ConfigureAwait(false));
    }

    public async Task<Problem?> CheckDeletion(Record record, CancellationToken cancellationToken)
    {
        var entry = (WasteEntry)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return LedgerRules.Deletion(LedgerLine.Of(entry), await Around(db, entry, cancellationToken).ConfigureAwait(false));
    }

    public IRecordCheck ForMany() => new Import(databases);

    /// <summary>What it was, what it came from, and what came of both.</summary>
    private static async Task<LedgerSlice> Around(ParkDb db, WasteEntry entry, CancellationToken cancellationToken)
    {
        var own = db.Set<WasteEntry>().AsNoTracking().Where(one => one.EnterpriseId == entry.EnterpriseId);
        var before = entry.Id == 0 ? null : await own.Where(one => one.Id == entry.Id).Select(one => one.Code).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        List<string> codes = [.. new[] { entry.Code, entry.SourceCode, before }.OfType<string>().Where(code => code.Length > 0).Distinct()];
        var lines = await Lines(own.Where(one => codes.Contains(one.Code)), cancellationToken).ConfigureAwait(false);
        var after = await Lines(own.Where(one => codes.Contains(one.SourceCode)), cancellationToken).ConfigureAwait(false);
        return new LedgerSlice(lines.Concat(after).DistinctBy(line => line.Id));
    }

    private static async Task<IReadOnlyList<LedgerLine>> Lines(IQueryable<WasteEntry> entries, CancellationToken cancellationToken) =>
        await entries.Select(one => new LedgerLine(one.Id, one.Code, one.Stage, one.KindId, one.StoreId, one.DisposerId, one.At!.Value, one.Amount!.Value, one.SourceCode)).ToListAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>A year of ledgers row by row: each enterprise's is read once, and what was let pass is added to it.</summary>
    private sealed class Import(IDbContextFactory<ParkDb> databases) : IRecordCheck
    {
        private readonly Dictionary<int, LedgerSlice> _ledgers = [];
        private readonly Dictionary<int, WasteKind> _kinds = [];

        public string Type => WasteEntryType.Name;

        public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
        {
            var entry = (WasteEntry)record;
            if (!_ledgers.TryGetValue(entry.EnterpriseId, out var ledger))
                _ledgers[entry.EnterpriseId] = ledger = await Read(entry.EnterpriseId, cancellationToken).ConfigureAwait(false);
            if (!_kinds.TryGetValue(entry.KindId, out var kind))
                return new("kind", "没有这种废物，或它已被删除。", "kindId");
            var line = LedgerLine.Of(entry);
            if (LedgerRules.Objection(line, kind, ledger) is { } objection)
                return objection;
            ledger.Put(line);
            return null;
        }

        private async Task<LedgerSlice> Read(int enterprise, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            foreach (var kind in await db.Set<WasteKind>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false))
                _kinds[kind.Id] = kind;
            return new LedgerSlice(await Lines(db.Set<WasteEntry>().AsNoTracking().Where(one => one.EnterpriseId == enterprise), cancellationToken).ConfigureAwait(false));
        }
    }
}
