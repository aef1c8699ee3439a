namespace EcoPark.Hj212;

/// <summary>
/// Flag: bits V5–V0 version, then "has PNUM/PNO", then lowest "wants an answer" (HJ 212-2017 table 3).
/// The letters A and D are exchanged between the 2017 and 2025 texts; the positions are not.
/// </summary>
public readonly record struct TelegramFlag(byte Value)
{
    public bool WantsAnswer => (Value & 1) != 0;

    public bool IsSplit => (Value & 2) != 0;

    /// <summary>Version bits; a hint only, the device's registration decides (surface-water stations sent 8 and 9 before 2025).</summary>
    public ProtocolVersion Version => (ProtocolVersion)(Value >> 2);

    public static TelegramFlag Of(ProtocolVersion version, bool wantsAnswer = false, bool isSplit = false) =>
        new((byte)(((byte)version << 2) | (isSplit ? 2 : 0) | (wantsAnswer ? 1 : 0)));
}
