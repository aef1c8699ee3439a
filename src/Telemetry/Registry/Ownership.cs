using EcoPark.Platform;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Registry;

/// <summary>Notes whom a point belonged to before it changes hands.</summary>
internal static class Ownership
{
    /// <summary>Adds what has to be remembered to the context; the caller saves it with the point.</summary>
    /// <param name="point">As it is to be saved.</param>
    /// <param name="since">First day of the new owner; today where nobody says so.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    /// <remarks>A point that was nobody's is handed over with all its days: it had only not been assigned yet.</remarks>
    public static async Task<Problem?> Note(ParkDb db, MonitoringPoint point, DateOnly? since, DateOnly today, CancellationToken cancellationToken)
    {
        if (since > today)
            return new Problem("owner-since", $"归属起始日 {since:yyyy-MM-dd} 还没有到，请到时再改。", "EnterpriseSince");
        var stored = await db.Set<MonitoringPoint>().Include(one => one.FormerOwners).FirstOrDefaultAsync(one => one.Id == point.Id, cancellationToken).ConfigureAwait(false);
        if (stored is null || (since is null && stored.EnterpriseId == point.EnterpriseId))
            return null;
        var until = (since ?? today).AddDays(-1);
        var before = stored.OwnerOn(until);
        db.RemoveRange(stored.FormerOwners.Where(former => former.LastDay >= until));
        if (before is { } enterprise && before != point.EnterpriseId)
            db.Add(new FormerOwner { PointId = point.Id, EnterpriseId = enterprise, LastDay = until });
        return null;
    }
}
