namespace EcoPark.Hj212;

/// <summary>SM4 keys of devices, looked up while a telegram is parsed: the CRC is over the plain text (HJ 212-2025 6.4.2).</summary>
public interface IDeviceKeys
{
    /// <summary>Finds the 16-byte key of a device.</summary>
    bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key);
}
