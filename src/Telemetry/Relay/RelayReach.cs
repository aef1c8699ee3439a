using System.Net;
using System.Net.Sockets;

namespace EcoPark.Telemetry.Relay;

/// <summary>Settings <c>EcoPark:Relay</c>.</summary>
public sealed class RelayOptions
{
    public const string Section = "EcoPark:Relay";

    /// <summary>Upper platforms within the own network: addresses, networks (10.1.0.0/16) or host names. All others must be outside.</summary>
    public IReadOnlyList<string> InnerHosts { get; set; } = [];
}

/// <summary>Where the relay may connect to: outside, and inside only where the system's keeper has said so. Whoever enters upper platforms cannot feel out the own network with them.</summary>
internal sealed class RelayReach(RelayOptions options)
{
    private static readonly IPNetwork[] Inner =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("224.0.0.0/3"), IPNetwork.Parse("::/96"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    private readonly HashSet<string> _names = new(options.InnerHosts.Select(one => one.Trim()), StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> _networks = [.. options.InnerHosts.Select(Network).OfType<IPNetwork>()];

    /// <summary>The addresses of a host that may be connected to; the name is looked up once, so that it cannot lead elsewhere a moment later.</summary>
    /// <exception cref="UnreachableHostException">None may; the message is for people.</exception>
    /// <exception cref="SocketException">The name is unknown.</exception>
    public async Task<IPAddress[]> AddressesOf(string host, CancellationToken cancellationToken)
    {
        IPAddress[] found = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        if (_names.Contains(host))
            return found;
        var reachable = found.Where(MayReach).ToArray();
        return reachable.Length > 0 ? reachable
            : throw new UnreachableHostException($"{host} 是本机或内部网络的地址，不在允许之列，没有连接。确是上级平台的，请系统管理员把它加入设置 EcoPark:Relay:InnerHosts。");
    }

    /// <summary>Whether an address is outside, or named as one inside.</summary>
    public bool MayReach(IPAddress address)
    {
        var plain = Plain(address);
        return _networks.Exists(network => network.Contains(plain)) || !Inner.Any(network => network.Contains(plain));
    }

    /// <summary>The IPv4 address that an IPv6 one stands for: mapped (RFC 4291), NAT64 (RFC 6052) or 6to4 (RFC 3056).</summary>
    private static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        return Nat64.Contains(address) ? new IPAddress(bytes.AsSpan(12)) : SixToFour.Contains(address) ? new IPAddress(bytes.AsSpan(2, 4)) : address;
    }

    private static IPNetwork? Network(string text) => IPAddress.TryParse(text.Trim(), out var address) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : IPNetwork.TryParse(text.Trim(), out var network) ? network : null;
}

/// <summary>The relay may not connect there; the message is for people.</summary>
internal sealed class UnreachableHostException(string message) : IOException(message);
