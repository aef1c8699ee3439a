using EcoPark.Platform.Files;
using MiniExcelLibs;

namespace EcoPark.Platform.Sheets;

/// <summary>A table as it stands in a workbook: headings of the first row, then rows of cells (text, number, bool, DateTime or nothing).</summary>
public sealed record SheetTable(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows, SheetPlace Place);

/// <summary>A row that is not blank.</summary>
/// <param name="Number">As Excel counts.</param>
/// <param name="Cells">One a column; may be fewer.</param>
public sealed record SheetRow(int Number, IReadOnlyList<object?> Cells);

/// <summary>Reads files of rows that somebody has uploaded.</summary>
public static class SheetReader
{
    /// <summary>Rows beyond which a file is refused.</summary>
    public const int MostRows = 200_000;

    /// <summary>Rows of what is read into memory as a whole.</summary>
    public const int MostRowsAtOnce = 20_000;

    private const int MostColumns = 300;

    /// <summary>A sheet of a workbook as a whole.</summary>
    /// <param name="content">As uploaded.</param>
    /// <param name="sheet">Name of the sheet; the first that a person sees without it.</param>
    public static Outcome<SheetTable> Read(byte[] content, string? sheet = null)
    {
        var stream = Open(new SheetFile("book.xlsx", content), sheet);
        if (!stream.IsOk)
            return stream.Problem;
        try
        {
            var rows = stream.Value.Rows.Take(MostRowsAtOnce + 1).ToList();
            return rows.Count > MostRowsAtOnce ? new Problem("sheet", $"一次至多导入 {MostRowsAtOnce} 行，请分批。", "file") : new SheetTable(stream.Value.Headings, rows, stream.Value.Place);
        }
        catch (SheetBrokenException broken)
        {
            return broken.Problem;
        }
    }

    /// <summary>A sheet that is read as it is asked for.</summary>
    /// <param name="file">As uploaded.</param>
    /// <param name="sheet">Name of the sheet; the first that a person sees without it.</param>
    public static Outcome<SheetStream> Open(SheetFile file, string? sheet = null)
    {
        if ((file.IsText ? UploadCheck.Text(file.Content) : UploadCheck.Workbook(file.Content)) is { } problem)
            return problem;
        try
        {
            var facts = file.IsText ? null : Facts(file.Content);
            if (sheet is not null && facts?.Visible.Concat(facts.Hidden).Contains(sheet) == false)
                return new Problem("sheet", $"工作簿中没有名为“{sheet}”的表，有：{string.Join("、", facts.Visible)}。", "file");
            var name = sheet ?? facts?.Visible.FirstOrDefault();
            var rows = Guarded(() => facts is null ? TextTable.Read(file.Content) : Cells(file.Content, name, facts));
            if (rows.FirstOrDefault() is not { } first)
                return new Problem("sheet", "表是空的，请使用下载的模板填写。", "file");
            if (first.Cells.Count > MostColumns)
                return new Problem("sheet", $"表有 {first.Cells.Count} 列，超过 {MostColumns} 列，请使用下载的模板填写。", "file");
            return new SheetStream([.. first.Cells.Select(cell => cell?.ToString()?.Trim() ?? "")], rows.Skip(1).Where(row => row.Cells.Any(cell => cell is not (null or ""))))
            {
                Place = facts is null ? SheetPlace.Text : new SheetPlace(name ?? "", [.. facts.Visible.Where(other => other != name)], facts.Hidden, facts.Is1904),
            };
        }
        catch (SheetBrokenException broken)
        {
            return broken.Problem;
        }
    }

    /// <summary>Names of the sheets of a workbook; none of a text.</summary>
    public static IReadOnlyList<string> Sheets(SheetFile file)
    {
        if (file.IsText)
            return [];
        using var stream = new MemoryStream(file.Content, writable: false);
        return stream.GetSheetNames();
    }

    private static WorkbookFacts Facts(byte[] content)
    {
        try
        {
            return WorkbookFacts.Of(content);
        }
#pragma warning disable CA1031 // As in Advance.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw Broken(exception);
        }
    }

    private static IEnumerable<SheetRow> Cells(byte[] content, string? sheet, WorkbookFacts facts)
    {
        using var stream = new MemoryStream(content, writable: false);
        var number = 0;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
            yield return new SheetRow(++number, [.. row.Values.Select(facts.Meant)]);
    }

    private static IEnumerable<SheetRow> Guarded(Func<IEnumerable<SheetRow>> read)
    {
        using var rows = read().GetEnumerator();
        for (var count = 0; Advance(rows); count++)
        {
            if (count > MostRows)
                throw new SheetBrokenException(new Problem("sheet", $"一次至多导入 {MostRows} 行，请分批。", "file"));
            yield return rows.Current;
        }
    }

    private static bool Advance(IEnumerator<SheetRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
#pragma warning disable CA1031 // The readers have no exception of their own for files that are broken inside.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw Broken(exception);
        }
    }

    private static SheetBrokenException Broken(Exception exception) =>
        new(new Problem("sheet", $"文件无法读取（{exception.GetType().Name}），可能已损坏。请在 Excel 中打开并另存为 xlsx 后再导入。", "file"), exception);
}
