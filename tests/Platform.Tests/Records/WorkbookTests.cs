using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EcoPark.Platform.Sheets;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace EcoPark.Platform.Tests.Records;

/// <summary>Workbooks as Excel may leave them: days counted from 1904, sheets that nobody sees.</summary>
public sealed class WorkbookTests
{
    /// <summary>2024-05-01 08:00 is day 45413.333… from 1900-01-01 (with Lotus's 1900-02-29), and 1462 less from 1904-01-01.</summary>
    [Theory]
    [InlineData(false, 45413.3333333333)]
    [InlineData(true, 43951.3333333333)]
    public void Days_are_what_the_workbook_means(bool is1904, double serial)
    {
        var table = SheetReader.Read(Workbook(is1904, ("数据", true, serial))).Value!;
        ((DateTime)table.Rows[0].Cells[0]!).ShouldBe(new DateTime(2024, 5, 1, 8, 0, 0), TimeSpan.FromSeconds(1));
        table.Place.Is1904.ShouldBe(is1904);
    }

    /// <summary>A time of day has no date that could be moved.</summary>
    [Fact]
    public void A_time_of_day_stays_one() =>
        TimeOnly.FromDateTime((DateTime)SheetReader.Read(Workbook(true, ("数据", true, 0.375))).Value!.Rows[0].Cells[0]!).ShouldBe(new TimeOnly(9, 0));

    [Fact]
    public void A_hidden_sheet_is_not_read_unless_it_is_named()
    {
        var book = Workbook(false, ("旧数据", false, 1), ("数据", true, 45413), ("说明", true, 2));
        var table = SheetReader.Read(book).Value!;
        (table.Place.Name, string.Join(',', table.Place.Others), string.Join(',', table.Place.Hidden)).ShouldBe(("数据", "说明", "旧数据"));
        ((DateTime)table.Rows[0].Cells[0]!).ShouldBe(new DateTime(2024, 5, 1));
        SheetReader.Read(book, "旧数据").Value!.Place.Name.ShouldBe("旧数据");
        SheetReader.Read(book, "没有").Problem!.Message.ShouldBe("工作簿中没有名为“没有”的表，有：数据、说明。");
    }

    /// <summary>Each sheet has a heading and one day (or number) in a cell of the format yyyy-m-d h:mm.</summary>
    private static byte[] Workbook(bool is1904, params (string Name, bool IsVisible, double Serial)[] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new WorkbookProperties { Date1904 = is1904 }, new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 22, ApplyNumberFormat = true }));
            foreach (var ((name, isVisible, serial), at) in sheets.Select((sheet, at) => (sheet, at)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(
                    new Row(new Cell { CellReference = "A1", DataType = CellValues.InlineString, InlineString = new InlineString(new Text("时间")) }) { RowIndex = 1 },
                    new Row(new Cell { CellReference = "A2", StyleIndex = 1, CellValue = new CellValue(serial) }) { RowIndex = 2 }));
                book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)at + 1, Name = name, State = isVisible ? SheetStateValues.Visible : SheetStateValues.Hidden });
            }
        }

        return stream.ToArray();
    }
}
