namespace EcoPark.Platform.Enterprises;

/// <summary>统一社会信用代码, GB 32100-2015: 17 characters and a check character.</summary>
public static class CreditCode
{
    /// <summary>Without I, O, S, V, Z; a character's place is its value.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Weights 3^(i-1) mod 31.</summary>
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <returns>What is wrong in Chinese; <see langword="null"/> for a valid code.</returns>
    public static string? Check(string code)
    {
        if (code.Length != 18)
            return $"统一社会信用代码应为 18 位，现有 {code.Length} 位。";
        if (code.FirstOrDefault(letter => !Alphabet.Contains(letter, StringComparison.Ordinal)) is var wrong and not '\0')
            return $"统一社会信用代码不能含有“{wrong}”（应为数字和除 I、O、S、V、Z 外的大写字母）。";
        var right = CheckCharacter(code);
        return code[17] == right ? null : $"统一社会信用代码校验不通过，请核对是否录错：末位应为 {right}，现为 {code[17]}。";
    }

    /// <summary>The 18th character for the first 17.</summary>
    public static char CheckCharacter(string code) => Alphabet[(31 - (Weights.Select((weight, at) => weight * Alphabet.IndexOf(code[at], StringComparison.Ordinal)).Sum() % 31)) % 31];
}
