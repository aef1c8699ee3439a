using EcoPark.Reports.Files;

namespace EcoPark.Reports.Archive;

/// <summary>A figure that a report gives otherwise than the one before it.</summary>
/// <param name="Before">As printed; null where the earlier report has no such place.</param>
/// <param name="After">As printed; null where the later report has no such place.</param>
public sealed record ReportChange(string Table, string Row, string Column, string? Before, string? After);

/// <summary>What differs between two reports of the same form: places are found again by the words of table, row and column, not by their order.</summary>
public static class ReportDifference
{
    private const string Head = "表头";

    public static IReadOnlyList<ReportChange> Of(Report before, Report after)
    {
        var (was, now) = (Places(before), Places(after));
        return
        [
            .. now.Where(one => !was.TryGetValue(one.Key, out var old) || old != one.Value).Select(one => new ReportChange(one.Key.Table, one.Key.Row, one.Key.Column, was.GetValueOrDefault(one.Key), one.Value)),
            .. was.Where(one => !now.ContainsKey(one.Key)).Select(one => new ReportChange(one.Key.Table, one.Key.Row, one.Key.Column, one.Value, null)),
        ];
    }

    private static Dictionary<(string Table, string Row, string Column), string> Places(Report report)
    {
        var places = new Dictionary<(string Table, string Row, string Column), string>();
        foreach (var fact in report.Facts)
            places.TryAdd((Head, fact.Label, ""), fact.Value);
        foreach (var table in report.Tables)
        {
            foreach (var (label, row) in Labelled(table))
            {
                for (var at = 1; at < row.Count; at++)
                    places.TryAdd((table.Title, label, ReportHead.Line(table.Columns[at])), row[at].Shown(table.Columns[at]));
            }

            foreach (var foot in table.Foot)
            {
                for (var at = 0; at < foot.Cells.Count; at++)
                {
                    if (foot.Cells[at] is { } cell)
                        places.TryAdd((table.Title, foot.Label, ReportHead.Line(table.Columns[at + 1])), cell.Shown(table, at + 1));
                }
            }
        }

        return places;
    }

    /// <summary>Rows by what stands first in them; those that begin alike are counted.</summary>
    private static IEnumerable<(string Label, IReadOnlyList<ReportCell> Row)> Labelled(ReportTable table)
    {
        var seen = new Dictionary<string, int>();
        foreach (var row in table.Rows)
        {
            var label = row[0].Shown(table.Columns[0]);
            seen[label] = seen.GetValueOrDefault(label) + 1;
            yield return (seen[label] == 1 ? label : FormattableString.Invariant($"{label}（第 {seen[label]} 行）"), row);
        }
    }
}
