using System.Text;

namespace EcoPark.Standards;

/// <summary>Names of factors as people and programs write them: widths, brackets, dashes, subscripts and capitals make no difference (ＣＯ, PM₂.₅, 铬（六价）).</summary>
public static class FactorNames
{
    /// <summary>The spelling that names are compared by.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (!char.IsWhiteSpace(character))
                plain.Append(Plain(character));
        }

        return plain.ToString();
    }

    private static char Plain(char character) => character switch
    {
        '[' or '【' or '〔' or '［' => '(',
        ']' or '】' or '〕' or '］' => ')',
        '–' or '—' or '―' or '−' or '‐' or '‑' => '-',
        '、' => ',',
        '’' or '‘' or '′' => '\'',
        'ₓ' => 'x',
        '⁺' => '+',
        '⁻' => '-',
        '²' => '2',
        '³' => '3',
        >= '₀' and <= '₉' => (char)('0' + (character - '₀')),
        >= '！' and <= '～' => char.ToLowerInvariant((char)(character - ('！' - '!'))),
        _ => char.ToLowerInvariant(character),
    };
}
