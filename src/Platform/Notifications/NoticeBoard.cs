using EcoPark.Platform.Data;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Notifications;

/// <summary>Takes notices in the transaction of what they tell, and wakes those who send them.</summary>
public sealed class NoticeBoard(TimeProvider clock)
{
    /// <summary>There may be something to send.</summary>
    internal event Action? Pinned;

    /// <summary>Adds notices to what the context will save: told if and only if it happened. Call <see cref="Wake"/> after the commit.</summary>
    public void Add(ParkDb db, IReadOnlyList<Notice> notices)
    {
        foreach (var notice in notices)
        {
            notice.At = clock.UtcNow();
            db.Add(notice);
        }
    }

    public void Wake() => Pinned?.Invoke();
}
