using EcoPark.Alarms;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
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
    public static async Task<Problem?> Note(ParkDb db, MonitoringPoint point, DateOnly? since, TimeProvider clock, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.ParkNow());
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
        if (before != point.EnterpriseId || stored.EnterpriseId != point.EnterpriseId)
            await AlarmHandOver.Note(db, point.Id, point.EnterpriseId ?? 0, point.Enterprise, ParkTime.ToUtc((since ?? today).ToDateTime(TimeOnly.MinValue)), clock.UtcNow(), cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>A channel takes its readings along: it may move only between points that the same enterprise has had on all days. What was nobody's had only not been assigned yet.</summary>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static async Task<Problem?> ForbidsMove(ParkDb db, Channel channel, CancellationToken cancellationToken)
    {
        if (channel.Id == 0 || await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == channel.Id, cancellationToken).ConfigureAwait(false) is not { } stored || stored.PointId == channel.PointId)
            return null;
        var points = await db.Set<MonitoringPoint>().AsNoTracking().Include(one => one.FormerOwners).Where(one => one.Id == stored.PointId || one.Id == channel.PointId).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (points.Find(one => one.Id == stored.PointId) is not { } from || points.Find(one => one.Id == channel.PointId) is not { } to)
            return null;
        var isUnassigned = from.EnterpriseId is null && from.FormerOwners.Count == 0;
        return isUnassigned || Owners(from).SequenceEqual(Owners(to)) ? null
            : new Problem("other-owner", "两个点位的归属企业不同，通道的历史数据会随通道一起易主，不能这样移动。点位整体易主请修改点位的企业；登记有误请更正点位的企业及其起始日。", nameof(Channel.PointId));
    }

    private static IEnumerable<(int?, DateOnly)> Owners(MonitoringPoint point) =>
        [.. point.FormerOwners.OrderBy(former => former.LastDay).Select(former => ((int?)former.EnterpriseId, former.LastDay)), (point.EnterpriseId, DateOnly.MaxValue)];
}
