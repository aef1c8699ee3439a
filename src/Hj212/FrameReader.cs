using System.Buffers;

namespace EcoPark.Hj212;

/// <summary>What <see cref="FrameReader.Read"/> found at the head of the buffer.</summary>
public enum FrameStatus : byte
{
    /// <summary>More bytes are needed; nothing was consumed.</summary>
    Incomplete,

    /// <summary>A whole frame, from ## to the CRC, with the CR LF behind it where there is one.</summary>
    Frame,

    /// <summary>Bytes that belong to no telegram; reading goes on behind them.</summary>
    Garbage,
}

/// <summary>Cuts a byte stream into frames, and finds its feet again after garbage.</summary>
public static class FrameReader
{
    /// <summary>## and the length.</summary>
    public const int HeadLength = 6;

    public const int CrcLength = 4;

    /// <summary>Longest frame that is waited for: ## + length + largest length field + CRC + CR LF.</summary>
    public const int MaxFrameLength = HeadLength + 9999 + CrcLength + 2;

    /// <summary>Garbage is handed out in pieces of at most this size, so that a flood of it needs no memory.</summary>
    public const int MaxGarbageLength = 4096;

    /// <summary>The device that bytes name which are no telegram; empty where they name none.</summary>
    public static string MnIn(ReadOnlySpan<byte> bytes) => TelegramParser.MnIn(bytes);

    /// <summary>Takes the next frame, or the next run of garbage, off the buffer.</summary>
    /// <param name="buffer">Unread bytes; advanced past what was taken.</param>
    /// <param name="isQuiet">No more bytes came for a moment: a frame that only lacks its CR LF is taken as it stands.</param>
    /// <param name="frame">The bytes of the frame or garbage.</param>
    /// <param name="error">Reason, where the status is <see cref="FrameStatus.Garbage"/>.</param>
    public static FrameStatus Read(ref ReadOnlySequence<byte> buffer, bool isQuiet, out ReadOnlySequence<byte> frame, out TelegramErrorKind error)
    {
        SkipLineEnds(ref buffer);
        frame = default;
        error = TelegramErrorKind.None;
        if (buffer.IsEmpty)
            return FrameStatus.Incomplete;

        var window = buffer.Length > MaxFrameLength ? buffer.Slice(0, MaxFrameLength) : buffer;
        if (window.IsSingleSegment)
            return Cut(ref buffer, window.FirstSpan, isQuiet, out frame, out error);

        var rented = ArrayPool<byte>.Shared.Rent((int)window.Length);
        window.CopyTo(rented);
        var status = Cut(ref buffer, rented.AsSpan(0, (int)window.Length), isQuiet, out frame, out error);
        ArrayPool<byte>.Shared.Return(rented);
        return status;
    }

    private static FrameStatus Cut(ref ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> bytes, bool isQuiet, out ReadOnlySequence<byte> frame, out TelegramErrorKind error)
    {
        error = TelegramErrorKind.None;
        frame = default;
        if (bytes[0] != '#')
            return Garbage(ref buffer, GarbageBefore(bytes, 0), TelegramErrorKind.Garbage, out frame, out error);
        if (bytes.Length < HeadLength)
        {
            return bytes.Length >= 2 && bytes[1] != '#'
                ? Garbage(ref buffer, GarbageBefore(bytes, 1), TelegramErrorKind.Garbage, out frame, out error)
                : FrameStatus.Incomplete;
        }

        if (bytes[1] != '#')
            return Garbage(ref buffer, GarbageBefore(bytes, 1), TelegramErrorKind.Garbage, out frame, out error);
        if (bytes[2] == '#')
            return Garbage(ref buffer, 1, TelegramErrorKind.Garbage, out frame, out error);

        // What a frame is depends on its bytes alone and not on how they were cut on their way: an end counts when the CRC before it fits.
        var announced = AnnouncedEnd(bytes);
        var line = bytes[2..].IndexOfAny((byte)'\r', (byte)'\n') + 2;
        // Beyond the end of its line and of what is announced nothing belongs to it, whatever else has come already.
        var own = line < 2 ? bytes : bytes[..Math.Min(bytes.Length, Math.Max(line + 1, announced))];
        var end = FittingEnd(own, announced, isQuiet && own.Length == bytes.Length);
        if (end > 0 && end != announced && WholeWithin(bytes[..end]) is > 0 and var whole)
            return Garbage(ref buffer, Math.Min(whole, MaxGarbageLength), TelegramErrorKind.BadLength, out frame, out error);
        if (end > 0)
            return Frame(ref buffer, bytes, end, isQuiet, out frame);

        // Nothing fits: wait while the length announces more (6.3.1), and until a line end tells where the piece is over.
        var isAllHere = announced <= bytes.Length;
        if (bytes.Length < MaxFrameLength && !(isAllHere && (line >= 2 || isQuiet)))
        {
            return isQuiet && InnerFrame(bytes) is > 0 and var inner
                ? Garbage(ref buffer, Math.Min(inner, MaxGarbageLength), TelegramErrorKind.BadLength, out frame, out error)
                : FrameStatus.Incomplete;
        }

        var piece = EndOfPiece(bytes, line);
        if (piece < 0)
            return Garbage(ref buffer, GarbageBefore(bytes, 2), TelegramErrorKind.FrameTooLong, out frame, out error);
        return FrameCheck.EndsWithCrc(bytes[..piece])
            ? Frame(ref buffer, bytes, piece, isQuiet, out frame)
            : Garbage(ref buffer, Math.Min(piece, MaxGarbageLength), TelegramErrorKind.BadLength, out frame, out error);
    }

    /// <summary>Ends that are tried for one frame: lines and ## within it.</summary>
    private const int MostEnds = 16;

    /// <summary>Where the CRC ends by the length field; 0 where that is no number.</summary>
    private static int AnnouncedEnd(ReadOnlySpan<byte> bytes)
    {
        var width = FrameCheck.LengthWidth(bytes);
        return width > 0 && Decimals.TryDigits(bytes.Slice(2, width), out var length) && length <= 9999 ? 2 + width + length + CrcLength : 0;
    }

    /// <summary>
    /// The first end before which a CRC fits: a line end, the next ##, or where the length says; −1 where there is none in sight. Where the length says is taken before the others if data
    /// end there (&amp;&amp;, 6.3.2): they may have line ends within them, and a sum fits by chance once in 65,536 times.
    /// </summary>
    private static int FittingEnd(ReadOnlySpan<byte> bytes, int announced, bool isQuiet)
    {
        var isToTry = announced > 0 && announced <= bytes.Length;
        if (isToTry && bytes[..(announced - CrcLength)].EndsWith("&&"u8))
        {
            if (FrameCheck.Fits(bytes[..announced]))
                return announced;
            isToTry = false;
        }

        for (var (at, tried) = (HeadLength, 0); at < bytes.Length && tried < MostEnds; tried++)
        {
            var step = bytes[at..].IndexOfAny("\r\n#"u8);
            if (step < 0)
                break;
            at += step;
            if (isToTry && announced < at)
            {
                if (FrameCheck.Fits(bytes[..announced]))
                    return announced;
                isToTry = false;
            }

            var isHead = bytes[at] == '#';
            if ((!isHead || (at + 1 < bytes.Length && bytes[at + 1] == '#')) && FrameCheck.Fits(bytes[..at]))
                return at;
            at++;
        }

        if (isToTry && FrameCheck.Fits(bytes[..announced]))
            return announced;
        return isQuiet && FrameCheck.Fits(bytes) ? bytes.Length : -1;
    }

    /// <summary>
    /// Where a frame of the right length begins that ends where these bytes end; −1 where none does. The check sum carries eight bits from byte to byte, so that
    /// half a frame before a whole one passes with it once in 256 times.
    /// </summary>
    private static int WholeWithin(ReadOnlySpan<byte> bytes)
    {
        for (var (at, tried) = (2, 0); tried < MostEnds; tried++, at += 2)
        {
            var step = bytes[at..].IndexOf("##"u8);
            if (step < 0)
                return -1;
            at += step;
            var rest = bytes[at..];
            if (rest.Length > HeadLength && AnnouncedEnd(rest) == rest.Length && FrameCheck.Fits(rest))
                return at;
        }

        return -1;
    }

    /// <summary>Where a whole frame begins within one that never came to its end; −1 where none does.</summary>
    private static int InnerFrame(ReadOnlySpan<byte> bytes)
    {
        for (var (at, tried) = (2, 0); tried < MostEnds; tried++)
        {
            var step = bytes[at..].IndexOf("##"u8);
            if (step < 0)
                return -1;
            at += step;
            var rest = bytes[at..];
            if (rest.Length > HeadLength && FittingEnd(rest, AnnouncedEnd(rest), isQuiet: true) > 0)
                return at;
            at += 2;
        }

        return -1;
    }

    /// <summary>A piece that is no frame ends at the head of the next, or with its line.</summary>
    private static int EndOfPiece(ReadOnlySpan<byte> bytes, int line)
    {
        for (var at = 2; at + 3 < bytes.Length && (line < 2 || at < line); at++)
        {
            if (bytes[at] == '#' && bytes[at + 1] == '#' && char.IsAsciiDigit((char)bytes[at + 2]) && char.IsAsciiDigit((char)bytes[at + 3]))
                return at;
        }

        return line >= 2 ? line : bytes.Length < MaxFrameLength ? bytes.Length : -1;
    }

    private static FrameStatus Frame(ref ReadOnlySequence<byte> buffer, ReadOnlySpan<byte> bytes, int end, bool isQuiet, out ReadOnlySequence<byte> frame)
    {
        frame = default;
        var rest = bytes[end..];
        if (rest.StartsWith("\r\n"u8))
            end += 2;
        else if ((rest.IsEmpty || (rest.Length == 1 && rest[0] == '\r')) && !isQuiet)
            return FrameStatus.Incomplete; // CR LF may still be on its way.
        else if (rest.StartsWith("\n"u8) || rest.StartsWith("\r"u8))
            end += 1;

        frame = buffer.Slice(0, end);
        buffer = buffer.Slice(end);
        return FrameStatus.Frame;
    }

    private static FrameStatus Garbage(ref ReadOnlySequence<byte> buffer, int length, TelegramErrorKind kind, out ReadOnlySequence<byte> garbage, out TelegramErrorKind error)
    {
        garbage = buffer.Slice(0, length);
        buffer = buffer.Slice(length);
        error = kind;
        return FrameStatus.Garbage;
    }

    /// <summary>Length of the run that can be given up: up to the next ##, or a last # that may be half of one.</summary>
    private static int GarbageBefore(ReadOnlySpan<byte> bytes, int from)
    {
        var next = bytes[from..].IndexOf("##"u8);
        var length = next >= 0 ? from + next : bytes[^1] == '#' ? bytes.Length - 1 : bytes.Length;
        return Math.Clamp(length, 1, MaxGarbageLength);
    }

    private static void SkipLineEnds(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty && buffer.FirstSpan is [(byte)'\r' or (byte)'\n', ..])
            buffer = buffer.Slice(1);
    }
}
