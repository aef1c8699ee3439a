namespace EcoPark.Telemetry.Log;

/// <summary>
/// Knows up to which id all telegrams of this node have reached the reading store. A ticket is opened before telegrams are
/// appended and closed when their readings are durable; below the lowest open ticket nothing is missing.
/// </summary>
internal sealed class ReplayCheckpoint
{
    private readonly Lock _gate = new();
    private readonly HashSet<Ticket> _open = [];
    private long _highest;

    /// <summary>Highest id that needs no replay.</summary>
    public long Through
    {
        get
        {
            lock (_gate)
                return _open.Count == 0 ? _highest : _open.Min(ticket => ticket.Floor);
        }
    }

    /// <summary>Highest id that is known.</summary>
    public long Highest
    {
        get
        {
            lock (_gate)
                return _highest;
        }
    }

    /// <summary>Opens a ticket for telegrams that will get ids above all that are known now.</summary>
    public Ticket Open()
    {
        lock (_gate)
        {
            var ticket = new Ticket(this) { Floor = _highest };
            _open.Add(ticket);
            return ticket;
        }
    }

    /// <summary>Opens a ticket for telegrams above a known id: a replay.</summary>
    public Ticket OpenFrom(long floor)
    {
        lock (_gate)
        {
            _highest = Math.Max(_highest, floor);
            var ticket = new Ticket(this) { Floor = floor };
            _open.Add(ticket);
            return ticket;
        }
    }

    internal sealed class Ticket(ReplayCheckpoint owner)
    {
        internal long Floor { get; set; }

        /// <summary>The telegrams got these ids.</summary>
        public void Appended(long firstId, int count)
        {
            lock (owner._gate)
            {
                Floor = firstId - 1;
                owner._highest = Math.Max(owner._highest, firstId + count - 1);
            }
        }

        public void Close()
        {
            lock (owner._gate)
                owner._open.Remove(this);
        }
    }
}
