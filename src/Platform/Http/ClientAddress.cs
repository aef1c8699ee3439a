using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Platform.Http;

/// <summary>What limits by address count as one address: an IPv4 address, or the 64 bits of an IPv6 network, of which everybody has as many addresses as they like.</summary>
public static class ClientAddress
{
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
