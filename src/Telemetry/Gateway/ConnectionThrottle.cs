using System.Threading.RateLimiting;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Gateway;

/// <summary>
/// Waits for permits; as nothing is read meanwhile, TCP slows the sender down. Where a registered device speaks, it must not wait for others on its
/// connection: doubtful telegrams beyond their measure are left out, neither logged nor answered, which the next of them says.
/// </summary>
internal sealed class ConnectionThrottle(GatewayOptions options, Neighbours.Neighbour neighbour) : IAsyncDisposable
{
    private readonly Lazy<TokenBucketRateLimiter> _rate = new(() => Limits.PerSecond(options.TelegramsPerSecond));
    private int _malformedInRow;
    private long _leftOut;

    /// <summary>Nothing but unreadable pieces has come for long.</summary>
    public bool IsHopeless => _malformedInRow > options.MaxMalformedInRow;

    /// <returns>What is to be taken.</returns>
    public async Task<List<Arrival>> Pass(List<Arrival> arrived, bool hasDevices, CancellationToken cancellationToken)
    {
        _malformedInRow = arrived[^1].Entry.Verdict == TelegramVerdict.Malformed ? _malformedInRow + arrived.Count(one => one.Entry.Verdict == TelegramVerdict.Malformed) : 0;
        if (hasDevices)
            arrived = [.. arrived.Select(Measured).OfType<Arrival>()];
        await Acquire(_rate.Value, options.TelegramsPerSecond, arrived.Count, cancellationToken).ConfigureAwait(false);
        var doubtful = hasDevices ? 0 : arrived.Count(one => IsDoubtful(one.Entry));
        if (doubtful > 0)
            await Acquire(neighbour.Doubtful, options.DoubtfulPerSecond, doubtful, cancellationToken).ConfigureAwait(false);
        return arrived;
    }

    public ValueTask DisposeAsync() => _rate.IsValueCreated ? _rate.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static bool IsDoubtful(LogEntry entry) => entry.Verdict is not (TelegramVerdict.Accepted or TelegramVerdict.Held);

    private Arrival? Measured(Arrival one)
    {
        if (!IsDoubtful(one.Entry))
            return one;
        using var permit = neighbour.Doubtful.AttemptAcquire();
        if (!permit.IsAcquired)
        {
            _leftOut++;
            return null;
        }

        if (_leftOut == 0)
            return one;
        var told = one with { Entry = one.Entry with { Reason = $"{one.Entry.Reason}（此前同一连接上另有 {_leftOut} 条过快的报文未保留、未应答。）" } };
        _leftOut = 0;
        return told;
    }

    private static async Task Acquire(TokenBucketRateLimiter limiter, int limit, int count, CancellationToken cancellationToken)
    {
        for (var left = count; left > 0; left -= limit)
            (await limiter.AcquireAsync(Math.Min(left, limit), cancellationToken).ConfigureAwait(false)).Dispose();
    }
}
