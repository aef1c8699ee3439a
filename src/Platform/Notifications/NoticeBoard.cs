using EcoPark.Platform.Data;
using EcoPark.Platform.Time;

namespace EcoPark.Platform.Notifications;

/// <summary>Takes notices in the transaction of what they tell, and wakes those who send them.</summary>
public sealed class NoticeBoard(TimeProvider clock)
{
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>Adds notices to what the context will save: told if and only if it happened. Call <see cref="Wake"/> after the commit.</summary>
    public void Add(ParkDb db, IReadOnlyList<Notice> notices)
    {
        foreach (var notice in notices)
        {
            notice.At = clock.UtcNow();
            db.Add(notice);
        }
    }

    public void Wake()
    {
        lock (_signal)
        {
            if (_signal.CurrentCount == 0)
                _signal.Release();
        }
    }

    /// <summary>Ends when there may be something to send, or after the time.</summary>
    internal Task<bool> Woken(TimeSpan atMost, CancellationToken cancellationToken) => _signal.WaitAsync(atMost, cancellationToken);
}
