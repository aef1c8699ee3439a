using System.Globalization;
using EcoPark.Platform;
using EcoPark.Reports.Files;

namespace EcoPark.Reports.Archive;

/// <summary>A correction as somebody enters it.</summary>
/// <param name="Table">Place of the cell: table, row and column, each from 0.</param>
/// <param name="Value">Figure or words; empty empties the cell.</param>
/// <param name="Kind">Of a figure: whether it counts, and is over its limit; null keeps what the cell has.</param>
public sealed record AmendmentForm(int Table, int Row, int Column, string? Value, CellKind? Kind, string? Why)
{
    private const int LongestWords = 200;
    private const int ShortestWhy = 4;
    private const int LongestWhy = 300;

    /// <param name="report">As it stands now.</param>
    internal Outcome<ReportAmendment> Read(Report report)
    {
        if (Table < 0 || Table >= report.Tables.Count || Row < 0 || Row >= report.Tables[Table].Rows.Count || Column < 1 || Column >= report.Tables[Table].Columns.Count)
            return new Problem("place", "没有这个格子：请在报表上点选要修正的数；各行的第一格不能修正。", "column");
        var why = Why?.Trim() ?? "";
        if (why.Length is < ShortestWhy or > LongestWhy)
            return new Problem("why", $"请写明修正的原因，{ShortestWhy} 到 {LongestWhy} 个字。", "why");
        var (table, column) = (report.Tables[Table], report.Tables[Table].Columns[Column]);
        var cell = table.Rows[Row][Column];
        var read = Parse(column, cell);
        if (!read.IsOk)
            return read.Problem;
        var amendment = new ReportAmendment
        {
            Table = Table,
            Row = Row,
            Column = Column,
            Place = Fit(string.Join(' ', new[] { report.Tables.Count > 1 ? table.Title : "", table.Rows[Row][0].Shown(table.Columns[0]), ReportHead.Line(column) }.Where(word => word.Length > 0)), 300),
            Before = Fit(cell.Shown(column), 500),
            Kind = read.Value.Kind,
            Number = read.Value.Number,
            Why = why,
        };
        amendment.After = read.Value.Shown(column);
        return amendment.Before == AmendedReport.CellOf(amendment).Shown(column) || amendment.Before == amendment.After
            ? new Problem("same", "修正后的值与现在的相同。", "value") : amendment;
    }

    /// <summary>What a table holds of a long text; the whole stands in the original.</summary>
    private static string Fit(string text, int most) => text.Length > most ? text[..(most - 1)] + "…" : text;

    private Outcome<ReportCell> Parse(ReportColumn column, ReportCell cell)
    {
        var text = Value?.Trim() ?? "";
        if (text.Length == 0)
            return ReportCell.Empty;
        if (!column.IsNumber)
            return text.Length > LongestWords ? new Problem("value", $"至多 {LongestWords} 个字。", "value") : ReportCell.Words(text);
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1_000_000_000_000m)
            return new Problem("value", $"“{text}”不是数，请填写数字，如 12.5；要去掉这个数请留空。", "value");
        var kind = Kind ?? (cell.Kind is CellKind.NotValid or CellKind.Over ? cell.Kind : CellKind.Figure);
        return kind is CellKind.Figure or CellKind.NotValid or CellKind.Over ? new ReportCell(kind, number) : new Problem("kind", "数只能是有效、超标或无效。", "kind");
    }
}
