using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using EcoPark.Reports.Files;

namespace EcoPark.Reports.Tests;

public sealed class WorkbookTests
{
    [Fact]
    public void A_workbook_is_valid_and_its_sums_are_formulas_over_its_own_cells()
    {
        using var file = new MemoryStream(ReportWorkbook.Write(TestReports.Made(TestReports.Table(), TestReports.Table() with { Title = "其'他" })));
        using var book = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        book.WorkbookPart!.Workbook!.Descendants<Sheet>().Select(sheet => sheet.Name!.Value).ShouldBe(["小时均值", "其'他"]);
        var sheet = ((WorksheetPart)book.WorkbookPart.GetPartById(book.WorkbookPart.Workbook.Descendants<Sheet>().First().Id!)).Worksheet!;
        // Title, facts, two rows of heads; figures in rows 5 to 8; five feet from row 9.
        var cells = sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        Formula("B9").ShouldBe(("AVERAGE(B5:B8)", 25));
        Formula("C9").ShouldBe(("SUMPRODUCT(C5:C8,B5:B8)/SUMPRODUCT(--ISNUMBER(C5:C8),B5:B8)", 3.265625));
        Formula("C10").ShouldBe(("COUNT(C5:C8)", 3));
        Formula("C11").ShouldBe(("MAX(C5:C8)", 4));
        Formula("D12").ShouldBe(("MIN(D5:D8)", 1));
        Formula("D13").ShouldBe(("SUM(D5:D8)/1000", 0.01));
        // What is not valid is a text, which no function takes for a number; what lies halfway is written as the standard rounds it, for Excel would show 1.13.
        (cells["C6"].DataType!.InnerText, cells["C6"].InnerText).ShouldBe(("inlineStr", "(9.00)"));
        (cells["C5"].DataType, cells["C5"].CellValue!.InnerText).ShouldBe((null, "1.12"));
        // A text that begins like a formula is none.
        (cells["E8"].CellFormula, cells["E8"].InnerText).ShouldBe((null, "=1+1"));
        var pane = sheet.Descendants<Pane>().Single();
        (pane.VerticalSplit!.Value, pane.HorizontalSplit!.Value, pane.State!.InnerText).ShouldBe((4, 1, "frozen"));
        book.WorkbookPart.Workbook.Descendants<DefinedName>().Select(name => (name.Name!.Value, name.Text)).ShouldBe([("_xlnm.Print_Titles", "'小时均值'!$3:$4"), ("_xlnm.Print_Titles", "'其''他'!$4:$5")]);
        var formats = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>().Select(format => format.FormatCode!.Value).ToList();
        formats.ShouldContain("0.00\"▲\"");
        formats.ShouldContain("0.000\"代\"");

        (string, double) Formula(string at) => (cells[at].CellFormula!.Text, double.Parse(cells[at].CellValue!.InnerText, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_word_document_is_valid_and_repeats_its_heads()
    {
        using var file = new MemoryStream(ReportWord.Write(TestReports.Made(TestReports.Table(), TestReports.Table())));
        using var word = WordprocessingDocument.Open(file, false);
        new OpenXmlValidator().Validate(word).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var body = word.MainDocumentPart!.Document!.Body!;
        body.Descendants<DocumentFormat.OpenXml.Wordprocessing.TableHeader>().Count().ShouldBe(4);
        body.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>().First().Elements<DocumentFormat.OpenXml.Wordprocessing.TableRow>().Count().ShouldBe(2 + 4 + 5);
        body.InnerText.ShouldContain("负责人：____");
        body.InnerText.ShouldContain("4.00▲");
    }

    [Fact]
    public void A_text_has_the_figures_as_printed_and_nothing_that_a_spreadsheet_takes_for_a_formula()
    {
        var text = System.Text.Encoding.UTF8.GetString(ReportCsv.Write(TestReports.Made(TestReports.Table())));
        text[0].ShouldBe('\uFEFF');
        text.ShouldContain("时间,流量（m³）,化学需氧量浓度（mg/L）,化学需氧量排放量（kg）,备注\r\n00:00,10,1.12,1.000,\r\n01:00,20,(9.00),2.000代,C\r\n");
        text.ShouldContain(",'=1+1\r\n");
        text.ShouldContain("平均值,25,3.27,2.500,\r\n");
    }
}
