using System.Buffers;
using System.Text;

namespace EcoPark.Hj212;

/// <summary>A telegram that was read without doubt; immutable, owns its bytes.</summary>
public sealed class Telegram
{
    private readonly byte[] _segment;
    private readonly DataField[] _fields;
    private readonly Header _header;
    private string? _mn;

    internal Telegram(byte[] segment, in Header header, DataField[] fields, DateTime? dataTime, Deviation deviations, bool wasEncrypted)
    {
        _segment = segment;
        _header = header;
        _fields = fields;
        DataTime = dataTime;
        Deviations = deviations;
        WasEncrypted = wasEncrypted;
    }

    /// <summary>The data segment in plain text (decrypted where it was encrypted), between length and CRC.</summary>
    public ReadOnlyMemory<byte> Segment => _segment;

    /// <summary>QN as wall-clock time of the device with milliseconds; <see langword="null"/> where absent or malformed.</summary>
    public DateTime? Qn => Decimals.TryParseTime(QnText, out var time) ? time : null;

    /// <summary>QN as it was written, for the answer; empty where absent.</summary>
    public ReadOnlySpan<byte> QnText => _header.Qn.Of(_segment);

    /// <summary>ST, two characters as a rule.</summary>
    public string SystemCode => SystemCodes.Intern(_header.SystemCode.Of(_segment));

    /// <summary>CN; codes that the standard does not name are kept as their number.</summary>
    public CommandCode Command => _header.Command;

    public ReadOnlySpan<byte> PasswordText => _header.Password.Of(_segment);

    public ReadOnlySpan<byte> MnText => _header.Mn.Of(_segment);

    /// <summary>MN as a string; made on first use.</summary>
    public string Mn => _mn ??= Encoding.Latin1.GetString(MnText);

    /// <summary>Flag; <see langword="null"/> where the telegram has none (2005).</summary>
    public TelegramFlag? Flag => _header.Flag;

    /// <summary>PNUM; 1 where the telegram is not split.</summary>
    public int PacketCount => _header.PacketCount;

    /// <summary>PNO, from 1.</summary>
    public int PacketNumber => _header.PacketNumber;

    public bool IsSplit => PacketCount > 1;

    /// <summary>RF=1: a late upload (2025).</summary>
    public bool IsBackfill => _header.IsBackfill;

    /// <summary>The data area came encrypted (2025).</summary>
    public bool WasEncrypted { get; }

    /// <summary>What departs from the standard.</summary>
    public Deviation Deviations { get; }

    /// <summary>DataTime of the data area, the device's wall clock; <see langword="null"/> where absent or unreadable.</summary>
    public DateTime? DataTime { get; }

    /// <summary>What stands between CP=&amp;&amp; and the closing &amp;&amp;.</summary>
    public ReadOnlySpan<byte> DataArea => _header.DataArea.Of(_segment);

    /// <summary>Offset of <see cref="QnText"/> in <see cref="Segment"/>.</summary>
    internal int QnStart => _header.Qn.Start;

    /// <summary>Offset of <see cref="DataArea"/> in <see cref="Segment"/>.</summary>
    internal int DataAreaStart => _header.DataArea.Start;

    /// <summary>All fields of the data area in order.</summary>
    public ReadOnlySpan<DataField> Fields => _fields;

    /// <summary>The fields of the data area gathered by factor, one after another without allocation.</summary>
    public FactorReadings Readings => new(this);

    public ReadOnlySpan<byte> Name(in DataField field) => _segment.AsSpan(field.NameStart, field.NameLength);

    public ReadOnlySpan<byte> Value(in DataField field) => _segment.AsSpan(field.ValueStart, field.ValueLength);

    /// <summary>Value of a plain field such as QnRtn; <see langword="null"/> where absent.</summary>
    public string? Find(ReadOnlySpan<byte> plainName)
    {
        foreach (ref readonly var field in Fields)
        {
            if (field.Kind == FieldKind.Plain && Name(field).SequenceEqual(plainName))
                return Text(Value(field));
        }

        return null;
    }

    /// <summary>Bytes of the segment as text: UTF-8, or GBK where they are not UTF-8.</summary>
    public string Text(ReadOnlySpan<byte> bytes) => DeviceText.Decode(bytes);

    /// <summary>The field's value as a number; <see langword="null"/> for anything but a finite decimal number (NaN, -, 1.2.3, blank).</summary>
    public double? Number(in DataField field) => Decimals.TryParse(Value(field), out var value) ? value : null;

    /// <summary>The telegram with QN and DataTime moved: a person has put right what the device's clock had wrong.</summary>
    /// <param name="shift">What is added to both.</param>
    /// <returns><see langword="null"/> where a time would lie outside the years 1 to 9999.</returns>
    public Telegram? WithTimesMoved(TimeSpan shift) => shift == TimeSpan.Zero ? this : TelegramTimes.Moved(this, shift);

    /// <summary>The header of an encrypted telegram whose key is unknown: without fields, and its CRC, which is over the plain text, unchecked.</summary>
    public static Telegram? HeadOf(in ReadOnlySequence<byte> frame) => TelegramParser.HeadOf(frame.ToArray());

    /// <summary>Reads one frame, as cut by <see cref="FrameReader"/>. Never throws on bad input.</summary>
    /// <param name="frame">From ## to the CRC, with the CR LF behind it where there is one.</param>
    /// <param name="keys">Keys for encrypted telegrams; may be null.</param>
    /// <param name="telegram">The telegram; null where the result is false.</param>
    /// <param name="error">The reason, where the result is false.</param>
    public static bool TryParse(in ReadOnlySequence<byte> frame, IDeviceKeys? keys, out Telegram? telegram, out TelegramError error)
    {
        if (frame.IsSingleSegment)
            return TelegramParser.TryParse(frame.FirstSpan, keys, out telegram, out error);

        var length = (int)Math.Min(frame.Length, FrameReader.MaxFrameLength + 1);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        frame.Slice(0, length).CopyTo(rented);
        var parsed = TelegramParser.TryParse(rented.AsSpan(0, length), keys, out telegram, out error);
        ArrayPool<byte>.Shared.Return(rented);
        return parsed;
    }
}
