using System.IO.Hashing;
using EcoPark.Hj212;

namespace EcoPark.Telemetry.Devices;

/// <summary>Remembers the last telegrams of a device, so that a repeat costs no write. The store would swallow it as well.</summary>
internal sealed class RecentTelegrams(int capacity = 256)
{
    private readonly HashSet<UInt128> _known = [];
    private readonly Queue<UInt128> _order = [];

    /// <summary>False where the very same telegram was here before.</summary>
    public bool Add(Telegram telegram)
    {
        var identity = XxHash128.HashToUInt128(telegram.Segment.Span);
        if (!_known.Add(identity))
            return false;
        _order.Enqueue(identity);
        if (_order.Count > capacity)
            _known.Remove(_order.Dequeue());
        return true;
    }

    /// <summary>Forgets all: what was remembered may not have become durable.</summary>
    public void Clear()
    {
        _known.Clear();
        _order.Clear();
    }
}
