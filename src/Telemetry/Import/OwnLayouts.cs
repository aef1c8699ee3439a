using System.Globalization;
using EcoPark.Platform;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Telemetry.Import;

/// <summary>The platform's own exports, read back without loss: the long table of readings, and a station's table with its verdicts.</summary>
internal static class OwnLayouts
{
    private const string VerdictSuffix = "判定";
    private const string Invalid = "无效";

    private static readonly string[] Long = ["时间", "因子", "来源", "值"];
    private static readonly string[] Words = ["评价", "说明"];

    /// <summary>As of the file, or turned into a table of times × factors.</summary>
    public static Outcome<ImportTable> Understood(ImportTable table)
    {
        var names = table.Headings.Select(heading => heading.Trim()).ToList();
        return Long.All(names.Contains) ? OfReadings(table, names) : OfStation(table, names);
    }

    /// <summary>A column “…判定” beside a factor says whether its value was valid; 评价 and 说明 are worked out anew.</summary>
    private static ImportTable OfStation(ImportTable table, List<string> names)
    {
        var verdicts = Enumerable.Range(1, Math.Max(names.Count - 1, 0)).Where(at => names[at].EndsWith(VerdictSuffix, StringComparison.Ordinal) && names[at - 1].StartsWith(names[at][..^VerdictSuffix.Length], StringComparison.Ordinal)).ToList();
        if (verdicts.Count == 0)
            return table;
        var aside = verdicts.Concat(Enumerable.Range(0, names.Count).Where(at => Words.Contains(names[at]))).ToHashSet();
        return table with
        {
            Aside = aside,
            Rows = [.. table.Rows.Select(row => row with
            {
                Details = verdicts.Where(at => at < row.Cells.Count && row.Cells[at] == Invalid).ToDictionary(at => at - 1, _ => new ImportDetail { IsInvalid = true }),
            })],
        };
    }

    private static Outcome<ImportTable> OfReadings(ImportTable table, List<string> names)
    {
        int At(string name) => names.IndexOf(name);
        string Cell(ImportRow row, string name) => At(name) is >= 0 and var at && at < row.Cells.Count ? row.Cells[at].Trim() : "";
        if (table.Rows.Select(row => Cell(row, "点位")).Distinct().Count() > 1)
            return new Problem("many-points", "文件含有几个点位的读数，请逐个点位导出后再导入。", "file");
        var columns = table.Rows.Select(row => (Factor: Cell(row, "因子"), Unit: Cell(row, "单位"))).Distinct().ToList();
        var rows = new Dictionary<string, (ImportRow First, string[] Cells, Dictionary<int, ImportDetail> Details, int[] Ranks)>();
        foreach (var row in table.Rows)
        {
            var (time, column) = (Cell(row, "时间"), 1 + columns.IndexOf((Cell(row, "因子"), Cell(row, "单位"))));
            if (!rows.TryGetValue(time, out var one))
                rows[time] = one = (row, [time, .. Enumerable.Repeat("", columns.Count)], [], new int[columns.Count + 1]);
            // Of what devices sent, files brought, reviews say and the platform rolled up, what counted counts.
            var rank = RankOf(Cell(row, "来源"));
            if (rank < one.Ranks[column])
                continue;
            one.Ranks[column] = rank;
            one.Cells[column] = Cell(row, "值");
            one.Details[column] = new ImportDetail
            {
                IsInvalid = Cell(row, "有效") == "否",
                Min = Figure(Cell(row, "最小")),
                Max = Figure(Cell(row, "最大")),
                Total = Figure(Cell(row, "累计")),
                Corrected = Figure(Cell(row, "折算值")),
                Flag = Cell(row, "数据标记") is [var flag] ? flag : '\0',
            };
        }

        return new ImportTable(["时间", .. columns.Select(column => column.Unit.Length > 0 ? $"{column.Factor}（{column.Unit}）" : column.Factor)], [.. rows.Values.Select(one => new ImportRow(one.First.Number, one.Cells) { Details = one.Details })])
        {
            Notes = [.. table.Notes, "平台导出的读数表：按时间和因子导入，同一时间取当时采用的一个（审核、设备上传、导入、汇总依次）"],
        };
    }

    private static int RankOf(string origin) => 1 + Enum.GetValues<Origin>().Where(one => ReadingNames.Of(one) == origin).Select(one => one switch { Origin.Reviewed => 4, Origin.Sent => 3, Origin.Imported => 2, _ => 1 }).FirstOrDefault();

    private static double? Figure(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var figure) ? figure : null;
}
