namespace EcoPark.Reports.Files;

/// <summary>A cell of the head of a table.</summary>
/// <param name="Columns">Columns that it spans.</param>
/// <param name="Rows">Rows that it spans.</param>
internal readonly record struct HeadCell(string Text, int Column, int Columns, int Rows);

/// <summary>Head of a table: one row, or two where columns share headings.</summary>
internal static class ReportHead
{
    /// <summary>Rows from top to bottom.</summary>
    public static IReadOnlyList<IReadOnlyList<HeadCell>> Of(ReportTable table)
    {
        var columns = table.Columns;
        if (!table.HasGroups)
            return [[.. columns.Select((column, at) => new HeadCell(Text(column), at, 1, 1))]];
        List<HeadCell> upper = [], lower = [];
        for (var at = 0; at < columns.Count;)
        {
            if (columns[at].Group.Length == 0)
            {
                upper.Add(new HeadCell(Text(columns[at]), at++, 1, 2));
                continue;
            }

            var first = at;
            while (at < columns.Count && columns[at].Group == columns[first].Group)
                lower.Add(new HeadCell(Text(columns[at]), at++, 1, 1));
            upper.Add(new HeadCell(columns[first].Group, first, at - first, 1));
        }

        return [upper, lower];
    }

    /// <summary>In one line, as a text with separators wants it.</summary>
    public static string Line(ReportColumn column) => column.Group + column.Heading + (column.Unit.Length > 0 ? $"（{column.Unit}）" : "");

    private static string Text(ReportColumn column) => column.Unit.Length > 0 ? $"{column.Heading}\n{column.Unit}" : column.Heading;
}
