using System.Globalization;
using EcoPark.Platform.Records;

namespace EcoPark.Platform.Sheets;

/// <summary>
/// Rows of records in a workbook: a sheet of its own for each field that holds rows, named as the field; its first columns are the keys of
/// the record. Where the sheet is there, it says all rows of the records that the first sheet has.
/// </summary>
internal sealed class RowSheets
{
    private readonly List<RowSheet> _sheets = [];

    /// <summary>Columns of such a sheet: the record's keys, then what a row has.</summary>
    public static IReadOnlyList<Field> Columns(RecordType type, RowType rows) => [.. type.Keys, .. rows.Fields.Where(field => field.IsEntered)];

    public static Outcome<RowSheets> Read(RecordType type, SheetFile file)
    {
        var found = new RowSheets();
        var names = SheetReader.Sheets(file);
        foreach (var field in type.Fields.Where(field => field.Rows is not null && names.Contains(SheetWriter.SheetName(field.Label))))
        {
            var stream = SheetReader.Open(file, SheetWriter.SheetName(field.Label));
            if (!stream.IsOk)
                return stream.Problem;
            var columns = ImportColumns.Of(field.Label, Columns(type, field.Rows!), stream.Value.Headings);
            if (!columns.IsOk)
                return columns.Problem with { Message = $"“{field.Label}”表：{columns.Problem.Message}" };
            var keys = type.Keys.Where(key => columns.Value.Columns.Contains(key)).ToList();
            try
            {
                var lines = stream.Value.Rows.Select(row => (row.Number, Raw: columns.Value.RawOf(row))).GroupBy(row => KeyOf(keys, row.Raw));
                found._sheets.Add(new RowSheet(field, keys, lines.ToDictionary(group => group.Key, group => group.ToList())));
            }
            catch (SheetBrokenException broken)
            {
                return broken.Problem;
            }
        }

        return found;
    }

    /// <summary>Puts the rows that belong to a record into what is entered of it.</summary>
    public void AddTo(Dictionary<string, object?> raw)
    {
        foreach (var sheet in _sheets)
        {
            var key = KeyOf(sheet.Keys, raw);
            sheet.Asked.Add(key);
            raw[sheet.Field.Name] = sheet.Lines.GetValueOrDefault(key)?.Select(line =>
                (IReadOnlyDictionary<string, object?>)line.Raw.Where(cell => sheet.Field.Rows!.Fields.Any(field => field.Name == cell.Key)).ToDictionary()).ToList() ?? [];
        }
    }

    /// <summary>Where in the workbook a problem with a row is; empty for other problems.</summary>
    public string PlaceOf(Problem problem, IReadOnlyDictionary<string, object?> raw)
    {
        foreach (var sheet in _sheets)
        {
            if (problem.Field?.StartsWith(sheet.Field.Name + "[", StringComparison.Ordinal) == true && sheet.Lines.TryGetValue(KeyOf(sheet.Keys, raw), out var lines)
                && int.TryParse(problem.Field[(sheet.Field.Name.Length + 1)..problem.Field.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture, out var at))
                return $"（“{sheet.Field.Label}”表第 {lines[at].Number} 行）";
        }

        return "";
    }

    /// <summary>Rows that belong to no record of the first sheet.</summary>
    public IEnumerable<CellProblem> Lost() => _sheets.SelectMany(sheet => sheet.Lines.Where(group => !sheet.Asked.Contains(group.Key)).SelectMany(group => group.Value)
        .Select(line => new CellProblem(1, "", $"“{sheet.Field.Label}”表第 {line.Number} 行在第一张表中没有对应的一行，未导入。")));

    /// <summary>As it stands in the cells: both sheets were filled in by the same hand.</summary>
    private static string KeyOf(IReadOnlyList<Field> keys, IReadOnlyDictionary<string, object?> raw) =>
        string.Join('\u001f', keys.Select(key => Convert.ToString(raw.GetValueOrDefault(key.Name), CultureInfo.InvariantCulture)?.Trim()));

    private sealed record RowSheet(Field Field, IReadOnlyList<Field> Keys, Dictionary<string, List<(int Number, Dictionary<string, object?> Raw)>> Lines)
    {
        public HashSet<string> Asked { get; } = [];
    }
}
