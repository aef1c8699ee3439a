namespace EcoPark.Hj212;

/// <summary>A place in a data segment.</summary>
internal readonly record struct Slice(ushort Start, ushort Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> segment) => segment.Slice(Start, Length);
}

/// <summary>The fields before the data area, HJ 212-2017 table 3, as places in the segment.</summary>
internal struct Header
{
    public Slice Qn;
    public Slice SystemCode;
    public Slice Password;
    public Slice Mn;
    public Slice DataArea;
    public CommandCode Command;
    public TelegramFlag? Flag;
    public ushort PacketCount;
    public ushort PacketNumber;
    public bool IsBackfill;
}
