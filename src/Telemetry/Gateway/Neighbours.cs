using System.Threading.RateLimiting;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Connections by address: how many there are, how many of them have not signed in yet, and what they share of the doubtful telegrams.</summary>
internal sealed class Neighbours(GatewayOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Neighbour> _byAddress = new(StringComparer.Ordinal);

    /// <summary>Takes a new connection in; <see langword="null"/> where its address has too many.</summary>
    public Neighbour? Enter(string address)
    {
        lock (_gate)
        {
            var neighbour = _byAddress.GetValueOrDefault(address);
            if (neighbour is not null && (neighbour.Connections >= options.MaxConnectionsPerAddress || neighbour.Silent >= options.MaxSilentPerAddress))
                return null;
            neighbour ??= _byAddress[address] = new Neighbour(address, Limits.PerSecond(options.DoubtfulPerSecond));
            neighbour.Connections++;
            neighbour.Silent++;
            return neighbour;
        }
    }

    /// <summary>A connection has brought its first good telegram.</summary>
    public void SignedIn(Neighbour neighbour)
    {
        lock (_gate)
            neighbour.Silent--;
    }

    public void Leave(Neighbour neighbour, bool hasSignedIn)
    {
        lock (_gate)
        {
            neighbour.Connections--;
            if (!hasSignedIn)
                neighbour.Silent--;
            if (neighbour.Connections > 0)
                return;
            _byAddress.Remove(neighbour.Address);
            neighbour.Doubtful.Dispose();
        }
    }

    internal sealed class Neighbour(string address, TokenBucketRateLimiter doubtful)
    {
        public string Address => address;

        /// <summary>Telegrams that are not of a registered device or cannot be read, of all its connections.</summary>
        public TokenBucketRateLimiter Doubtful => doubtful;

        internal int Connections { get; set; }

        internal int Silent { get; set; }
    }
}

/// <summary>Token buckets by the second.</summary>
internal static class Limits
{
    public static TokenBucketRateLimiter PerSecond(int count) => new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = count,
        TokensPerPeriod = Math.Max(1, count / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
        QueueLimit = int.MaxValue,
        AutoReplenishment = true,
    });
}
