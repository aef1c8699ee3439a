using System.Globalization;
using System.Text.RegularExpressions;

namespace EcoPark.Reports.Forms;

/// <summary>Where the rows of a sheet have gone after one of them was repeated: formulas and merged cells go with them, as they do when somebody inserts rows.</summary>
/// <param name="Row">The repeated row, from 1.</param>
/// <param name="Added">Rows more than there were.</param>
internal readonly record struct RowShift(int Row, int Added)
{
    private static readonly Regex Reference = new(
        @"(?<text>""[^""]*"")|(?<![A-Za-z0-9_.!'])(?<column>\$?[A-Z]{1,3})(?<row>\$?[0-9]{1,7})(:(?<column2>\$?[A-Z]{1,3})(?<row2>\$?[0-9]{1,7}))?(?![A-Za-z0-9_(.])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>New number of a row below or above.</summary>
    public int Of(int row) => row > Row ? row + Added : row;

    /// <summary>A formula or range elsewhere on the sheet: a range that ends at the repeated row takes in all its copies.</summary>
    public string Apply(string formula) => Apply(formula, null);

    /// <summary>A formula or range within a copy of the repeated row speaks of its own row.</summary>
    /// <param name="copy">From 0.</param>
    public string ApplyWithin(string formula, int copy) => Apply(formula, copy);

    private string Apply(string formula, int? copy)
    {
        var shift = this;
        return Reference.Replace(formula, match => match.Groups["text"].Success ? match.Value : match.Groups["row2"].Success
            ? $"{match.Groups["column"].Value}{shift.Moved(match.Groups["row"].Value, copy ?? 0)}:{match.Groups["column2"].Value}{shift.Moved(match.Groups["row2"].Value, copy ?? shift.Added)}"
            : match.Groups["column"].Value + shift.Moved(match.Groups["row"].Value, copy ?? 0));
    }

    /// <param name="own">By how much the repeated row itself is moved.</param>
    private string Moved(string row, int own)
    {
        var mark = row.StartsWith('$') ? "$" : "";
        var number = int.Parse(row.AsSpan(mark.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        return mark + (number == Row ? number + own : Of(number)).ToString(CultureInfo.InvariantCulture);
    }
}
