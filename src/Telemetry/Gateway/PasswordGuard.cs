using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Somebody tries passwords.</summary>
/// <param name="Mn">Device that is tried; empty where one address tries many.</param>
/// <param name="Address">Where from; empty where many addresses try one device.</param>
/// <param name="Wrong">Wrong passwords counted.</param>
/// <param name="At">Of the last one, UTC.</param>
internal sealed record PasswordAlert(string Mn, string Address, int Wrong, DateTime At);

/// <summary>
/// Counts wrong passwords of registered devices, by device and address together, by address and by device: slows the guessing down, locks and tells. While it
/// says no, a password is not compared at all, so that nothing can be learnt. A connection on which a device has already signed in is never asked.
/// </summary>
internal sealed class PasswordGuard
{
    /// <summary>Wrong passwords that cost nothing: a person mistypes.</summary>
    public const int Free = 3;

    /// <summary>Wrong passwords of one address for one device after which it is locked.</summary>
    public const int Most = 10;

    /// <summary>The same for all devices of an address, and for all addresses of a device.</summary>
    public const int MostOfMany = 30;

    /// <summary>How long a lock lasts, and how far back is counted.</summary>
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>Counters that are kept; the oldest go first.</summary>
    private const int Kept = 50_000;

    private readonly System.Threading.Lock _gate = new();
    private readonly Dictionary<(string Mn, string Address), Count> _counts = [];
    private readonly Dictionary<string, string> _goodAddress = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Mn, string Address), PasswordAlert> _alerts = [];

    /// <summary>Until when a password of this device from this address is not compared; <see langword="null"/> where it is.</summary>
    /// <param name="mn">A registered device.</param>
    /// <param name="address">Where the telegram comes from.</param>
    /// <param name="password">As registered now: with another one the counting begins anew.</param>
    /// <param name="now">UTC.</param>
    public DateTime? LockedUntil(string mn, string address, string password, DateTime now)
    {
        lock (_gate)
        {
            if (_counts.TryGetValue((mn, address), out var pair) && pair.Password != password)
                _counts.Remove((mn, address));
            // Strangers must not lock out a device that calls from where it always does.
            var isKnown = _goodAddress.GetValueOrDefault(mn) == address;
            var until = new[] { (mn, address), ("", address), (mn, "") }.Where(key => !isKnown || key == (mn, address))
                .Select(key => _counts.TryGetValue(key, out var count) ? count.Until : default).Max();
            return until > now ? until : null;
        }
    }

    public void Wrong(string mn, string address, string password, DateTime now)
    {
        lock (_gate)
        {
            var pair = Add((mn, address), now) with { Password = password };
            pair = pair with { Until = now + WaitAfter(pair.Wrong) };
            _counts[(mn, address)] = pair;
            if (pair.Wrong >= Most)
                Tell((mn, address), pair.Wrong, now);
            foreach (var key in new[] { ("", address), (mn, "") })
            {
                var many = Add(key, now);
                if (many.Wrong >= MostOfMany)
                {
                    many = many with { Until = now + Lock };
                    Tell(key, many.Wrong, now);
                }

                _counts[key] = many;
            }
        }
    }

    public void Right(string mn, string address)
    {
        lock (_gate)
        {
            _counts.Remove((mn, address));
            if (_goodAddress.Count >= Kept)
                _goodAddress.Clear();
            _goodAddress[mn] = address;
        }
    }

    /// <summary>What is to be told since it was last asked.</summary>
    public IReadOnlyList<PasswordAlert> TakeAlerts()
    {
        lock (_gate)
        {
            var alerts = _alerts.Values.ToList();
            _alerts.Clear();
            return alerts;
        }
    }

    /// <summary>Address without port; an IPv6 neighbour has a whole /64 to himself.</summary>
    public static string AddressOf(string remote)
    {
        if (!System.Net.IPEndPoint.TryParse(remote, out var end))
            return remote;
        var address = end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address;
        if (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return string.Create(CultureInfo.InvariantCulture, $"{new System.Net.IPAddress(bytes)}/64");
    }

    private static TimeSpan WaitAfter(int wrong) => wrong switch
    {
        < Free => TimeSpan.Zero,
        < Most => TimeSpan.FromSeconds(Math.Min(60, 1 << (wrong - Free))),
        _ => Lock,
    };

    private Count Add((string, string) key, DateTime now)
    {
        var count = _counts.GetValueOrDefault(key);
        if (now - count.Last > Lock)
            count = default;
        if (_counts.Count >= Kept && !_counts.ContainsKey(key))
            _counts.Remove(_counts.MinBy(one => one.Value.Last).Key);
        return count with { Wrong = count.Wrong + 1, Last = now };
    }

    private void Tell((string Mn, string Address) key, int wrong, DateTime now) => _alerts[key] = new PasswordAlert(key.Mn, key.Address, wrong, now);

    private readonly record struct Count(int Wrong, DateTime Last, DateTime Until, string Password);
}
