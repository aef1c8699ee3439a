using System.Buffers;

namespace EcoPark.Hj212;

/// <summary>A telegram that was read without doubt; immutable, owns its bytes.</summary>
public sealed class Telegram
{
    /// <summary>The data segment in plain text (decrypted where it was encrypted), between length and CRC.</summary>
    public ReadOnlyMemory<byte> Segment => throw new NotImplementedException();

    /// <summary>QN as wall-clock time of the device with milliseconds; <see langword="null"/> where absent or malformed.</summary>
    public DateTime? Qn => throw new NotImplementedException();

    /// <summary>QN as it was written, for the answer; empty where absent.</summary>
    public ReadOnlySpan<byte> QnText => throw new NotImplementedException();

    /// <summary>ST, two characters as a rule.</summary>
    public string SystemCode => throw new NotImplementedException();

    /// <summary>CN; codes that the standard does not name are kept as their number.</summary>
    public CommandCode Command => throw new NotImplementedException();

    public ReadOnlySpan<byte> PasswordText => throw new NotImplementedException();

    public ReadOnlySpan<byte> MnText => throw new NotImplementedException();

    /// <summary>MN as a string; made on first use.</summary>
    public string Mn => throw new NotImplementedException();

    /// <summary>Flag; <see langword="null"/> where the telegram has none (2005).</summary>
    public TelegramFlag? Flag => throw new NotImplementedException();

    /// <summary>PNUM and PNO; 1 of 1 where the telegram is not split.</summary>
    public int PacketCount => throw new NotImplementedException();

    public int PacketNumber => throw new NotImplementedException();

    /// <summary>RF=1: a late upload (2025).</summary>
    public bool IsBackfill => throw new NotImplementedException();

    /// <summary>The data area came encrypted (2025).</summary>
    public bool WasEncrypted => throw new NotImplementedException();

    /// <summary>What departs from the standard.</summary>
    public Deviation Deviations => throw new NotImplementedException();

    /// <summary>DataTime of the data area, the device's wall clock; <see langword="null"/> where absent or unreadable.</summary>
    public DateTime? DataTime => throw new NotImplementedException();

    /// <summary>All fields of the data area in order.</summary>
    public ReadOnlySpan<DataField> Fields => throw new NotImplementedException();

    public ReadOnlySpan<byte> Name(in DataField field) => Segment.Span.Slice(field.NameStart, field.NameLength);

    public ReadOnlySpan<byte> Value(in DataField field) => Segment.Span.Slice(field.ValueStart, field.ValueLength);

    /// <summary>Value of a plain field such as QnRtn; <see langword="null"/> where absent.</summary>
    public string? Find(ReadOnlySpan<byte> plainName) => throw new NotImplementedException();

    /// <summary>The field's value as a number; <see langword="null"/> for anything but a finite decimal number (NaN, -, 1.2.3, blank).</summary>
    public double? Number(in DataField field) => throw new NotImplementedException();

    /// <summary>The fields of the data area gathered by factor, one after another without allocation.</summary>
    public FactorReadings Readings => throw new NotImplementedException();

    /// <summary>Reads one frame, as cut by <see cref="FrameReader"/>. Never throws on bad input.</summary>
    /// <param name="frame">From ## to the CRC.</param>
    /// <param name="keys">Keys for encrypted telegrams; may be null.</param>
    public static bool TryParse(in ReadOnlySequence<byte> frame, IDeviceKeys? keys, out Telegram? telegram, out TelegramError error)
        => throw new NotImplementedException();
}
