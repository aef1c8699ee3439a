using System.Globalization;
using System.Text;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;

namespace EcoPark.Hj212;

/// <summary>
/// Encrypted data areas, HJ 212-2025 6.4.2 and annex A.2: SM4, ECB, in groups of sixteen bytes; a shorter remainder stays
/// plain. On the wire <c>CP=&amp;&amp;{0xE4,…,0xA4}rest&amp;&amp;</c>. The CRC is over the plain segment.
/// </summary>
internal static class Encryption
{
    private const int Block = 16;
    private static ReadOnlySpan<byte> Opening => "CP=&&{0"u8;

    /// <summary>0x or, in the field, 0X.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> segment) =>
        segment.IndexOf(Opening) is >= 0 and var at && at + Opening.Length < segment.Length && (segment[at + Opening.Length] | 0x20) == 'x';

    /// <summary>The segment in plain text; <see langword="null"/> where the key is unknown or the form is broken.</summary>
    public static byte[]? Decrypt(ReadOnlySpan<byte> segment, ReadOnlySpan<byte> mn, IDeviceKeys? keys)
    {
        if (keys is null || !keys.TryGetKey(mn, out var key) || key.Length != Block)
            return null;

        var open = segment.IndexOf(Opening) + 5;
        var close = segment[open..].IndexOf((byte)'}');
        if (close < 0 || Bytes(segment.Slice(open + 1, close - 1)) is not { } cipher || cipher.Length % Block != 0)
            return null;

        Run(cipher, key.Span, encrypt: false);
        return [.. segment[..open], .. cipher, .. segment[(open + close + 1)..]];
    }

    /// <summary>The segment as it goes on the wire.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> segment, ReadOnlySpan<byte> key)
    {
        var start = segment.IndexOf("CP=&&"u8) + 5;
        var area = segment[start..^2];
        var whole = area[..(area.Length / Block * Block)].ToArray();
        if (whole.Length == 0)
            return segment.ToArray();

        Run(whole, key, encrypt: true);
        var text = new StringBuilder("{");
        foreach (var one in whole)
            text.Append(CultureInfo.InvariantCulture, $"0x{one:X2},");
        text[^1] = '}';
        return [.. segment[..start], .. Encoding.ASCII.GetBytes(text.ToString()), .. area[whole.Length..], .. segment[^2..]];
    }

    private static void Run(byte[] blocks, ReadOnlySpan<byte> key, bool encrypt)
    {
        var engine = new SM4Engine();
        engine.Init(encrypt, new KeyParameter(key.ToArray()));
        for (var at = 0; at < blocks.Length; at += Block)
            engine.ProcessBlock(blocks, at, blocks, at);
    }

    /// <summary>0xE4,0x3E,… as bytes.</summary>
    private static byte[]? Bytes(ReadOnlySpan<byte> text)
    {
        if ((text.Length + 1) % 5 != 0)
            return null;
        var bytes = new byte[(text.Length + 1) / 5];
        for (var i = 0; i < bytes.Length; i++)
        {
            var one = text.Slice(i * 5, 4);
            if (one[0] != '0' || one[1] is not ((byte)'x' or (byte)'X') || (i > 0 && text[(i * 5) - 1] != ',')
                || !byte.TryParse(one[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return null;
            }
        }

        return bytes;
    }
}
