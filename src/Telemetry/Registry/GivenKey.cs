using EcoPark.Hj212;

namespace EcoPark.Telemetry.Registry;

/// <summary>A key that is tried before its device is registered.</summary>
internal sealed class GivenKey(string hex) : IDeviceKeys
{
    private readonly byte[] _key = Convert.FromHexString(hex);

    public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key)
    {
        key = _key;
        return true;
    }
}
