using EcoPark.Platform.Files;
using MiniExcelLibs;

namespace EcoPark.Platform.Sheets;

/// <summary>A table as it stands in a workbook: headings of the first row, then rows of cells (text, number, bool, DateTime or nothing).</summary>
public sealed record SheetTable(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows);

/// <summary>A row that is not blank.</summary>
/// <param name="Number">As Excel counts.</param>
/// <param name="Cells">One a column; may be fewer.</param>
public sealed record SheetRow(int Number, IReadOnlyList<object?> Cells);

/// <summary>Reads the first sheet of a workbook that somebody has uploaded.</summary>
public static class SheetReader
{
    /// <summary>Rows beyond which an import is refused.</summary>
    public const int MostRows = 20_000;

    private const int MostColumns = 300;

    public static Outcome<SheetTable> Read(byte[] content)
    {
        if (UploadCheck.Workbook(content) is { } problem)
            return problem;
        try
        {
            using var file = new MemoryStream(content, writable: false);
            var rows = file.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Take(MostRows + 2).Select(row => ((IDictionary<string, object?>)row).Values.ToList()).ToList();
            if (rows.Count == 0)
                return new Problem("sheet", "工作簿的第一张表是空的，请使用下载的模板填写。", "file");
            if (rows.Count > MostRows + 1)
                return new Problem("sheet", $"一次至多导入 {MostRows} 行，请分批。", "file");
            if (rows[0].Count > MostColumns)
                return new Problem("sheet", $"表有 {rows[0].Count} 列，超过 {MostColumns} 列，请使用下载的模板填写。", "file");
            var headings = rows[0].Select(cell => cell?.ToString()?.Trim() ?? "").ToList();
            return new SheetTable(headings, [.. rows.Select((row, at) => new SheetRow(at + 1, row)).Skip(1).Where(row => row.Cells.Any(cell => cell is not (null or "")))]);
        }
#pragma warning disable CA1031 // The reader has no exception of its own for files that are broken inside.
        catch (Exception exception) when (exception is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new Problem("sheet", $"工作簿无法读取（{exception.GetType().Name}），可能已损坏。请在 Excel 中打开并另存为 xlsx 后再导入。", "file");
        }
    }
}
