using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EcoPark.Platform.Sheets;

/// <summary>How a cell looks.</summary>
public enum CellLook
{
    Plain = 0,
    Heading = 1,

    /// <summary>A heading of a column that must be filled in.</summary>
    Required = 2,

    /// <summary>What was wrong in an import.</summary>
    Bad = 3,

    Day = 4,
    Time = 5,
}

/// <summary>A cell of a workbook.</summary>
/// <param name="Value">Text, number, bool, DateOnly or DateTime (the park's wall clock).</param>
/// <param name="Look">How it looks.</param>
public readonly record struct Cell(object? Value, CellLook Look = CellLook.Plain);

/// <summary>A column of a workbook.</summary>
/// <param name="Heading">In the first row.</param>
/// <param name="IsRequired">Marked so.</param>
/// <param name="Width">In characters.</param>
/// <param name="Choices">Offered as a list in each cell; empty for any text.</param>
public sealed record Column(string Heading, bool IsRequired = false, double Width = 16, IReadOnlyList<string>? Choices = null);

/// <summary>A sheet of a workbook of several.</summary>
public sealed record SheetContent(string Name, IReadOnlyList<Column> Columns, IEnumerable<IReadOnlyList<Cell>> Rows);

/// <summary>The one way to make an Excel workbook. Rows are written as they come; texts are inline strings, which Excel never takes for formulas.</summary>
public static class SheetWriter
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows that fit a sheet beside its heading; what is more goes on in a sheet behind it, of the same name with a number.</summary>
    public const int MostRows = 1_048_575;

    private const int ChoiceRows = 5_000;
    private const int LongestCell = 32_767;

    /// <summary>One sheet.</summary>
    public static Task<byte[]> Write(string sheet, IReadOnlyList<Column> columns, IAsyncEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancellationToken) =>
        Write([(sheet, columns, rows)], MostRows, cancellationToken);

    /// <summary>Several sheets; their names must differ in the first 31 letters.</summary>
    public static Task<byte[]> WriteBook(IReadOnlyList<SheetContent> sheets, CancellationToken cancellationToken) =>
        Write([.. sheets.Select(sheet => (sheet.Name, sheet.Columns, sheet.Rows.ToAsyncEnumerable()))], MostRows, cancellationToken);

    /// <summary>Several sheets of rows that are read as they are written.</summary>
    public static Task<byte[]> WriteBook(IReadOnlyList<(string Name, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<Cell>> Rows)> sheets, CancellationToken cancellationToken) =>
        Write(sheets, MostRows, cancellationToken);

    /// <summary>One sheet of rows that are there already.</summary>
    public static Task<byte[]> Write(string sheet, IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<Cell>> rows, CancellationToken cancellationToken) =>
        Write(sheet, columns, rows.ToAsyncEnumerable(), cancellationToken);

    /// <summary>One sheet of rows that name their columns; the first row gives the headings.</summary>
    public static Task<byte[]> Write(string sheet, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows, CancellationToken cancellationToken) =>
        Write(sheet, [.. rows.FirstOrDefault()?.Keys.Select(heading => new Column(heading)) ?? []], rows.Select(row => (IReadOnlyList<Cell>)[.. row.Values.Select(value => new Cell(value))]), cancellationToken);

    internal static async Task<byte[]> Write(IReadOnlyList<(string Name, IReadOnlyList<Column> Columns, IAsyncEnumerable<IReadOnlyList<Cell>> Rows)> sheets, int mostRows, CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = workbook.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var list = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            foreach (var (name, columns, rows) in sheets)
            {
                await using var row = rows.GetAsyncEnumerator(cancellationToken);
                var hasMore = await row.MoveNextAsync().ConfigureAwait(false);
                for (var turn = 1; turn == 1 || hasMore; turn++)
                {
                    var part = book.AddNewPart<WorksheetPart>();
                    hasMore = await WriteSheet(part, columns, row, hasMore, mostRows).ConfigureAwait(false);
                    list.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)list.ChildElements.Count + 1, Name = SheetName(name, turn) });
                }
            }

            book.Workbook = new Workbook(list);
        }

        return file.ToArray();
    }

    /// <returns>Whether there are rows that did not fit.</returns>
    private static async Task<bool> WriteSheet(WorksheetPart part, IReadOnlyList<Column> columns, IAsyncEnumerator<IReadOnlyList<Cell>> row, bool hasMore, int mostRows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        writer.WriteElement(new Columns(columns.Select((column, at) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = column.Width, CustomWidth = true })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, [.. columns.Select(column => new Cell(column.Heading, column.IsRequired ? CellLook.Required : CellLook.Heading))]);
        for (var count = 0; hasMore && count < mostRows; count++)
        {
            WriteRow(writer, row.Current);
            hasMore = await row.MoveNextAsync().ConfigureAwait(false);
        }

        writer.WriteEndElement();
        if (Validations(columns) is { } validations)
            writer.WriteElement(validations);
        writer.WriteEndElement();
        return hasMore;
    }

    private static void WriteRow(OpenXmlWriter writer, IReadOnlyList<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells)
            writer.WriteElement(Of(cell));
        writer.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Of(Cell cell) => cell.Value switch
    {
        null => new() { StyleIndex = (uint)cell.Look },
        bool yes => Text(yes ? "是" : "否", cell.Look),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), cell.Look == CellLook.Plain ? CellLook.Day : cell.Look),
        TimeOnly time => Text(time.ToString("HH:mm", CultureInfo.InvariantCulture), cell.Look),
        DateTime time => Number(time.ToOADate(), cell.Look == CellLook.Plain ? CellLook.Time : cell.Look),
        double or float or decimal or int or long => Number(Convert.ToDouble(cell.Value, CultureInfo.InvariantCulture), cell.Look),
        _ => Text(Convert.ToString(cell.Value, CultureInfo.InvariantCulture) ?? "", cell.Look),
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Number(double value, CellLook look) =>
        new() { StyleIndex = (uint)look, CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)) };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Text(string text, CellLook look)
    {
        // What XML cannot hold, and what is longer than a cell, would spoil the whole file.
        var clean = new string([.. text.Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')]);
        return new()
        {
            StyleIndex = (uint)look,
            DataType = CellValues.InlineString,
            InlineString = new InlineString(new Text(clean.Length > LongestCell ? clean[..LongestCell] : clean) { Space = SpaceProcessingModeValues.Preserve }),
        };
    }

    /// <summary>Lists of choices; Excel takes them inline up to 255 characters.</summary>
    private static DataValidations? Validations(IReadOnlyList<Column> columns)
    {
        var lists = columns.Select((column, at) => (column.Choices, at)).Where(one => one.Choices is { Count: > 0 } && string.Join(',', one.Choices).Length <= 255 && !one.Choices.Any(choice => choice.Contains(',')))
            .Select(one => new DataValidation(new Formula1($"\"{string.Join(',', one.Choices!).Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            {
                Type = DataValidationValues.List,
                AllowBlank = true,
                ShowErrorMessage = true,
                Error = "请从列表中选择",
                SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{Letters(one.at)}2:{Letters(one.at)}{ChoiceRows}" },
            }).ToList();
        return lists.Count == 0 ? null : new DataValidations(lists) { Count = (uint)lists.Count };
    }

    /// <summary>A, B … Z, AA …</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    /// <summary>A name that a sheet may have.</summary>
    public static string SheetName(string name, int turn = 1)
    {
        var clean = new string([.. name.Where(letter => !"[]:*?/\\".Contains(letter, StringComparison.Ordinal))]);
        var end = turn == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"（{turn}）");
        return (clean.Length > 31 - end.Length ? clean[..(31 - end.Length)] : clean) + end;
    }

    /// <summary>In the order of <see cref="CellLook"/>.</summary>
    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "yyyy-mm-dd hh:mm:ss" }),
        new Fonts(new Font(new FontSize { Val = 10 }, new FontName { Val = "微软雅黑" }), new Font(new Bold(), new FontSize { Val = 10 }, new FontName { Val = "微软雅黑" })),
        new Fills(Filled(null), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Filled("FFE3EEEA"), Filled("FFFFE8B3"), Filled("FFFFC7C2")),
        new Borders(new Border()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, FillId = 2, ApplyFill = true, ApplyFont = true },
            new CellFormat { FontId = 1, FillId = 3, ApplyFill = true, ApplyFont = true },
            new CellFormat { FillId = 4, ApplyFill = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { NumberFormatId = 165, ApplyNumberFormat = true }));

    private static Fill Filled(string? colour) => colour is null ? new Fill(new PatternFill { PatternType = PatternValues.None })
        : new Fill(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });
}
