using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>A record that was found.</summary>
public sealed record FoundRecord(string Type, int RecordId, string Title);

/// <summary>Finds records of all types at once by what their titles and searched fields say, within the actor's rights and scope.</summary>
public sealed class RecordSearch(IDbContextFactory<ParkDb> databases, RecordTypes types, ParkDictionaries dictionaries)
{
    private const int Batch = 1_000;

    /// <summary>Some of each type, those with the text in their title first, then the newest.</summary>
    public async Task<IReadOnlyList<FoundRecord>> Find(string text, int mostPerType, CancellationToken cancellationToken)
    {
        var visible = types.All.Where(type => Actor.Current.May(type.View)).OrderByDescending(type => type.IsEnterpriseItself).Select(type => type.Name).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var isPostgres = db.Database.IsNpgsql();
        if (visible.Count == 0 || (isPostgres ? SearchGrams.TsQuery(text) : SearchGrams.Fts(text)) is not { } asked)
            return [];
        var title = $"%{text.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        List<object> parameters = [asked, title, mostPerType, .. visible];
        var own = "";
        if (Actor.Current.EnterpriseId is { } enterprise)
        {
            own = $" AND (entry.\"EnterpriseId\" IS NULL OR entry.\"EnterpriseId\" = {{{parameters.Count}}})";
            parameters.Add(enterprise);
        }

        var match = isPostgres ? "entry.\"Grams\" @@ CAST({0} AS tsquery)" : "entry.\"Id\" IN (SELECT rowid FROM \"SearchIndex\" WHERE \"SearchIndex\" MATCH {0})";
        var names = string.Join(", ", Enumerable.Range(3, visible.Count).Select(at => $"{{{at}}}"));
#pragma warning disable EF1002 // What is put into the text was written above; what somebody typed is a parameter.
        var found = await db.Database.SqlQueryRaw<FoundRecord>(
            $$"""
            SELECT "Type", "RecordId", "Title" FROM (
                SELECT entry."Type", entry."RecordId", entry."Title",
                    ROW_NUMBER() OVER (PARTITION BY entry."Type" ORDER BY CASE WHEN entry."Title" LIKE {1} ESCAPE '\' THEN 0 ELSE 1 END, entry."RecordId" DESC) AS "Place"
                FROM "SearchEntry" AS entry WHERE {{match}} AND entry."Type" IN ({{names}}){{own}}) AS found
            WHERE "Place" <= {2} ORDER BY "Type", "Place"
            """, [.. parameters]).ToListAsync(cancellationToken).ConfigureAwait(false);
#pragma warning restore EF1002
        return [.. found.OrderBy(one => visible.IndexOf(one.Type))];
    }

    /// <summary>Makes what the model cannot say: SQLite's full-text index, kept by triggers in the transaction of the change.</summary>
    public static async Task Prepare(ParkDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            return;
        const string Add = """INSERT INTO "SearchIndex"(rowid, "Grams") VALUES (new."Id", new."Grams");""";
        const string Remove = """INSERT INTO "SearchIndex"("SearchIndex", rowid, "Grams") VALUES ('delete', old."Id", old."Grams");""";
        await db.Database.ExecuteSqlRawAsync(
            $"""
            CREATE VIRTUAL TABLE IF NOT EXISTS "SearchIndex" USING fts5("Grams", content='SearchEntry', content_rowid='Id', tokenize='unicode61 remove_diacritics 0', prefix='1');
            CREATE TRIGGER IF NOT EXISTS "SearchEntryAdded" AFTER INSERT ON "SearchEntry" BEGIN {Add} END;
            CREATE TRIGGER IF NOT EXISTS "SearchEntryRemoved" AFTER DELETE ON "SearchEntry" BEGIN {Remove} END;
            CREATE TRIGGER IF NOT EXISTS "SearchEntryChanged" AFTER UPDATE OF "Grams" ON "SearchEntry" BEGIN {Remove} {Add} END;
            """, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the index anew from the records: <c>--rebuild-search</c>, after a description has changed.</summary>
    /// <returns>How many records it knows.</returns>
    public async Task<int> Rebuild(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<SearchEntry>().ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        var count = 0;
        foreach (var type in types.All)
        {
            for (var (skip, page) = (0, Batch); page == Batch; skip += Batch)
            {
                var records = (await type.Search(db, new RecordQuery { Skip = skip, Take = Batch }, type.Fields, dictionaries, cancellationToken).ConfigureAwait(false)).Items;
                var entries = records.Select(record => EntryOf(type, record)).OfType<SearchEntry>().ToList();
                await BulkInsert.Into(db, entries, cancellationToken).ConfigureAwait(false);
                count += entries.Count;
                page = records.Count;
            }
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    /// <summary>Brings the entries of records that are being saved up to date; their ids are known.</summary>
    /// <returns>Entries that are new; the others are changed in the context.</returns>
    internal static async Task<IReadOnlyList<SearchEntry>> Follow(ParkDb db, RecordTypes types, IReadOnlyCollection<(Record Record, bool IsNew)> saved, CancellationToken cancellationToken)
    {
        var added = new List<SearchEntry>();
        foreach (var group in saved.GroupBy(one => types.Of(one.Record.GetType())!))
        {
            var ids = group.Where(one => !one.IsNew).Select(one => one.Record.Id).ToList();
            var present = new Dictionary<int, SearchEntry>();
            foreach (var chunk in ids.Chunk(Batch))
            {
                foreach (var entry in await db.Set<SearchEntry>().Where(one => one.Type == group.Key.Name && chunk.Contains(one.RecordId)).ToListAsync(cancellationToken).ConfigureAwait(false))
                    present[entry.RecordId] = entry;
            }

            foreach (var (record, _) in group)
            {
                var (old, now) = (present.GetValueOrDefault(record.Id), record.DeletedAt is null ? EntryOf(group.Key, record) : null);
                if (old is null && now is not null)
                    added.Add(now);
                else if (old is not null && now is null)
                    db.Remove(old);
                else if (old is not null)
                    (old.EnterpriseId, old.Title, old.Grams) = (now!.EnterpriseId, now.Title, IsSame(old, now) ? old.Grams : now.Grams);
            }
        }

        return added;
    }

    /// <summary>The database may write the same in another order.</summary>
    private static bool IsSame(SearchEntry old, SearchEntry now) => old.Grams == now.Grams || old.Grams == SearchGrams.Vector(now.Grams);

    /// <summary><see langword="null"/> where a record says nothing of its own.</summary>
    private static SearchEntry? EntryOf(RecordType type, Record record)
    {
        var texts = type.Fields.Where(field => field.IsSearched || field == type.TitleField).Where(field => field.Property?.PropertyType == typeof(string))
            .Select(field => field.Get(record)).OfType<string>().ToList();
        if (texts.Count == 0)
            return null;
        var title = type.TitleOf(record);
        return new SearchEntry
        {
            Type = type.Name,
            RecordId = record.Id,
            EnterpriseId = record is IOfEnterprise own ? own.EnterpriseId : type.IsEnterpriseItself ? record.Id : null,
            Title = title.Length > 300 ? title[..300] : title,
            Grams = SearchGrams.Of(texts),
        };
    }
}
