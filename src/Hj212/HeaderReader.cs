namespace EcoPark.Hj212;

/// <summary>Reads the fields before the data area, HJ 212-2017 table 3.</summary>
internal static class HeaderReader
{
    public static bool TryRead(ReadOnlySpan<byte> segment, out Header header, ref Deviation deviations, out int place, out string expected)
    {
        header = new Header { PacketCount = 1, PacketNumber = 1 };
        (place, expected) = (0, "");
        var last = Field.None;
        while (true)
        {
            place += segment[place..].Length - Blanks.TrimStart(segment[place..]).Length;
            var rest = segment[place..];
            if (rest.StartsWith(Opening))
                return TryReadDataArea(segment, place + Opening.Length, ref header, ref deviations, out expected) && IsComplete(segment, header, ref deviations, out expected);

            var length = FieldLength(rest, out var isLoose);
            var equals = rest.IndexOf((byte)'=');
            if (length < 0 || equals < 0 || equals > length)
            {
                expected = "CP=&&";
                return false;
            }

            var name = Blanks.Trim(rest[..equals]);
            var field = Identify(name);
            if (field == Field.Unknown && IdentifyAnyCase(name) is var loose && loose != Field.Unknown)
                (field, isLoose) = (loose, true);
            var value = rest[(equals + 1)..length];
            var start = place + equals + 1 + value.Length - Blanks.TrimStart(value).Length;
            if (!TryTake(field, Blanks.Trim(value), start, ref header, out expected))
                return false;
            if (isLoose || field == Field.Unknown || field < last)
                deviations |= Deviation.LooseFields; // Another order, another sign between fields, or a field of the maker's own.
            if (field != Field.Unknown)
                last = field;
            place += length;
            if (!segment[place..].StartsWith(Opening))
                place++;
        }
    }

    private static ReadOnlySpan<byte> Opening => "CP=&&"u8;

    /// <summary>
    /// Up to the semicolon. The standard's own examples have a comma there (C.22, C.48), or nothing at all before CP (C.19).
    /// </summary>
    private static int FieldLength(ReadOnlySpan<byte> rest, out bool isLoose)
    {
        var length = rest.IndexOfAny((byte)';', (byte)',');
        var opening = rest.IndexOf(Opening);
        isLoose = opening >= 0 && opening < length;
        if (isLoose)
            return opening;
        isLoose = length >= 0 && rest[length] == ',';
        return length;
    }

    private static bool TryTake(Field field, ReadOnlySpan<byte> value, int start, ref Header header, out string expected)
    {
        expected = "";
        var slice = new Slice((ushort)start, (ushort)value.Length);
        switch (field)
        {
            case Field.Qn:
                header.Qn = slice;
                return true;
            case Field.St:
                header.SystemCode = slice;
                expected = "ST";
                return value.Length is > 0 and <= 3;
            case Field.Cn:
                expected = "CN";
                if (value.Length != 4 || !Decimals.TryDigits(value, out var command))
                    return false;
                header.Command = (CommandCode)command;
                return true;
            case Field.Pw:
                header.Password = slice;
                return true;
            case Field.Mn:
                header.Mn = slice;
                expected = "MN";
                return value.Length is > 0 and <= 32;
            case Field.Flag:
                expected = "Flag";
                if (!Decimals.TryDigits(value, out var flag) || flag > byte.MaxValue)
                    return false;
                header.Flag = new TelegramFlag((byte)flag);
                return true;
            case Field.Pnum:
                expected = "PNUM";
                return TryCount(value, out header.PacketCount);
            case Field.Pno:
                expected = "PNO";
                return TryCount(value, out header.PacketNumber);
            case Field.Rf:
                header.IsBackfill = value.SequenceEqual("1"u8);
                return true;
            default:
                return true;
        }
    }

    private static bool TryCount(ReadOnlySpan<byte> value, out ushort count)
    {
        count = 1;
        if (!Decimals.TryDigits(value, out var number) || number is < 1 or > 9999)
            return false;
        count = (ushort)number;
        return true;
    }

    private static bool TryReadDataArea(ReadOnlySpan<byte> segment, int start, ref Header header, ref Deviation deviations, out string expected)
    {
        expected = "&&";
        var area = segment[start..];
        var end = area.LastIndexOf("&&"u8);
        if (end < 0)
            return false;
        if (end + 2 != area.Length)
            deviations |= Deviation.LooseFields; // Something stands behind the closing &&.
        header.DataArea = new Slice((ushort)start, (ushort)end);
        return true;
    }

    private static bool IsComplete(ReadOnlySpan<byte> segment, in Header header, ref Deviation deviations, out string expected)
    {
        expected = header switch
        {
            { Mn.Length: 0 } => "MN",
            { Command: CommandCode.None } => "CN",
            { SystemCode.Length: 0 } => "ST",
            _ => "",
        };
        if (header.PacketNumber > header.PacketCount)
            expected = "PNO";
        // Uploads of 2005 devices have no QN, and no Flag either.
        var isTime = header.Qn.Length == 17 && Decimals.TryParseTime(header.Qn.Of(segment), out _);
        if (!isTime && !(header.Qn.Length == 0 && (header.Flag?.Version ?? ProtocolVersion.V2005) == ProtocolVersion.V2005))
            deviations |= Deviation.MalformedQn;
        return expected.Length == 0;
    }

    private static Field Identify(ReadOnlySpan<byte> name) => name.Length switch
    {
        2 when name.SequenceEqual("QN"u8) => Field.Qn,
        2 when name.SequenceEqual("ST"u8) => Field.St,
        2 when name.SequenceEqual("CN"u8) => Field.Cn,
        2 when name.SequenceEqual("PW"u8) => Field.Pw,
        2 when name.SequenceEqual("MN"u8) => Field.Mn,
        4 when name.SequenceEqual("Flag"u8) => Field.Flag,
        4 when name.SequenceEqual("PNUM"u8) => Field.Pnum,
        3 when name.SequenceEqual("PNO"u8) => Field.Pno,
        2 when name.SequenceEqual("RF"u8) => Field.Rf,
        _ => Field.Unknown,
    };

    /// <summary>flag, pw: names in another case mean the same.</summary>
    private static Field IdentifyAnyCase(ReadOnlySpan<byte> name)
    {
        if (name.Length is < 2 or > 4)
            return Field.Unknown;
        Span<byte> upper = stackalloc byte[name.Length];
        System.Text.Ascii.ToUpper(name, upper, out _);
        return upper.SequenceEqual("FLAG"u8) ? Field.Flag : Identify(upper);
    }

    /// <summary>In the order of table 3.</summary>
    private enum Field
    {
        None,
        Qn,
        St,
        Cn,
        Pw,
        Mn,
        Flag,
        Pnum,
        Pno,
        Rf,
        Unknown,
    }
}
