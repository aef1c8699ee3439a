using System.Buffers;

namespace EcoPark.Hj212;

/// <summary>What <see cref="FrameReader.Read"/> found at the head of the buffer.</summary>
public enum FrameStatus : byte
{
    /// <summary>More bytes are needed; nothing was consumed.</summary>
    Incomplete,

    /// <summary>A whole frame, from ## to the CRC (CR LF consumed too).</summary>
    Frame,

    /// <summary>Bytes that belong to no telegram; reading goes on behind them.</summary>
    Garbage,
}

/// <summary>Cuts a byte stream into frames, and finds its feet again after garbage.</summary>
public static class FrameReader
{
    /// <summary>Longest frame that is waited for: ## + length + largest length field + CRC + CR LF.</summary>
    public const int MaxFrameLength = 2 + 4 + 9999 + 4 + 2;

    /// <summary>Takes the next frame, or the next run of garbage, off the buffer.</summary>
    /// <param name="buffer">Unread bytes; advanced past what was taken.</param>
    /// <param name="isCompleted">No more bytes will come: what is left is judged as it stands.</param>
    /// <param name="frame">The bytes of the frame or garbage, without CR LF.</param>
    /// <param name="error">Reason, where the status is <see cref="FrameStatus.Garbage"/>.</param>
    public static FrameStatus Read(ref ReadOnlySequence<byte> buffer, bool isCompleted, out ReadOnlySequence<byte> frame, out TelegramErrorKind error)
        => throw new NotImplementedException();
}
