using System.Collections.Frozen;

namespace EcoPark.Standards.Pollutants;

/// <summary>Finds the pollutants that a Chinese text names: a hint for people, who look at the text. Rather misses one than takes a part of another substance's name for it.</summary>
public static class PollutantMentions
{
    /// <summary>Names by their first character, the longest first: 二甲苯 is not 甲苯.</summary>
    private static readonly FrozenDictionary<char, string[]> Names = PollutantCodes.All.Select(one => one.Name).Concat(PollutantLists.Names).Select(name => FactorNames.Plain(name)).Where(name => name.Length > 0 && PollutantCodes.CanBeListed(name) && IsChinese(name[^1])).Distinct(StringComparer.Ordinal)
        .GroupBy(name => name[0]).ToFrozenDictionary(of => of.Key, of => of.OrderByDescending(name => name.Length).ToArray());

    /// <summary>What makes another substance of the name that follows: 聚苯乙烯, 硝基甲苯.</summary>
    private const string Before = "聚基氯溴氟碘硝氨羟苯甲乙丙丁戊己庚辛壬癸一二三四五六七八九十多邻间对偏均反顺正异氧硫磺酰代合化过次亚偶联环";

    /// <summary>What makes another of the name before it: 甲苯磺酸, 苯酚钠.</summary>
    private const string After = "酸醇酯胺酮醛酐醚烯烷炔酚酰磺钠钾钙镁铵盐腈基肼脲胍醌嗪啶唑硅氧氯溴氟聚并甲乙丙丁戊己苯萘一二三四五六多异次亚偶联代缩树";

    /// <summary>What may stand beside a name of one character (苯, 汞): 及其化合物.</summary>
    private const string Joins = "和及与或等含的为是类";

    /// <returns>Names as the lists have them, in the order of the text, each once.</returns>
    public static IReadOnlyList<string> In(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(part => InPart(FactorNames.Plain(part))).Distinct()];

    private static IEnumerable<string> InPart(string plain)
    {
        for (var at = 0; at < plain.Length;)
        {
            if (Names.TryGetValue(plain[at], out var names) && Array.Find(names, name => string.CompareOrdinal(plain, at, name, 0, name.Length) == 0) is { } name)
            {
                if (StandsAlone(plain, at, name.Length))
                    yield return name;
                at += name.Length;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool StandsAlone(string text, int at, int length)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at + length < text.Length ? text[at + length] : ' ');
        return length == 1
            ? (!IsWord(before) || Joins.Contains(before, StringComparison.Ordinal)) && (!IsWord(after) || Joins.Contains(after, StringComparison.Ordinal))
            : !Before.Contains(before, StringComparison.Ordinal) && !After.Contains(after, StringComparison.Ordinal) && !IsLocant(text, at);
    }

    /// <summary>A hyphen joins a name to one of which it is a part: 4-氯-2-甲苯胺.</summary>
    private static bool IsLocant(string text, int at) => at > 1 && text[at - 1] == '-' && (char.IsAsciiLetterOrDigit(text[at - 2]) || IsChinese(text[at - 2]));

    private static bool IsWord(char character) => IsChinese(character) || char.IsAsciiLetterOrDigit(character) || character is '-' or '(';

    private static bool IsChinese(char character) => character is >= '\u4e00' and <= '\u9fff';
}
