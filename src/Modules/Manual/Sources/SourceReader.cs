using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Sources;

/// <summary>Reads fugitive sources with their newest and their open inspections, within the actor's scope.</summary>
public sealed class SourceReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <param name="enterprise">One alone; <see langword="null"/> for all in scope.</param>
    public async Task<IReadOnlyList<SourceRow>> Read(int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var sources = await (from source in db.Set<FugitiveSource>().AsNoTracking()
                             where enterprise == null || source.EnterpriseId == enterprise
                             join owner in db.Set<Enterprise>() on source.EnterpriseId equals owner.Id
                             select new { source, owner.Name }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var inspections = db.Set<FugitiveInspection>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise);
        var newest = await inspections.GroupBy(one => one.SourceId).Select(of => of.OrderByDescending(one => one.Day).ThenByDescending(one => one.Id).First()).ToDictionaryAsync(one => one.SourceId, cancellationToken).ConfigureAwait(false);
        var open = (await inspections.Where(one => one.Verdict == FugitiveInspectionType.Wrong && one.DoneOn == null).OrderBy(one => one.Day).ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.SourceId);
        var today = DateOnly.FromDateTime(clock.ParkNow());
        return [.. sources.Select(one => new SourceRow(one.source, one.Name, newest.GetValueOrDefault(one.source.Id), [.. open[one.source.Id]], today)).OrderByDescending(row => row.IsOverdue).ThenBy(row => row.Standing == SourceRow.Stopped).ThenBy(row => row.DueOn)];
    }
}
