namespace EcoPark.Hj212;

/// <summary>
/// Passwords and keys within telegrams: PW of the header, NewPW of 1072, NewSK of 1014. HJ 212 sends them in clear; nobody is shown them and no store keeps
/// them so. Works on any bytes, also on pieces that are no telegram.
/// </summary>
public static class TelegramSecrets
{
    private const byte Mask = (byte)'*';

    /// <summary>Longer than any password; a piece without an end is masked no further.</summary>
    private const int Longest = 64;

    /// <summary>Where secrets stand, in order. The same in the bytes and in what <see cref="Masked(ReadOnlySpan{byte})"/> makes of them.</summary>
    public static IReadOnlyList<Range> Find(ReadOnlySpan<byte> bytes)
    {
        List<Range>? found = null;
        for (var at = 0; at < bytes.Length;)
        {
            var step = bytes[at..].IndexOfAny("PpSs"u8);
            if (step < 0 || at + step + 2 >= bytes.Length)
                break;
            at += step;
            if (ValueStart(bytes, at) is not { } start)
            {
                at++;
                continue;
            }

            var length = bytes[start..].IndexOfAny(";,&\r\n#"u8);
            length = Math.Min(length < 0 ? bytes.Length - start : length, Longest);
            if (length > 0)
                (found ??= []).Add(start..(start + length));
            at = start + length;
        }

        return found ?? (IReadOnlyList<Range>)[];
    }

    /// <summary>The same bytes with an asterisk for each of a secret.</summary>
    public static byte[] Masked(ReadOnlySpan<byte> bytes)
    {
        var masked = bytes.ToArray();
        foreach (var secret in Find(bytes))
            masked.AsSpan(secret).Fill(Mask);
        return masked;
    }

    /// <summary>The same text with an asterisk for each character of a secret.</summary>
    public static string Masked(string text)
    {
        var bytes = new byte[text.Length]; // One for each character: only where the secrets stand is asked for.
        for (var at = 0; at < bytes.Length; at++)
            bytes[at] = text[at] <= byte.MaxValue ? (byte)text[at] : byte.MaxValue;
        var places = Find(bytes);
        if (places.Count == 0)
            return text;
        var masked = text.ToCharArray();
        foreach (var secret in places)
            masked.AsSpan(secret).Fill((char)Mask);
        return new string(masked);
    }

    /// <summary>Where the value begins if PW= or SK= stands here, in any case and with blanks round it.</summary>
    private static int? ValueStart(ReadOnlySpan<byte> bytes, int at)
    {
        var (first, second) = ((char)(bytes[at] | 0x20), (char)(bytes[at + 1] | 0x20));
        if ((first, second) is not (('p', 'w') or ('s', 'k')))
            return null;
        var rest = bytes[(at + 2)..];
        var gap = rest.IndexOfAnyExcept(" \t"u8);
        return gap >= 0 && rest[gap] == '=' ? at + 2 + gap + 1 : null;
    }
}
