namespace EcoPark.Hj212;

/// <summary>How a frame is laid out: where its segment begins and how many characters its CRC has.</summary>
internal readonly record struct FrameLayout(int Head, int Crc);

/// <summary>Whether bytes from ## to an end are a whole frame: length fields of other widths and CRCs without leading zeros are met beside those of the standard.</summary>
internal static class FrameCheck
{
    public static readonly FrameLayout Usual = new(FrameReader.HeadLength, FrameReader.CrcLength);

    private const int WidestLength = 8;

    /// <summary>Digits behind ##.</summary>
    public static int LengthWidth(ReadOnlySpan<byte> bytes)
    {
        var width = 0;
        while (width < WidestLength && 2 + width < bytes.Length && bytes[2 + width] is >= (byte)'0' and <= (byte)'9')
            width++;
        return width;
    }

    /// <summary>The ways in which the bytes (without line end) could be laid out, the standard's first.</summary>
    public static IEnumerable<FrameLayout> Layouts(byte[] frame) => Layouts(LengthWidth(frame), Trailing(frame), frame.Length);

    /// <summary>Whether the CRC fits in one of the ways. An encrypted segment cannot be checked without its key: its form must do.</summary>
    public static bool Fits(ReadOnlySpan<byte> frame)
    {
        foreach (var layout in Layouts(LengthWidth(frame), Trailing(frame), frame.Length))
        {
            var segment = frame[layout.Head..^layout.Crc];
            var ignored = Deviation.None;
            if (Encryption.IsEncrypted(segment) ? segment.EndsWith("&&"u8) : HasRightCrc(segment, frame[^layout.Crc..], ref ignored))
                return true;
        }

        return false;
    }

    /// <summary>Whether the bytes end with what may be a CRC, right or wrong.</summary>
    public static bool EndsWithCrc(ReadOnlySpan<byte> frame) => frame.Length >= FrameReader.HeadLength + FrameReader.CrcLength && (Trailing(frame) is 4 || (Trailing(frame) is > 0 and < 4 && frame[..^Trailing(frame)].EndsWith("&&"u8)));

    public static bool HasRightCrc(ReadOnlySpan<byte> segment, ReadOnlySpan<byte> written, ref Deviation deviations)
    {
        if (!TryHex(written, out var found, out var isLower))
            return false;
        var seen = (isLower ? Deviation.LowerCaseCrc : Deviation.None) | (written.Length < FrameReader.CrcLength ? Deviation.ShortCrc : Deviation.None);
        if (found != Crc16.Compute(segment))
        {
            var modbus = Crc16.ComputeModbus(segment);
            if (found == modbus)
                seen |= Deviation.ModbusCrc;
            else if (found == System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(modbus) && written.Length == FrameReader.CrcLength)
                seen |= Deviation.SwappedModbusCrc;
            else
                return false;
        }

        deviations |= seen;
        return true;
    }

    private static IEnumerable<FrameLayout> Layouts(int width, int trailing, int length)
    {
        for (var crc = Math.Min(trailing, FrameReader.CrcLength); crc >= 1; crc--)
        {
            if (FrameReader.HeadLength + crc <= length)
                yield return new FrameLayout(FrameReader.HeadLength, crc);
            if (width is not (0 or 4) && 2 + width + crc <= length)
                yield return new FrameLayout(2 + width, crc);
            if (crc == trailing && trailing == FrameReader.CrcLength)
                yield break; // A shorter CRC is one that has no more digits.
        }
    }

    /// <summary>Hexadecimal digits at the end, at most four; fewer only behind &amp;&amp;.</summary>
    private static int Trailing(ReadOnlySpan<byte> frame)
    {
        var count = 0;
        while (count < FrameReader.CrcLength && count < frame.Length && char.IsAsciiHexDigit((char)frame[^(count + 1)]))
            count++;
        return count;
    }

    private static bool TryHex(ReadOnlySpan<byte> text, out ushort value, out bool isLower)
    {
        (value, isLower) = (0, false);
        foreach (var one in text)
        {
            if (!char.IsAsciiHexDigit((char)one))
                return false;
            isLower |= one is >= (byte)'a' and <= (byte)'f';
            value = (ushort)((value << 4) | (one <= '9' ? one - '0' : (one | 0x20) - 'a' + 10));
        }

        return text.Length is > 0 and <= FrameReader.CrcLength;
    }
}
