namespace EcoPark.Reports.Endpoints;

/// <summary>A type of report.</summary>
internal sealed record ReportTypeAnswer(string Key, string Code, string Title, string Chapter, string? Subjects, IReadOnlyList<string> Spans)
{
    public static ReportTypeAnswer Of(ReportType type) => new(type.Key, type.Code, type.Title, type.Chapter, type.Subjects?.Label, [.. type.Spans.Select(span => span.ToString())]);
}

/// <summary>A report.</summary>
internal sealed record ReportAnswer(
    string Key, string Title, string? Subject, string? Period, DateTime MadeAt, IReadOnlyList<ReportFact> Facts, IReadOnlyList<TableAnswer> Tables, IReadOnlyList<string> Gaps, IReadOnlyList<string> Basis)
{
    public static ReportAnswer Of(MadeReport made) => new(
        made.Type.Key, made.Report.Title, made.Request.Subject?.Key, made.Request.Period?.Key, made.MadeAt, made.Report.Facts, [.. made.Report.Tables.Select(TableAnswer.Of)], made.Report.Gaps, made.Report.Basis);
}

/// <summary>A table.</summary>
/// <param name="Foot">Label first; null where the form has nothing.</param>
internal sealed record TableAnswer(string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<CellAnswer>> Rows, IReadOnlyList<IReadOnlyList<string?>> Foot, string Note)
{
    public static TableAnswer Of(ReportTable table) => new(
        table.Title, table.Columns, [.. table.Rows.Select(row => (IReadOnlyList<CellAnswer>)[.. row.Select((cell, at) => new CellAnswer(cell.Number, cell.Shown(table.Columns[at]), cell.Kind, cell.Mark))])],
        [.. table.Foot.Select(foot => (IReadOnlyList<string?>)[foot.Label, .. foot.Cells.Select((cell, at) => cell?.Shown(table, at + 1))])], table.Note);
}

/// <summary>A cell.</summary>
/// <param name="Value">Unrounded; null of words.</param>
/// <param name="Text">As it is printed.</param>
internal sealed record CellAnswer(decimal? Value, string Text, CellKind Kind, string Mark);
