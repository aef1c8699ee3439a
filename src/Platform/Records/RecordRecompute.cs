using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>Works out anew what is worked out and stored, after a formula has changed: <c>--recompute</c>.</summary>
public sealed class RecordRecompute(IDbContextFactory<ParkDb> databases, RecordTypes types, ParkDictionaries dictionaries)
{
    private const int Batch = 500;

    /// <summary>All types that have such fields. A record whose value changes gets a revision, in the name of the platform.</summary>
    /// <returns>How many records of each type were changed, by title.</returns>
    public async Task<IReadOnlyDictionary<string, int>> Run(CancellationToken cancellationToken)
    {
        var changed = new Dictionary<string, int>();
        foreach (var type in types.All.Where(type => type.Works))
            changed[type.Title] = await Run(type, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    private async Task<int> Run(RecordType type, CancellationToken cancellationToken)
    {
        var changed = 0;
        for (var skip = 0; ; skip += Batch)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            var page = await type.Search(db, new RecordQuery { Skip = skip, Take = Batch }, type.Fields, dictionaries, cancellationToken).ConfigureAwait(false);
            db.AttachRange(page.Items);
            foreach (var record in page.Items)
                type.Work(record);
            db.ChangeTracker.DetectChanges();
            var touched = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified)
                .Select(entry => entry.Entity is RecordRow row ? row.ParentId : ((Record)entry.Entity).Id).Distinct();
            changed += touched.Count();
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            if (page.Items.Count < Batch)
                return changed;
        }
    }
}
