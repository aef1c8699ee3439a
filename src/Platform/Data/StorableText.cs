using System.Text;

namespace EcoPark.Platform.Data;

/// <summary>Text from outside in a form that both databases take: PostgreSQL knows no NUL, and half a surrogate pair is no text.</summary>
public static class StorableText
{
    /// <summary>The text itself where it can be stored; otherwise with a visible sign in the place of what cannot, and no longer than <paramref name="longest"/>.</summary>
    public static string Of(string text, int longest = int.MaxValue)
    {
        if (text.Length > longest)
            text = text[..longest];
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return text.Replace('\0', '\u2400');

        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            storable.Append(rune.Value == 0 ? new Rune('\u2400') : rune);
        return storable.ToString();
    }
}
