using System.Text.RegularExpressions;
using EcoPark.Standards.Data;

namespace EcoPark.Standards.Waste;

/// <summary>
/// Codes of general industrial waste, 固体废物分类与代码目录（公告 2024 年第 4 号）: three digits of the industry, three of the number, S and two of the kind. The form was seen;
/// names of the kinds are written down from memory and stand nowhere without that word.
/// </summary>
public static partial class GeneralWastes
{
    /// <summary>As people are told.</summary>
    public const string Edition = "公告 2024 年第 4 号；名称待核对，不参与校验";

    private static readonly Dictionary<string, string> Names = EmbeddedTable.Read("general-wastes").ToDictionary(row => row["code"], row => row["name"], StringComparer.Ordinal);

    /// <summary>Kinds and their recalled names.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, string>> Kinds => Names;

    /// <returns>What is wrong with a code, Chinese; <see langword="null"/> for one of industrial waste.</returns>
    public static string? Check(string code)
    {
        if (Form().Match(code) is not { Success: true } parts)
            return $"“{code}”不是一般工业固体废物代码：应为 3 位行业、3 位序号和 S 加两位种类，如 900-001-S17。";
        // Industrial kinds are S01 to S59; there is no S08.
        return int.Parse(parts.Groups["kind"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 59 and not 8 ? null : $"“{code}”的种类不在工业固体废物 S01～S59（无 S08）之内。";
    }

    /// <summary>“SW17 可再生类废物（待核对）”; the kind alone where no name is known.</summary>
    public static string KindOf(string code)
    {
        if (Form().Match(code) is not { Success: true } parts)
            return "";
        var kind = "SW" + parts.Groups["kind"].Value;
        return Names.TryGetValue(kind, out var name) ? $"{kind} {name}（待核对）" : kind;
    }

    [GeneratedRegex(@"^\d{3}-\d{3}-S(?<kind>\d{2})\z")]
    private static partial Regex Form();
}
