using System.Diagnostics.Metrics;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Figures of the gateway (meter <c>EcoPark.Gateway</c>).</summary>
internal sealed class GatewayCounters
{
    private readonly Counter<long> _telegrams;
    private int _connections;

    public GatewayCounters(IMeterFactory meters)
    {
        var meter = meters.Create("EcoPark.Gateway");
        _telegrams = meter.CreateCounter<long>("telegrams", description: "Entries logged, by verdict.");
        meter.CreateObservableGauge("connections", () => Volatile.Read(ref _connections));
    }

    public int Connections => Volatile.Read(ref _connections);

    public int Connected() => Interlocked.Increment(ref _connections);

    public void Disconnected() => Interlocked.Decrement(ref _connections);

    public void Count(IReadOnlyList<LogEntry> entries)
    {
        foreach (var verdict in entries.GroupBy(entry => entry.Verdict))
            _telegrams.Add(verdict.Count(), new KeyValuePair<string, object?>("verdict", verdict.Key.ToString()));
    }
}
