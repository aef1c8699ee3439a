using EcoPark.Platform.Files;
using MiniExcelLibs;

namespace EcoPark.Platform.Sheets;

/// <summary>A table as it stands in a workbook: headings of the first row, then rows of cells (text, number, bool, DateTime or nothing).</summary>
public sealed record SheetTable(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows);

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

    /// <summary>The first sheet of a workbook as a whole.</summary>
    public static Outcome<SheetTable> Read(byte[] content)
    {
        var stream = Open(new SheetFile("book.xlsx", content));
        if (!stream.IsOk)
            return stream.Problem;
        try
        {
            var rows = stream.Value.Rows.Take(MostRowsAtOnce + 1).ToList();
            return rows.Count > MostRowsAtOnce ? new Problem("sheet", $"一次至多导入 {MostRowsAtOnce} 行，请分批。", "file") : new SheetTable(stream.Value.Headings, rows);
        }
        catch (SheetBrokenException broken)
        {
            return broken.Problem;
        }
    }

    /// <summary>A sheet that is read as it is asked for.</summary>
    /// <param name="file">As uploaded.</param>
    /// <param name="sheet">Name of the sheet; the first one without it.</param>
    public static Outcome<SheetStream> Open(SheetFile file, string? sheet = null)
    {
        if ((file.IsText ? UploadCheck.Text(file.Content) : UploadCheck.Workbook(file.Content)) is { } problem)
            return problem;
        try
        {
            var rows = Guarded(() => file.IsText ? TextTable.Read(file.Content) : Cells(file.Content, sheet));
            if (rows.FirstOrDefault() is not { } first)
                return new Problem("sheet", "文件的第一张表是空的，请使用下载的模板填写。", "file");
            if (first.Cells.Count > MostColumns)
                return new Problem("sheet", $"表有 {first.Cells.Count} 列，超过 {MostColumns} 列，请使用下载的模板填写。", "file");
            return new SheetStream([.. first.Cells.Select(cell => cell?.ToString()?.Trim() ?? "")], rows.Skip(1).Where(row => row.Cells.Any(cell => cell is not (null or ""))));
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

    private static IEnumerable<SheetRow> Cells(byte[] content, string? sheet)
    {
        using var stream = new MemoryStream(content, writable: false);
        var number = 0;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false, sheetName: sheet, excelType: ExcelType.XLSX))
            yield return new SheetRow(++number, [.. row.Values]);
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
            throw new SheetBrokenException(new Problem("sheet", $"文件无法读取（{exception.GetType().Name}），可能已损坏。请在 Excel 中打开并另存为 xlsx 后再导入。", "file"), exception);
        }
    }
}
