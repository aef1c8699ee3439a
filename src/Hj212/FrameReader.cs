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
        if (LengthField(bytes) is { } length && length + HeadLength + CrcLength <= bytes.Length && IsHex(bytes.Slice(HeadLength + length, CrcLength)))
            return Frame(ref buffer, bytes, HeadLength + length + CrcLength, isQuiet, out frame);

        // The length does not fit, or the frame is still on its way: a line end or the next ## tells which.
        var end = EndOf(bytes);
        if (end < 0)
        {
            if (bytes.Length < MaxFrameLength)
                return FrameStatus.Incomplete;
            return Garbage(ref buffer, GarbageBefore(bytes, 2), TelegramErrorKind.FrameTooLong, out frame, out error);
        }

        return end >= HeadLength + CrcLength && IsHex(bytes.Slice(end - CrcLength, CrcLength))
            ? Frame(ref buffer, bytes, end, isQuiet, out frame)
            : Garbage(ref buffer, Math.Min(end, MaxGarbageLength), TelegramErrorKind.BadLength, out frame, out error);
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

    /// <summary>Where the frame really ends: before the line end, or before the next ##; −1 where neither is in sight.</summary>
    private static int EndOf(ReadOnlySpan<byte> bytes)
    {
        var line = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        var next = bytes[2..].IndexOf("##"u8);
        if (next >= 0 && (line < 0 || next + 2 < line))
            return next + 2;
        return line;
    }

    private static int? LengthField(ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        foreach (var digit in bytes.Slice(2, 4))
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return null;
            length = (length * 10) + digit - '0';
        }

        return length;
    }

    private static bool IsHex(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(Hexadecimal) < 0;

    private static readonly SearchValues<byte> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    private static void SkipLineEnds(ref ReadOnlySequence<byte> buffer)
    {
        while (!buffer.IsEmpty && buffer.FirstSpan is [(byte)'\r' or (byte)'\n', ..])
            buffer = buffer.Slice(1);
    }
}
