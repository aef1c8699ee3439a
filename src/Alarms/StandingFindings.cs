using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>For watches that find all that is wrong each time anew: raises what is found, and ends what was found before and is not any more.</summary>
public sealed class StandingFindings(IDbContextFactory<ParkDb> databases, IAlarms alarms)
{
    /// <param name="kinds">All that this watch raises, and no other does.</param>
    /// <param name="found">All that is wrong now.</param>
    /// <param name="over">What an alarm says when it ends, Chinese.</param>
    public async Task Write(IReadOnlyList<AlarmType> kinds, IReadOnlyList<Finding> found, string over, DateTime now, CancellationToken cancellationToken)
    {
        var (names, still) = (kinds.Select(type => type.Name).ToList(), found.Select(one => one.Cause.Key).ToHashSet(StringComparer.Ordinal));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await db.Set<Alarm>().AsNoTracking().Where(alarm => names.Contains(alarm.Kind) && alarm.OpenCause != null && alarm.EndedAt == null).ToListAsync(cancellationToken).ConfigureAwait(false);
        await alarms.Write([.. found, .. open.Select(AlarmCause.Of).Where(cause => !still.Contains(cause.Key)).Select(cause => new Ended(cause, now, over))]).ConfigureAwait(false);
    }
}
