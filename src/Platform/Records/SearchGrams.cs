using System.Globalization;
using System.Text;

namespace EcoPark.Platform.Records;

/// <summary>
/// Texts cut into overlapping pairs of letters, so that a database that knows words finds Chinese, which has no spaces, by any two letters
/// in a row, by one, and by many: “环保局” is “环保 保局 局”. Digits and Latin letters are cut the same, so that a part of a number is found.
/// </summary>
internal static class SearchGrams
{
    /// <summary>Letters of a record beyond which it is not found.</summary>
    private const int Most = 2_000;

    /// <summary>For the index. The last letter of a text stands alone: no pair reaches from one text into the next.</summary>
    public static string Of(IEnumerable<string> texts) => string.Join(' ', texts.SelectMany(text => Pairs(Letters(text), withLast: true)).Take(Most));

    /// <summary>What to ask FTS5; <see langword="null"/> where there is nothing to look for.</summary>
    public static string? Fts(string text) => Letters(text) switch
    {
        [] => null,
        [var only] => $"\"{only}\"*",
        var letters => $"\"{string.Join(' ', Pairs(letters, withLast: false))}\"",
    };

    /// <summary>What to ask PostgreSQL.</summary>
    public static string? TsQuery(string text) => Letters(text) switch
    {
        [] => null,
        [var only] => $"'{only}':*",
        var letters => string.Join(" <-> ", Pairs(letters, withLast: false).Select(pair => $"'{pair}'")),
    };

    /// <summary>As PostgreSQL writes a vector: every pair with its places.</summary>
    public static string Vector(string grams) => string.Join(' ', grams.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index().GroupBy(one => one.Item)
        .Select(group => $"'{group.Key}':{string.Join(',', group.Select(one => (one.Index + 1).ToString(CultureInfo.InvariantCulture)))}"));

    /// <summary>Letters and digits alone, in one case and one width.</summary>
    private static List<string> Letters(string text) =>
    [
        .. string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes().Where(Rune.IsLetterOrDigit).Select(rune => rune.ToString()),
    ];

    private static IEnumerable<string> Pairs(List<string> letters, bool withLast)
    {
        for (var at = 0; at + 1 < letters.Count; at++)
            yield return letters[at] + letters[at + 1];
        if (withLast && letters.Count > 0)
            yield return letters[^1];
    }
}
