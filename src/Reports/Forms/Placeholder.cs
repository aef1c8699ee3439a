using System.Text.RegularExpressions;

namespace EcoPark.Reports.Forms;

/// <summary>{{名称}} in a text of a form; {{如有 名称}} and {{如无 名称}} keep a line only where the name says something, or says nothing.</summary>
/// <param name="At">Of its first brace.</param>
internal readonly record struct Placeholder(int At, int Length, string Name, bool? Wanted)
{
    public static IReadOnlyList<Placeholder> In(string text) => text.Contains("{{", StringComparison.Ordinal)
        ? [.. Pattern.Matches(text).Select(match => new Placeholder(match.Index, match.Length, FormNames.Plain(match.Groups["name"].Value), match.Groups["if"] is { Success: true } condition ? condition.Value == "有" : null))] : [];

    /// <summary>A text with everything in its place.</summary>
    /// <param name="row">Row of the table that is being repeated.</param>
    public static string Fill(string text, FormNames names, int row)
    {
        foreach (var one in In(text).Reverse())
            text = text[..one.At] + (one.Wanted is null ? names.Value(one.Name, row).Text : "") + text[(one.At + one.Length)..];
        return text;
    }

    /// <summary>Whether all conditions of a text hold.</summary>
    public static bool IsKept(string text, FormNames names) => In(text).All(one => one.Wanted is not { } wanted || names.IsThere(one.Name) == wanted);

    /// <summary>The table whose rows a line is repeated for; null where it stands once.</summary>
    public static ReportTable? TableOf(string text, FormNames names) => In(text).Where(one => one.Wanted is null).Select(one => names.TableOf(one.Name)).FirstOrDefault(table => table is not null);

    private static readonly Regex Pattern = new(@"\{\{\s*(如(?<if>有|无)\s+)?(?<name>[^{}]{1,200}?)\s*\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
