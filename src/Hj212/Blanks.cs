namespace EcoPark.Hj212;

/// <summary>Blanks round names and values. The standard's own examples have them (HJ 212-2017 C.2, C.25, C.42, C.43), so they mean nothing.</summary>
internal static class Blanks
{
    private static ReadOnlySpan<byte> Of => " \t"u8;

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.Trim(Of);

    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) => text.TrimStart(Of);
}
