using System.IO.Compression;
using EcoPark.Platform.Sheets;
using MiniExcelLibs;

namespace EcoPark.Platform.Tests;

/// <summary>Choices that a park has made up stand in a formula of the template: they stay text.</summary>
public class SheetListTests
{
    [Theory]
    [InlineData("甲\"乙", "\"甲\"\"乙,丙\"")]
    [InlineData("\"><img src=x>\"&A1", "\"\"\"><img src=x>\"\"&A1,丙\"")]
    [InlineData("甲,乙", null)]
    public async Task A_choice_never_leaves_its_quotes(string choice, string? formula)
    {
        var file = await SheetWriter.Write("表", [new Column("选项", Choices: [choice, "丙"])], [], TestContext.Current.CancellationToken);
        await using var archive = new ZipArchive(new MemoryStream(file));
        await using var sheet = archive.Entries.First(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)).Open();
        var written = System.Xml.Linq.XDocument.Load(sheet).Descendants().FirstOrDefault(one => one.Name.LocalName == "formula1")?.Value;
        written.ShouldBe(formula);
    }

    /// <summary>A sheet of Excel has 1,048,576 rows: what is more stands in a sheet behind it, and nothing is lost.</summary>
    [Fact]
    public async Task What_does_not_fit_a_sheet_goes_on_in_the_next()
    {
        var rows = Enumerable.Range(1, 7).Select(number => (IReadOnlyList<Cell>)[new Cell(number)]).ToAsyncEnumerable();
        var file = await SheetWriter.Write([(new string('长', 31), [new Column("号")], rows), ("空", [new Column("号")], AsyncEnumerable.Empty<IReadOnlyList<Cell>>())], mostRows: 3, TestContext.Current.CancellationToken);
        using var stream = new MemoryStream(file);
        string[] names = [new('长', 31), new string('长', 28) + "（2）", new string('长', 28) + "（3）", "空"];
        stream.GetSheetNames().ShouldBe(names);
        names.Select(name => stream.Query(useHeaderRow: true, sheetName: name).Select(row => (double)row.号).ToList()).ShouldBe([[1, 2, 3], [4, 5, 6], [7], []]);
    }
}
