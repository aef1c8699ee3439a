using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>The SM4 key of one simulated logger.</summary>
public sealed class LoggerKey(LoggerSpec spec) : IDeviceKeys
{
    public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key)
    {
        key = spec.EncryptionKey is { } hex ? Convert.FromHexString(hex) : default;
        return key.Length == 16;
    }
}
