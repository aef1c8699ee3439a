using System.Collections.Concurrent;
using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Telemetry.Registry;

/// <summary>SM4 keys of the registered devices, for the parser.</summary>
internal sealed class RegistryKeys(IDeviceRegistry registry) : IDeviceKeys
{
    private readonly ConcurrentDictionary<string, byte[]> _decoded = new(StringComparer.Ordinal);

    public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key)
    {
        key = default;
        if (!registry.Current.DeviceByMn.TryGetValue(Encoding.ASCII.GetString(mn), out var device) || device.EncryptionKey is not { Length: 32 } hex)
            return false;
        key = _decoded.GetOrAdd(hex, Convert.FromHexString);
        return true;
    }
}
