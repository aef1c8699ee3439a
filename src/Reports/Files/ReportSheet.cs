using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using EcoPark.Standards;

namespace EcoPark.Reports.Files;

/// <summary>One table of a report as a sheet.</summary>
internal sealed class ReportSheet(PrintedReport made, ReportTable table, WorkbookStyles styles, bool isFirst)
{
    private const double LineHeight = 15;
    private const uint A4 = 9;

    private readonly SheetData _rows = new();
    private readonly MergeCells _merged = new();
    private uint _row;

    /// <summary>Rows of the head, which every printed page repeats.</summary>
    public uint HeadFirst { get; private set; }

    public uint HeadLast { get; private set; }

    private int Last => table.Columns.Count - 1;

    public Worksheet Write()
    {
        Line(made.Report.Title, SheetLook.Title);
        Line(ReportText.Facts(made.Report), SheetLook.Line);
        if (!isFirst)
            Line(table.Title, SheetLook.Title);
        Head();
        var first = (int)_row + 1;
        foreach (var row in table.Rows)
            Add(row.Select((cell, at) => Of(cell, table.Columns[at])));
        foreach (var foot in table.Foot)
            Add([Text(foot.Label, SheetLook.Foot), .. foot.Cells.Select((cell, at) => Foot(cell, at + 1, first, first + table.Rows.Count - 1))]);
        if (table.Note.Length > 0)
            Line(table.Note, SheetLook.Line);
        if (isFirst)
        {
            foreach (var below in ReportText.Below(made.Report))
                Line(below, SheetLook.Line);
            Line(ReportText.Made(made), SheetLook.Line);
        }

        var pane = new Pane { HorizontalSplit = 1, VerticalSplit = HeadLast, TopLeftCell = FormattableString.Invariant($"B{HeadLast + 1}"), ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen };
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(pane) { WorkbookViewId = 0 }),
            new Columns(table.Columns.Select((column, at) => new Column { Min = (uint)at + 1, Max = (uint)at + 1, Width = Width(column, at), CustomWidth = true })),
            _rows,
            _merged,
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = A4, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C第 &P 页 共 &N 页")));
    }

    private void Head()
    {
        HeadFirst = _row + 1;
        var rows = ReportHead.Of(table);
        for (var at = 0; at < rows.Count; at++)
        {
            var cells = Enumerable.Range(0, table.Columns.Count).Select(_ => Text("", SheetLook.Head)).ToArray();
            foreach (var head in rows[at])
            {
                cells[head.Column] = Text(head.Text, SheetLook.Head);
                if (head.Columns > 1 || head.Rows > 1)
                    Merge(_row + 1, head.Column, _row + (uint)head.Rows, head.Column + head.Columns - 1);
            }

            Add(cells, rows.Count == 1 || at == 1 ? 2 * LineHeight : LineHeight);
        }

        HeadLast = _row;
    }

    private Cell Of(ReportCell cell, ReportColumn column) => cell.Kind switch
    {
        CellKind.Figure => Number(Exact(cell.Number!.Value, column.Decimals ?? 0), styles.Of(SheetLook.Figure, WorkbookStyles.Format(column.Decimals ?? 0, cell.Suffix))),
        CellKind.Over => Number(Exact(cell.Number!.Value, column.Decimals ?? 0), styles.Of(SheetLook.Over, WorkbookStyles.Format(column.Decimals ?? 0, cell.Suffix))),
        CellKind.NotValid => Text(cell.Shown(column), SheetLook.NotValid),
        CellKind.Words => Text(cell.Text, SheetLook.Words),
        _ => Text(cell.Shown(column), column.IsNumber ? SheetLook.NotValid : SheetLook.Words),
    };

    private Cell Foot(FootCell? cell, int column, int first, int last)
    {
        if (cell is null)
            return Text("", SheetLook.Foot);
        var (value, isFormula) = cell.Figure(table, column);
        if (value is not { } number)
            return Text("—", SheetLook.Foot);
        var made = Number(number, styles.Of(SheetLook.Foot, WorkbookStyles.Format(cell.PlacesOf(table, column), "")));
        if (isFormula)
            made.CellFormula = new CellFormula(ReportFormula.Of(cell, column, first, last));
        return made;
    }

    /// <summary>The figure itself, so that formulas make of it what the platform made; Excel rounds half up, so what lies just halfway is written as GB/T 8170 rounds it.</summary>
    private static decimal Exact(decimal number, int decimals) =>
        Rounding.ToDecimals(number, decimals) is var rounded && decimal.Round(number, decimals, MidpointRounding.AwayFromZero) == rounded ? number : rounded;

    private void Line(string text, SheetLook look)
    {
        var letters = table.Columns.Select(Width).Sum();
        var lines = text.Split('\n').Sum(line => Math.Max(1, Math.Ceiling(line.Sum(letter => letter < 256 ? 1.1 : 2.2) / letters)));
        Add([Text(text, look)], lines * (look == SheetLook.Title ? 22 : LineHeight));
        if (Last > 0)
            Merge(_row, 0, _row, Last);
    }

    private void Add(IEnumerable<Cell> cells, double? height = null)
    {
        var row = new Row { RowIndex = ++_row };
        if (height is { } points)
            (row.Height, row.CustomHeight) = (points, true);
        var at = 0;
        foreach (var cell in cells)
        {
            cell.CellReference = FormattableString.Invariant($"{ReportFormula.Letters(at++)}{_row}");
            row.Append(cell);
        }

        _rows.Append(row);
    }

    private void Merge(uint firstRow, int firstColumn, uint lastRow, int lastColumn) =>
        _merged.Append(new MergeCell { Reference = FormattableString.Invariant($"{ReportFormula.Letters(firstColumn)}{firstRow}:{ReportFormula.Letters(lastColumn)}{lastRow}") });

    private static double Width(ReportColumn column, int at) => column.IsNumber ? 10 : at == 0 ? 18 : 22;

    private static Cell Number(decimal value, uint style) => new() { StyleIndex = style, CellValue = new CellValue(((double)value).ToString("R", CultureInfo.InvariantCulture)) };

    private Cell Text(string text, SheetLook look) => new()
    {
        StyleIndex = styles.Of(look),
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(new string([.. text.Where(letter => !char.IsControl(letter) || letter == '\n')])) { Space = SpaceProcessingModeValues.Preserve }),
    };
}
