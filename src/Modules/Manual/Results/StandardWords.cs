using System.Text.RegularExpressions;
using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Results;

/// <summary>Number and name of a standard as a permit writes them: “GB 31572-2015 合成树脂工业污染物排放标准”.</summary>
internal static partial class StandardWords
{
    public static (string Number, string Name) Of(string text)
    {
        var match = Numbered().Match(text);
        var number = match.Success ? match.Value.Trim() : text.Trim();
        var name = match.Success ? text.Replace(match.Value, "", StringComparison.Ordinal).Trim(' ', '《', '》', '，', ',', '（', '）', '(', ')') : "";
        return (number, name.Length > 0 ? name : LimitLibrary.Default.Standards.FirstOrDefault(one => one.Number == number).Name ?? "排污许可证");
    }

    [GeneratedRegex(@"[A-Z]{2,4}(?:\d{2})?(?:/T)?\s?[\d/]+(?:\.\d+)?-\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
