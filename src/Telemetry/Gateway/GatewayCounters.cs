using System.Diagnostics.Metrics;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Figures of the gateway (meter <c>EcoPark.Gateway</c>).</summary>
internal sealed class GatewayCounters
{
    private readonly Counter<long> _telegrams;
    private readonly Lock _gate = new();
    private int _connections;

    public GatewayCounters(IMeterFactory meters)
    {
        var meter = meters.Create("EcoPark.Gateway");
        _telegrams = meter.CreateCounter<long>("telegrams", description: "Entries logged, by verdict.");
        meter.CreateObservableGauge("connections", () => Volatile.Read(ref _connections));
    }

    /// <summary>UTC: since when telegrams cannot be logged and are not answered; <see langword="null"/> while they can.</summary>
    public DateTime? NotTakingSince { get; private set; }

    /// <summary>Why not, as the store said it.</summary>
    public string NotTakingBecause { get; private set; } = "";

    /// <summary>UTC: when this node last wrote telegrams to the log; <see langword="null"/> where it has written none since its start.</summary>
    public DateTime? LastTakenAt { get; private set; }

    /// <summary>A telegram could not be processed.</summary>
    public void SetAside() => _telegrams.Add(1, new KeyValuePair<string, object?>("verdict", nameof(TelegramVerdict.SetAside)));

    public int Connections => Volatile.Read(ref _connections);

    public int Connected() => Interlocked.Increment(ref _connections);

    public void Disconnected() => Interlocked.Decrement(ref _connections);

    /// <returns>Whether it is the first since telegrams could be logged.</returns>
    public bool NotTaken(DateTime now, Exception exception)
    {
        lock (_gate)
        {
            NotTakingBecause = exception.GetBaseException().Message;
            if (NotTakingSince is not null)
                return false;
            NotTakingSince = now;
            return true;
        }
    }

    /// <summary>Telegrams were logged.</summary>
    public void Taken(DateTime now)
    {
        LastTakenAt = now;
        if (NotTakingSince is null)
            return;
        lock (_gate)
            NotTakingSince = null;
    }

    public void Count(IReadOnlyList<LogEntry> entries)
    {
        foreach (var verdict in entries.GroupBy(entry => entry.Verdict))
            _telegrams.Add(verdict.Count(), new KeyValuePair<string, object?>("verdict", verdict.Key.ToString()));
    }
}
