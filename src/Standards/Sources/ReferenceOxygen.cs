using System.Globalization;
using System.Text.RegularExpressions;

namespace EcoPark.Standards.Sources;

/// <summary>Reference oxygen of one kind of plant.</summary>
/// <param name="StandardNumber">Standard that lays it down.</param>
/// <param name="Plant">Kind of plant, Chinese.</param>
/// <param name="Percent">Dry oxygen, %.</param>
/// <param name="Confidence">Recalled entries must be confirmed first.</param>
public sealed partial record ReferenceOxygen(string StandardNumber, string Plant, decimal Percent, Confidence Confidence)
{
    /// <summary>Every entry; text of GB 13271, 31571, 31572, 37822, 18484 was seen, the others are recalled.</summary>
    public static IReadOnlyList<ReferenceOxygen> All { get; } =
    [
        new("GB 13271-2014", "燃煤锅炉", 9, Confidence.Verified),
        new("GB 13271-2014", "燃油、燃气锅炉", 3.5m, Confidence.Verified),
        new("GB 31571-2015", "工艺加热炉、焚烧类处理设施", 3, Confidence.Verified),
        new("GB 31572-2015", "焚烧类处理设施", 3, Confidence.Verified),
        new("GB 37822-2019", "补充空气的 VOCs 燃烧装置", 3, Confidence.Verified),
        new("GB 18484-2020", "危险废物焚烧设施", 11, Confidence.Verified),
        new("GB 13223-2011", "燃煤锅炉", 6, Confidence.Recalled),
        new("GB 13223-2011", "燃油、燃气锅炉", 3, Confidence.Recalled),
        new("GB 13223-2011", "燃气轮机组", 15, Confidence.Recalled),
        new("GB 18485-2014", "生活垃圾焚烧炉", 11, Confidence.Recalled),
    ];

    /// <summary>Reference oxygen a limit's row states ("基准氧3.5%"); null where it states none.</summary>
    public static decimal? Of(Limit limit) =>
        Stated().Match(limit.Condition) is { Success: true } match ? decimal.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"基准氧(\d+(?:\.\d+)?)%")]
    private static partial Regex Stated();
}
