using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcoPark.Hj212;

/// <summary>The check sum of HJ 212 appendix A, and the CRC-16/MODBUS that some devices send instead.</summary>
/// <remarks>
/// Appendix A shifts the register right by eight before it takes the next byte, so that its low byte is forgotten each time:
/// what is carried from byte to byte is eight bits, s' = A(s ⊕ b), and A is linear over GF(2). Sixteen bytes can therefore be
/// taken at once by Horner's rule, V' = A¹⁶(V) ⊕ block, and the lanes be put together at the end.
/// </remarks>
public static class Crc16
{
    private const ushort Polynomial = 0xA001;
    private const int Lanes = 16;

    /// <summary>Register after the eight shift steps, for each byte.</summary>
    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(Shift)];

    /// <summary>Row k: A applied k times, for each byte.</summary>
    private static readonly byte[][] Powers = MakePowers();

    private static readonly Vector128<byte> LowNibbles = Vector128.Create([.. Enumerable.Range(0, 16).Select(x => Powers[Lanes][x])]);
    private static readonly Vector128<byte> HighNibbles = Vector128.Create([.. Enumerable.Range(0, 16).Select(x => Powers[Lanes][x << 4])]);

    /// <summary>HJ 212 appendix A.</summary>
    public static ushort Compute(ReadOnlySpan<byte> segment)
    {
        if (segment.IsEmpty)
            return 0xFFFF;

        var state = State(segment[..^1]);
        return Table[state ^ segment[^1]];
    }

    /// <summary>CRC-16/MODBUS: the byte goes into the low end of the whole register.</summary>
    public static ushort ComputeModbus(ReadOnlySpan<byte> segment)
    {
        var crc = 0xFFFF;
        foreach (var value in segment)
            crc = (crc >> 8) ^ Table[(crc ^ value) & 0xFF];
        return (ushort)crc;
    }

    /// <summary>What is carried over after these bytes.</summary>
    private static byte State(ReadOnlySpan<byte> bytes)
    {
        byte state = 0xFF;
        if (bytes.Length >= 2 * Lanes)
        {
            var blocks = MemoryMarshal.Cast<byte, Vector128<byte>>(bytes);
            var mask = Vector128.Create((byte)0x0F);
            var sum = blocks[0] ^ Vector128.CreateScalar(state);
            foreach (var block in blocks[1..])
                sum = Vector128.Shuffle(LowNibbles, sum & mask) ^ Vector128.Shuffle(HighNibbles, (sum >>> 4) & mask) ^ block;

            state = 0;
            for (var lane = 0; lane < Lanes; lane++)
                state ^= Powers[Lanes - lane][sum[lane]];
            bytes = bytes[(blocks.Length * Lanes)..];
        }

        var once = Powers[1];
        foreach (var value in bytes)
            state = once[state ^ value];
        return state;
    }

    private static ushort Shift(int value)
    {
        for (var step = 0; step < 8; step++)
            value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
        return (ushort)value;
    }

    private static byte[][] MakePowers()
    {
        var powers = new byte[Lanes + 1][];
        powers[0] = [.. Enumerable.Range(0, 256).Select(x => (byte)x)];
        for (var k = 1; k <= Lanes; k++)
            powers[k] = [.. powers[k - 1].Select(x => (byte)(Shift(x) >> 8))];
        return powers;
    }
}
