using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using EcoPark.Reports.Files;
using EcoPark.Reports.Forms;
using MiniExcelLibs;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace EcoPark.Reports.Tests;

/// <summary>自带表样: forms that a park brings, filled from the report of <see cref="TestReports"/>.</summary>
public sealed class FormTests
{
    private static readonly MadeReport Made = new(
        TestReports.Type, new ReportRequest(new ReportSubject("7", "1#排口", "甲公司"), ReportPeriod.Of(ReportSpan.Day, new DateOnly(2026, 11, 27))),
        new Report("测试日报表") { Facts = [new("排污单位", "甲公司")], Tables = [TestReports.Table(), new ReportTable("空表", [new("甲")], [])], Gaps = ["缺 1 小时"] }, TestReports.MadeAt);

    /// <summary>
    /// Row 3 stands for four hours: rows 3 to 6. The sum over it takes in all of them, the share of each row speaks of its own row and of the sum, which has gone from row 5 to row 8; merged cells go along.
    /// </summary>
    [Fact]
    public void A_row_of_a_workbook_is_repeated_and_formulas_and_merged_cells_go_along()
    {
        var form = Workbook(
            [("A1", "{{排污单位}} {{ 时段 }}日报"), ("A3", "{{小时均值.序号}}"), ("B3", "{{小时均值.化学需氧量浓度}}"), ("C3", "{{小时均值.化学需氧量排放量}}"), ("E3", "{{小时均值.备注}}"), ("A5", "合计"), ("A6", "平均 {{小时均值.化学需氧量浓度.平均值}} mg/L"), ("A7", "{{如有 数据情况}}注：{{数据情况}}"), ("A8", "{{如无 数据情况}}数据完整"), ("A9", "{{如有 空表}}有"), ("A10", "末行")],
            [("D3", "C3/C$5"), ("C5", "SUM(C3:C3)"), ("D5", "IF(C5>0,\"A3\",Other!C9)")], "A1:E1", "A5:B5", "E3:F3");
        using var file = new MemoryStream(WorkbookForm.Fill(form, new FormNames(Made)));
        using var book = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(book).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var cells = sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        cells["A1"].InnerText.ShouldBe("甲公司 2026 年 11 月 27 日日报");
        new[] { "A3", "A4", "A5", "A6" }.Select(at => cells[at].CellValue!.Text).ShouldBe(["1", "2", "3", "4"]);
        // Rounded by the standard; what is not valid is a text; what is over its limit is a number that shows its mark.
        (cells["B3"].CellValue!.Text, cells["B3"].DataType).ShouldBe(("1.12", null));
        (cells["B4"].InnerText, cells["B4"].DataType!.InnerText).ShouldBe(("(9.00)", "inlineStr"));
        cells["B6"].CellValue!.Text.ShouldBe("4");
        FormatOf(cells["B6"]).ShouldBe("0.00\"▲\"");
        FormatOf(cells["C4"]).ShouldBe("0.000\"代\"");
        cells["E6"].InnerText.ShouldBe("=1+1");
        cells["E6"].CellFormula.ShouldBeNull();
        new[] { "D3", "D4", "D6", "C8", "D8" }.Select(at => cells[at].CellFormula!.Text).ShouldBe(["C3/C$8", "C4/C$8", "C6/C$8", "SUM(C3:C6)", "IF(C8>0,\"A3\",Other!C9)"]);
        cells["A9"].InnerText.ShouldBe("平均 3.27 mg/L");
        // Lines whose condition does not hold are gone, and the last has moved up by two and down by three.
        cells["A10"].InnerText.ShouldBe("注：缺 1 小时");
        TextOf(book, cells["A11"]).ShouldBe("末行");
        cells.ShouldNotContainKey("A12");
        sheet.Descendants<MergeCell>().Select(merged => merged.Reference!.Value).ShouldBe(["A1:E1", "A8:B8", "E3:F3", "E4:F4", "E5:F5", "E6:F6"], ignoreOrder: true);

        string FormatOf(Cell cell)
        {
            var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
            var id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
            return styles.NumberingFormats!.Elements<NumberingFormat>().Single(format => format.NumberFormatId! == id).FormatCode!.Value!;
        }
    }

    [Fact]
    public void A_table_without_rows_leaves_no_row()
    {
        using var file = new MemoryStream(WorkbookForm.Fill(Workbook([("A1", "头"), ("A2", "{{空表.甲}}"), ("A3", "尾")], [("B3", "A3")]), new FormNames(Made)));
        using var book = SpreadsheetDocument.Open(file, false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
        (TextOf(book, cells["A2"]), cells["B2"].CellFormula!.Text, cells.Count).ShouldBe(("尾", "A2", 3));
    }

    /// <summary>Texts stand in workbooks in three ways; which of them is the program's affair that wrote it.</summary>
    [Fact]
    public void A_workbook_of_another_program_is_read_as_well()
    {
        using var plain = new MemoryStream();
        plain.SaveAs(new[] { new Dictionary<string, object> { ["时间"] = "{{小时均值.时间}}", ["流量"] = "{{小时均值.流量}}", ["错"] = "{{没有}}" } });
        WorkbookForm.Texts(plain.ToArray()).Select(one => one.Place).ShouldBe(["Sheet1!A2", "Sheet1!B2", "Sheet1!C2"]);
        using var filled = new MemoryStream(WorkbookForm.Fill(plain.ToArray(), new FormNames(Made)));
        filled.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(row => (row["时间"], row["流量"])).ShouldBe([("00:00", 10.0), ("01:00", 20.0), ("02:00", 30.0), ("03:00", 40.0)]);
    }

    [Fact]
    public void A_file_that_is_not_what_it_is_called_is_no_form()
    {
        Should.Throw<OpenXmlPackageException>(() => WordForm.Texts(Workbook([("A1", "{{时段}}")], [])));
        using var hollow = new MemoryStream();
        WordprocessingDocument.Create(hollow, WordprocessingDocumentType.Document).Dispose();
        Should.Throw<FileFormatException>(() => WordForm.Texts(hollow.ToArray()));
    }

    /// <summary>Word cuts what somebody types into runs: the name is found all the same, and looks as it begins.</summary>
    [Fact]
    public void A_document_is_filled_across_runs_in_heads_and_in_rows()
    {
        using var made = new MemoryStream();
        using (var word = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            var head = main.AddNewPart<HeaderPart>();
            head.Header = new Word.Header(Paragraph("{{排污单位}}"));
            main.Document = new Word.Document(new Word.Body(
                new Word.Paragraph(new Word.Run(new Word.RunProperties(new Word.Bold()), new Word.Text("时段：{{时")), new Word.Run(new Word.Text("段}}，共 ")), new Word.Run(new Word.Text("{{小时均值.化学需氧量排放量.总量}} t"))),
                Paragraph("{{如有 数据情况}}有缺：{{数据情况}}"), Paragraph("{{如无 数据情况}}数据完整"),
                new Word.Table(new Word.TableProperties(), new Word.TableGrid(new Word.GridColumn(), new Word.GridColumn()), Row("时间", "浓度"), Row("{{小时均值.时间}}", "{{小时均值.化学需氧量浓度}}")),
                new Word.SectionProperties(new Word.HeaderReference { Type = Word.HeaderFooterValues.Default, Id = main.GetIdOfPart(head) })));
        }

        WordForm.Texts(made.ToArray()).Select(one => one.Place).ShouldBe(["第 1 段", "第 2 段", "第 3 段", "第 6 段", "第 7 段", "第 8 段"]);
        using var file = new MemoryStream(WordForm.Fill(made.ToArray(), new FormNames(Made)));
        using var filled = WordprocessingDocument.Open(file, false);
        new OpenXmlValidator().Validate(filled).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var body = filled.MainDocumentPart!.Document!.Body!;
        body.Elements<Word.Paragraph>().Select(paragraph => paragraph.InnerText).ShouldBe(["时段：2026 年 11 月 27 日，共 0.0100 t", "有缺：缺 1 小时"]);
        body.Descendants<Word.Run>().First().InnerText.ShouldBe("时段：2026 年 11 月 27 日");
        body.Descendants<Word.TableRow>().Select(row => row.InnerText).ShouldBe(["时间浓度", "00:001.12", "01:00(9.00)", "02:003.00", "03:004.00▲"]);
        filled.MainDocumentPart.HeaderParts.Single().Header!.InnerText.ShouldBe("甲公司");

        static Word.Paragraph Paragraph(string text) => new(new Word.Run(new Word.Text(text)));
        static Word.TableRow Row(params string[] texts) => new(texts.Select(text => new Word.TableCell(Paragraph(text))));
    }

    [Fact]
    public void Names_are_those_of_the_report_in_its_order()
    {
        var names = new FormNames(Made).All;
        names.Take(7).Select(name => name.Name).ShouldBe(["标题", "对象", "时段", "出具时间", "数据情况", "依据", "排污单位"]);
        names.ShouldContain(new FormName("小时均值.化学需氧量浓度", "1.12", true));
        names.ShouldContain(new FormName("小时均值.化学需氧量排放量.总量", "0.0100", false));
        Placeholder.In("{{ 小时均值 . 流量 }}{{如有 空表}}x{{}}{{a{{b}}").Select(one => (one.Name, one.Wanted)).ShouldBe([("小时均值.流量", null), ("空表", true), ("b", null)]);
    }

    private static string TextOf(SpreadsheetDocument book, Cell cell) => book.WorkbookPart!.SharedStringTablePart!.SharedStringTable!.ElementAt(int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)).InnerText;

    private static byte[] Workbook((string At, string Text)[] texts, (string At, string Formula)[] formulas, params string[] merged)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var part = book.AddWorkbookPart();
            var sheet = part.AddNewPart<WorksheetPart>();
            var strings = part.AddNewPart<SharedStringTablePart>();
            strings.SharedStringTable = new SharedStringTable(texts.Select(one => new SharedStringItem(new Text(one.Text))));
            var cells = texts.Select((one, at) => new Cell { CellReference = one.At, DataType = CellValues.SharedString, CellValue = new CellValue(at) })
                .Concat(formulas.Select(one => new Cell { CellReference = one.At, CellFormula = new CellFormula(one.Formula), CellValue = new CellValue(0) }));
            sheet.Worksheet = new Worksheet(new SheetData(cells.GroupBy(cell => uint.Parse(cell.CellReference!.Value![1..], System.Globalization.CultureInfo.InvariantCulture)).OrderBy(row => row.Key)
                .Select(row => new Row(row.OrderBy(cell => cell.CellReference!.Value, StringComparer.Ordinal)) { RowIndex = row.Key })));
            if (merged.Length > 0)
                sheet.Worksheet.Append(new MergeCells(merged.Select(range => new MergeCell { Reference = range })) { Count = (uint)merged.Length });
            part.AddNewPart<WorkbookStylesPart>().Stylesheet = new WorkbookStyles().Sheet();
            part.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = part.GetIdOfPart(sheet), SheetId = 1, Name = "日报" }));
        }

        return file.ToArray();
    }
}
