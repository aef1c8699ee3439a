namespace EcoPark.Hj212;

/// <summary>Cuts a data area into fields: items between semicolons, fields between commas, HJ 212-2017 6.3.3.1.</summary>
internal static class DataAreaReader
{
    /// <summary>Fields that fit on the stack: a segment of 1024 bytes holds no more than about a hundred.</summary>
    public const int Scratch = 160;

    public static DataField[] Read(ReadOnlySpan<byte> segment, Slice area, Span<DataField> scratch, ref Deviation deviations, out DateTime? dataTime)
    {
        dataTime = null;
        List<DataField>? more = null;
        var count = 0;
        ushort item = 0;
        int at = area.Start, end = area.Start + area.Length;
        while (at < end)
        {
            var length = FieldLength(segment[at..end]);
            var field = segment.Slice(at, length);
            if (TryReadField(segment, at, length, item, ref deviations, out var read))
            {
                if (read.Kind == FieldKind.Plain && segment.Slice(read.NameStart, read.NameLength).SequenceEqual("DataTime"u8))
                    dataTime = Time(segment.Slice(read.ValueStart, read.ValueLength), ref deviations);
                if (count < scratch.Length)
                    scratch[count++] = read;
                else
                    (more ??= []).Add(read);
            }
            else if (!Blanks.Trim(field).IsEmpty || at + length < end)
            {
                deviations |= Deviation.LooseFields; // An empty item, or words without '='.
            }

            at += length;
            if (at < end && segment[at] == ';')
                item++;
            at++;
        }

        if (area.Length > 0 && segment[end - 1] is (byte)';' or (byte)',')
            deviations |= Deviation.LooseFields; // An empty item before &&.
        return more is null ? scratch[..count].ToArray() : [.. scratch[..count], .. more];
    }

    private static int FieldLength(ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOfAny((byte)';', (byte)',');
        if (length < 0)
            return rest.Length;

        // A log text stands between // and may hold anything, HJ 212-2017 table C.40.
        var text = rest[..length].IndexOf("=//"u8);
        if (text < 0)
            return length;
        var close = rest[(text + 3)..].IndexOf("//"u8);
        if (close < 0)
            return length;
        var behind = text + 3 + close + 2;
        var next = rest[behind..].IndexOfAny((byte)';', (byte)',');
        return next < 0 ? rest.Length : behind + next;
    }

    private static bool TryReadField(ReadOnlySpan<byte> segment, int start, int length, ushort item, ref Deviation deviations, out DataField read)
    {
        read = default;
        var field = segment.Slice(start, length);
        var equals = field.IndexOf((byte)'=');
        if (equals <= 0)
            return false;

        var value = field[(equals + 1)..];
        var valueStart = start + equals + 1 + value.Length - Blanks.TrimStart(value).Length;
        var nameStart = start + equals - Blanks.TrimStart(field[..equals]).Length;
        var name = Blanks.Trim(field[..equals]);
        if (name.IsEmpty)
            return false;
        var kind = FieldKind.Plain;
        var hyphen = name.LastIndexOf((byte)'-');
        if (hyphen > 0)
        {
            kind = FieldKinds.Identify(Blanks.Trim(name[(hyphen + 1)..]), ref deviations);
            if (kind != FieldKind.Other)
                name = Blanks.Trim(name[..hyphen]);
        }

        if (name.Length is 0 or > byte.MaxValue)
            return false;
        read = new DataField((ushort)nameStart, (byte)name.Length, (ushort)valueStart, (ushort)Blanks.Trim(value).Length, item, kind);
        return true;
    }

    private static DateTime? Time(ReadOnlySpan<byte> text, ref Deviation deviations)
    {
        if (text.Length > 14)
        {
            deviations |= Deviation.LooseTime;
            text = text[..14];
        }

        return Decimals.TryParseTime(text, out var time) ? time : null;
    }
}
