using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EcoPark.Reports.Forms;

/// <summary>One sheet of a form: rows that name columns of a table are repeated with their looks, the rest moves down, formulas and merged cells with it.</summary>
internal sealed class SheetForm(Worksheet sheet, IReadOnlyList<string> shared, FormStyles styles)
{
    /// <summary>Texts with placeholders and where they stand: B3.</summary>
    public IEnumerable<(string Place, string Text)> Texts() => sheet.Descendants<Cell>().Select(cell => (cell.CellReference?.Value ?? "", TextOf(cell))).Where(one => one.Item2.Contains("{{", StringComparison.Ordinal));

    public void Fill(FormNames names)
    {
        var data = sheet.GetFirstChild<SheetData>();
        if (data is null)
            return;
        // Rows need not say their number: they follow one another.
        var number = 0u;
        foreach (var row in data.Elements<Row>())
            row.RowIndex = number = row.RowIndex?.Value ?? number + 1;
        // From the bottom, so that what was filled is not looked at again.
        foreach (var row in data.Elements<Row>().Reverse().ToList())
        {
            var text = string.Join('\n', row.Elements<Cell>().Select(TextOf).Where(one => one.Contains("{{", StringComparison.Ordinal)));
            if (text.Length == 0)
                continue;
            if (!Placeholder.IsKept(text, names))
                Repeat(data, row, names, 0);
            else
                Repeat(data, row, names, Placeholder.TableOf(text, names)?.Rows.Count ?? 1);
        }
    }

    private void Repeat(SheetData data, Row row, FormNames names, int count)
    {
        var number = (int)row.RowIndex!.Value;
        var shift = new RowShift(number, count - 1);
        var copies = Enumerable.Range(0, count).Select(_ => (Row)row.CloneNode(true)).ToList();
        if (shift.Added != 0)
        {
            foreach (var below in data.Elements<Row>().Where(one => one.RowIndex! > (uint)number))
                Move(below, shift.Added);
            foreach (var formula in data.Descendants<CellFormula>().Where(formula => formula.Text.Length > 0))
                formula.Text = shift.Apply(formula.Text);
            MoveMerged(shift, count);
        }

        for (var at = 0; at < count; at++)
        {
            Move(copies[at], at);
            foreach (var cell in copies[at].Elements<Cell>())
            {
                if (cell.CellFormula is { } formula)
                    formula.Text = shift.ApplyWithin(formula.Text, at);
                Fill(cell, names, at);
            }

            row.InsertBeforeSelf(copies[at]);
        }

        row.Remove();
    }

    private void Fill(Cell cell, FormNames names, int row)
    {
        var text = TextOf(cell);
        var found = Placeholder.In(text);
        if (found.Count == 0)
            return;
        if (found is [{ Wanted: null } only] && only.Length == text.Trim().Length && names.Value(only.Name, row) is { Number: { } number } value)
        {
            (cell.DataType, cell.InlineString) = (null, null);
            cell.CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture));
            cell.StyleIndex = styles.Number(cell.StyleIndex?.Value ?? 0, value.Decimals, value.Suffix);
            return;
        }

        cell.CellValue = null;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(Placeholder.Fill(text, names, row)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static void Move(Row row, int added)
    {
        row.RowIndex = (uint)(row.RowIndex! + added);
        foreach (var cell in row.Elements<Cell>().Where(cell => cell.CellReference is not null))
            cell.CellReference = string.Concat(cell.CellReference!.Value!.TakeWhile(char.IsLetter)) + row.RowIndex.Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Merged cells below go along; those within the repeated row are merged in every copy.</summary>
    private void MoveMerged(RowShift shift, int count)
    {
        foreach (var merged in sheet.Descendants<MergeCell>().ToList())
        {
            var range = merged.Reference!.Value!;
            var rows = range.Split(':').Select(one => int.Parse(string.Concat(one.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).ToList();
            if (rows[0] != shift.Row || rows[^1] != shift.Row)
            {
                merged.Reference = shift.Apply(range);
                continue;
            }

            for (var at = 0; at < count; at++)
                merged.InsertBeforeSelf(new MergeCell { Reference = shift.ApplyWithin(range, at) });
            merged.Remove();
        }

        foreach (var list in sheet.Descendants<MergeCells>().ToList())
        {
            if (!list.HasChildren)
                list.Remove();
            else
                list.Count = (uint)list.ChildElements.Count;
        }
    }

    private string TextOf(Cell cell)
    {
        if (cell.DataType?.Value == CellValues.SharedString)
            return int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count ? shared[at] : "";
        if (cell.DataType?.Value == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? "";
        // Some programs write a text as if a formula had given it.
        return cell.DataType?.Value == CellValues.String && cell.CellFormula is null ? cell.CellValue?.Text ?? "" : "";
    }
}
