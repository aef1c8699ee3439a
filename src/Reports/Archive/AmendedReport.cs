using EcoPark.Platform.Time;

namespace EcoPark.Reports.Archive;

/// <summary>An issued report with what has been corrected since.</summary>
internal static class AmendedReport
{
    /// <summary>Behind a figure that somebody has corrected.</summary>
    public const string Mark = "修";

    /// <param name="amendments">In the order in which they were made: the last one of a cell holds.</param>
    public static Report Of(Report report, IReadOnlyList<ReportAmendment> amendments) => amendments.Count == 0 ? report : report with
    {
        Tables = [.. report.Tables.Select((table, at) => Amended(table, [.. amendments.Where(one => one.Table == at)]))],
        Amendments = [.. amendments.Select((one, at) => Words(one, at + 1))],
    };

    /// <summary>The cell that an amendment makes.</summary>
    public static ReportCell CellOf(ReportAmendment amendment) => amendment.Kind switch
    {
        CellKind.Words => ReportCell.Words($"{amendment.After}（{Mark}）"),
        CellKind.Empty => ReportCell.Words($"（{Mark}）"),
        var kind => new ReportCell(kind, amendment.Number, Mark: Mark),
    };

    private static ReportTable Amended(ReportTable table, IReadOnlyList<ReportAmendment> amendments)
    {
        if (amendments.Count == 0)
            return table;
        var cells = amendments.ToLookup(one => (one.Row, one.Column));
        var rows = table.Rows.Select((row, at) => (IReadOnlyList<ReportCell>)[.. row.Select((cell, column) => cells[(at, column)].LastOrDefault() is { } amended ? CellOf(amended) : cell)]).ToList();
        // What the column gave before, it gives again; what was worked up elsewhere stays as it was.
        return table with
        {
            Rows = rows,
            Foot = [.. table.Foot.Select(foot => foot with { Cells = [.. foot.Cells.Select((cell, at) => cell is not null && cell.Figure(table, at + 1).IsFormula ? cell with { Value = null } : cell)] })],
        };
    }

    private static string Words(ReportAmendment one, int number) =>
        $"{number}. {one.Place} 原为 {Said(one.Before)}，修正为 {Said(one.After)}（{one.By}，{ParkTime.FromUtc(one.At):yyyy-MM-dd HH:mm}，{one.Why}）";

    private static string Said(string text) => text.Length == 0 ? "空" : text;
}
