namespace EcoPark.Hj212;

/// <summary>Why bytes are not a telegram.</summary>
public enum TelegramErrorKind : byte
{
    None = 0,

    /// <summary>Bytes between telegrams that belong to none.</summary>
    Garbage,

    /// <summary>No end of frame within the largest length that a receiver waits for.</summary>
    FrameTooLong,

    /// <summary>The four length characters are not decimal digits, or the frame ends before the length is reached.</summary>
    BadLength,

    /// <summary>The CRC fits none of the known algorithms.</summary>
    BadCrc,

    /// <summary>A field of the data segment is missing or cannot be read.</summary>
    BadField,

    /// <summary>The data area is encrypted and no key is known, or it does not decrypt to a segment with the right CRC.</summary>
    Undecryptable,
}

/// <summary>A precise reason, with the place: shown to the operator beside the raw bytes.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Offset">Byte offset from the start of the frame.</param>
/// <param name="Expected">What should have stood there (a CRC, a length, the name of a field), or empty.</param>
/// <param name="Found">What stood there, shortened, or empty.</param>
/// <param name="Mn">The device the bytes name, where one can be read; otherwise empty.</param>
public readonly record struct TelegramError(TelegramErrorKind Kind, int Offset, string Expected, string Found, string Mn);
