using System.IO.Compression;
using EcoPark.Platform.Sheets;

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
}
