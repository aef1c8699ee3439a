namespace EcoPark.Hj212;

/// <summary>
/// One <c>name-kind=value</c> of the data area, as offsets into <see cref="Telegram.Segment"/>; 12 bytes, no strings.
/// </summary>
/// <param name="NameStart">Offset of the name: the factor code or the plain field's name.</param>
/// <param name="NameLength">Length of the name without hyphen and kind.</param>
/// <param name="ValueStart">Offset of the value.</param>
/// <param name="ValueLength">Length of the value.</param>
/// <param name="Item">Number of the item (between semicolons) the field stands in, from 0.</param>
/// <param name="Kind">Part after the hyphen.</param>
public readonly record struct DataField(
    ushort NameStart, byte NameLength, ushort ValueStart, ushort ValueLength, ushort Item, FieldKind Kind);
