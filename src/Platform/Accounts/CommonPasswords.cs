using System.Collections.Frozen;

namespace EcoPark.Platform.Accounts;

/// <summary>
/// Passwords that are guessed first: a common word or name with figures and signs around it (“Admin@123456”, “P@ssw0rd2026”), rows of keys, letters or figures, and few characters repeated.
/// </summary>
internal static class CommonPasswords
{
    /// <summary>So many characters must be left when rows and repetitions are taken away.</summary>
    private const int FewestOfOnesOwn = 6;

    private const int FewestDifferent = 6;

    private const int ShortestRow = 3;

    /// <summary>Read to the right and to the left.</summary>
    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()",
    ];

    private static readonly string[] BothWays = [.. Rows, .. Rows.Select(row => new string([.. row.Reverse()]))];

    private static readonly FrozenSet<string> Words = Read();

    /// <summary>What people write for a letter.</summary>
    private const string Disguises = "@4836!10$572";
    private const string Disguised = "aabegiiosstz";

    public static bool Contains(string password)
    {
        var plain = password.ToLowerInvariant();
        return plain.Distinct().Count() < FewestDifferent || WithoutRows(plain).Length < FewestOfOnesOwn || Readings(plain).Any(Words.Contains);
    }

    /// <summary>The word in it, disguised or not.</summary>
    private static IEnumerable<string> Readings(string plain)
    {
        yield return Letters(plain);
        yield return Letters(Undisguised(plain.Trim([.. "0123456789!@#$%^&*()-_=+.,;:?/ "])));
        yield return Letters(Undisguised(plain.TrimEnd([.. "0123456789!@#$%^&*()-_=+.,;:?/ "])));
        yield return Letters(Undisguised(plain));
    }

    private static string Undisguised(string text) => new([.. text.Select(one => Disguises.IndexOf(one, StringComparison.Ordinal) is >= 0 and var at ? Disguised[at] : one)]);

    private static string Letters(string text) => new([.. text.Where(char.IsAsciiLetterLower)]);

    /// <summary>Takes away every piece of at least three characters that stands in a row, and what is the same as what stands before it.</summary>
    private static string WithoutRows(string text)
    {
        var left = new List<char>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = RowAt(text, at);
            if (length >= ShortestRow)
            {
                at += length;
                continue;
            }

            if (left.Count == 0 || left[^1] != text[at])
                left.Add(text[at]);
            at++;
        }

        return new string([.. left]);
    }

    private static int RowAt(string text, int at)
    {
        var longest = 1;
        foreach (var row in BothWays)
        {
            while (at + longest < text.Length && row.Contains(text.Substring(at, longest + 1), StringComparison.Ordinal))
                longest++;
        }

        return longest;
    }

    private static FrozenSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
