using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Days of an outlet that are to be worked up anew. Written before what makes them due is ticked off, deleted after they are done.</summary>
internal sealed class DueRange
{
    public long Id { get; set; }

    /// <summary>Monitoring point.</summary>
    public int PointId { get; set; }

    public DateOnly First { get; set; }

    public DateOnly Last { get; set; }
}

/// <summary>Several ranges of one outlet, joined.</summary>
/// <param name="PointId">Monitoring point.</param>
/// <param name="Ids">Rows that it stands for.</param>
internal sealed record DueWork(int PointId, DateOnly First, DateOnly Last, IReadOnlyList<long> Ids);

/// <summary>What is due of the days of outlets, in the database: no failure, restart or change of the leading node loses any of it.</summary>
internal sealed class DueDays(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Rows that one round takes up.</summary>
    private const int MostAtOnce = 20_000;

    /// <summary>Ranges with less than this between them are one piece of work: reading what lies between costs less than beginning anew.</summary>
    private const int NearDays = 7;

    public async Task Note(IReadOnlyCollection<(int Point, DateOnly First, DateOnly Last)> ranges, CancellationToken cancellationToken)
    {
        if (ranges.Count == 0)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        db.AddRange(ranges.Distinct().Select(range => new DueRange { PointId = range.Point, First = range.First, Last = range.Last }));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<DueWork>> All(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return Joined(await db.Set<DueRange>().AsNoTracking().OrderBy(range => range.Id).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false));
    }

    public async Task Done(DueWork work, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        foreach (var ids in work.Ids.Chunk(500))
            await db.Set<DueRange>().Where(range => ids.Contains(range.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ranges of the same outlet that touch or nearly do, as one.</summary>
    internal static IReadOnlyList<DueWork> Joined(IEnumerable<DueRange> ranges)
    {
        var joined = new List<DueWork>();
        foreach (var ofPoint in ranges.GroupBy(range => range.PointId))
        {
            DueWork? open = null;
            foreach (var range in ofPoint.OrderBy(range => range.First))
            {
                if (open is not null && range.First <= open.Last.AddDays(NearDays))
                {
                    open = open with { Last = open.Last > range.Last ? open.Last : range.Last, Ids = [.. open.Ids, range.Id] };
                    continue;
                }

                if (open is not null)
                    joined.Add(open);
                open = new DueWork(range.PointId, range.First, range.Last, [range.Id]);
            }

            joined.Add(open!);
        }

        return joined;
    }
}

/// <summary>Table of what is due.</summary>
internal sealed class DueDayModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<DueRange>().ToTable("OutletDueRange");
}
