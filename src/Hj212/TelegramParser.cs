using System.Globalization;
using System.Text;

namespace EcoPark.Hj212;

/// <summary>From the bytes of a frame to a telegram: length, CRC, header, data area. Reports deviations, decides nothing.</summary>
internal static class TelegramParser
{
    private const int LongestSegment = 1024;

    public static bool TryParse(ReadOnlySpan<byte> frame, IDeviceKeys? keys, out Telegram? telegram, out TelegramError error)
    {
        telegram = null;
        var deviations = Deviation.None;
        var body = frame;
        if (body.EndsWith("\r\n"u8))
            body = body[..^2];
        else
        {
            deviations = Deviation.MissingCrLf;
            body = body.TrimEnd("\r\n"u8);
        }

        if (body.Length < FrameReader.HeadLength + 1 || body.Length > FrameReader.MaxFrameLength || !body.StartsWith("##"u8))
            return Fail(out error, TelegramErrorKind.BadLength, 0, "##", Shorten(body), "");

        error = default;
        if (FrameCheck.EndsWithCrc(body) && TryParse(body, FrameCheck.Usual, deviations, keys, out telegram, out error))
            return true;
        if (error.Kind == TelegramErrorKind.BadField)
            return false;
        foreach (var layout in FrameCheck.Layouts(body.ToArray()))
        {
            if (TryParse(body, layout, deviations, keys, out telegram, out var found))
            {
                error = default;
                return true;
            }

            if (error.Kind == TelegramErrorKind.None || layout == FrameCheck.Usual || found.Kind is TelegramErrorKind.BadField)
                error = found;
            if (found.Kind is TelegramErrorKind.BadField)
                return false; // The CRC fits: this is how it is laid out.
        }

        return error.Kind != TelegramErrorKind.None ? false
            : Fail(out error, TelegramErrorKind.BadCrc, body.Length, Crc16.Compute(body[Math.Min(FrameReader.HeadLength, body.Length)..]).ToString("X4", CultureInfo.InvariantCulture), "", MnIn(body));
    }

    private static bool TryParse(ReadOnlySpan<byte> body, FrameLayout layout, Deviation deviations, IDeviceKeys? keys, out Telegram? telegram, out TelegramError error)
    {
        telegram = null;
        var segment = body[layout.Head..^layout.Crc];
        if (layout.Head != FrameReader.HeadLength)
            deviations |= Deviation.LengthWidth;
        if (!Decimals.TryDigits(body[2..layout.Head], out var length) || length != segment.Length)
            deviations |= Deviation.WrongLength;
        if (segment.Length > LongestSegment)
            deviations |= Deviation.OversizeSegment;

        var wasEncrypted = Encryption.IsEncrypted(segment);
        var plain = segment;
        if (wasEncrypted)
        {
            if (Encryption.Decrypt(segment, MnOf(segment), keys) is not { } decrypted)
                return Fail(out error, TelegramErrorKind.Undecryptable, layout.Head, "SM4", "", Latin(MnOf(segment)));
            plain = decrypted;
            // The length on the wire is that of the encrypted text, which is longer (about fivefold); the limit holds for the plain one.
            deviations = plain.Length > LongestSegment ? deviations : deviations & ~Deviation.OversizeSegment;
        }

        if (!FrameCheck.HasRightCrc(plain, body[^layout.Crc..], ref deviations))
        {
            var kind = wasEncrypted ? TelegramErrorKind.Undecryptable : TelegramErrorKind.BadCrc;
            return Fail(out error, kind, body.Length - layout.Crc, Crc16.Compute(plain).ToString("X4", CultureInfo.InvariantCulture), Latin(body[^layout.Crc..]), Latin(MnOf(plain)));
        }

        return TryRead(plain, layout.Head, deviations, wasEncrypted, out telegram, out error);
    }

    /// <summary>The header of a frame of the usual layout whose data area is encrypted.</summary>
    public static Telegram? HeadOf(ReadOnlySpan<byte> frame)
    {
        var body = frame.TrimEnd("\r\n"u8);
        if (body.Length < FrameReader.HeadLength + FrameReader.CrcLength)
            return null;
        var segment = body[FrameReader.HeadLength..^FrameReader.CrcLength];
        var deviations = Deviation.None;
        return Encryption.IsEncrypted(segment) && HeaderReader.TryRead(segment, out var header, ref deviations, out _, out _)
            ? new Telegram(segment.ToArray(), header, [], null, deviations, wasEncrypted: true)
            : null;
    }

    /// <summary>MN that bytes name which are otherwise unreadable; empty where they name none.</summary>
    public static string MnIn(ReadOnlySpan<byte> bytes)
    {
        var mn = MnOf(bytes);
        var end = mn.IndexOfAnyExcept(MnCharacters);
        return Latin(end < 0 ? mn : mn[..end]);
    }

    private static readonly System.Buffers.SearchValues<byte> MnCharacters = System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"u8);

    private static bool TryRead(ReadOnlySpan<byte> segment, int offset, Deviation deviations, bool wasEncrypted, out Telegram? telegram, out TelegramError error)
    {
        telegram = null;
        if (!HeaderReader.TryRead(segment, out var header, ref deviations, out var place, out var expected))
            return Fail(out error, TelegramErrorKind.BadField, offset + place, expected, Shorten(segment[Math.Min(place, segment.Length)..]), Latin(MnOf(segment)));

        Span<DataField> scratch = stackalloc DataField[DataAreaReader.Scratch];
        var fields = DataAreaReader.Read(segment, header.DataArea, scratch, ref deviations, out var dataTime);
        TakeFlagOfDataArea(segment, fields, ref header, ref deviations);
        if (segment.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) >= 0 && !DeviceText.IsUtf8(segment))
            deviations |= Deviation.GbkText;
        telegram = new Telegram(segment.ToArray(), header, fields, dataTime, deviations, wasEncrypted);
        error = default;
        return true;
    }

    /// <summary>A header without Flag, and a number of that name in the data area: it is the header's.</summary>
    private static void TakeFlagOfDataArea(ReadOnlySpan<byte> segment, DataField[] fields, ref Header header, ref Deviation deviations)
    {
        foreach (ref readonly var field in fields.AsSpan())
        {
            if (header.Flag is not null)
                return;
            if (field.Kind != FieldKind.Plain || !segment.Slice(field.NameStart, field.NameLength).SequenceEqual("Flag"u8)
                || !Decimals.TryDigits(segment.Slice(field.ValueStart, field.ValueLength), out var flag) || flag > byte.MaxValue)
            {
                continue;
            }

            header.Flag = new TelegramFlag((byte)flag);
            deviations |= Deviation.LooseFields;
        }
    }

    /// <summary>A telegram put together from others: its segment needs neither length nor CRC.</summary>
    public static Telegram? Join(ReadOnlySpan<byte> segment, Deviation deviations, bool wasEncrypted) =>
        segment.Length <= ushort.MaxValue && TryRead(segment, 0, deviations, wasEncrypted, out var telegram, out _) ? telegram : null;

    /// <summary>MN where it can be found, also in a segment that is otherwise unreadable.</summary>
    private static ReadOnlySpan<byte> MnOf(ReadOnlySpan<byte> segment)
    {
        var start = segment.IndexOf("MN="u8);
        if (start < 0)
            return [];
        var rest = segment[(start + 3)..];
        var end = rest.IndexOf((byte)';');
        return Blanks.Trim(rest[..Math.Min(end < 0 ? rest.Length : end, 32)]);
    }

    private static bool Fail(out TelegramError error, TelegramErrorKind kind, int offset, string expected, string found, string mn)
    {
        error = new TelegramError(kind, offset, expected, found, mn);
        return false;
    }

    private static string Shorten(ReadOnlySpan<byte> bytes) => Latin(bytes[..Math.Min(24, bytes.Length)]);

    private static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);
}
