using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace EcoPark.Reports.Forms;

/// <summary>A Word form: names in text, heads and feet; rows of tables that name columns are repeated; lines with a condition stay or go.</summary>
internal static class WordForm
{
    /// <summary>Texts with placeholders and where they stand: 第 3 段.</summary>
    public static IReadOnlyList<(string Place, string Text)> Texts(byte[] form)
    {
        using var file = new MemoryStream(form, writable: false);
        using var word = WordprocessingDocument.Open(file, false);
        return [.. Roots(word).SelectMany(root => root.Descendants<Paragraph>()).Select((paragraph, at) => ($"第 {at + 1} 段", TextOf(paragraph))).Where(one => one.Item2.Contains("{{", StringComparison.Ordinal))];
    }

    public static byte[] Fill(byte[] form, FormNames names)
    {
        using var file = new MemoryStream();
        file.Write(form);
        using (var word = WordprocessingDocument.Open(file, true))
        {
            foreach (var root in Roots(word))
            {
                foreach (var row in root.Descendants<TableRow>().Reverse().ToList())
                    Repeat(row, names);
                foreach (var paragraph in root.Descendants<Paragraph>().ToList())
                    Fill(paragraph, names, 0);
            }
        }

        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Roots(WordprocessingDocument word)
    {
        var main = word.MainDocumentPart ?? throw new FileFormatException("No document within.");
        return new OpenXmlElement?[] { main.Document }.Concat(main.HeaderParts.Select(part => part.Header)).Concat(main.FooterParts.Select(part => part.Footer)).OfType<OpenXmlElement>();
    }

    private static void Repeat(TableRow row, FormNames names)
    {
        // A row that holds a table within is no line of its own.
        if (row.Descendants<TableRow>().Any() || Placeholder.TableOf(TextOf(row), names) is not { } table)
            return;
        for (var at = 0; at < table.Rows.Count; at++)
        {
            var copy = (TableRow)row.CloneNode(true);
            foreach (var paragraph in copy.Descendants<Paragraph>().ToList())
                Fill(paragraph, names, at);
            row.InsertBeforeSelf(copy);
        }

        // Word wants a row in every table.
        if (table.Rows.Count > 0 || row.Parent!.Elements<TableRow>().Skip(1).Any())
            row.Remove();
    }

    private static void Fill(Paragraph paragraph, FormNames names, int row)
    {
        var text = TextOf(paragraph);
        if (!text.Contains("{{", StringComparison.Ordinal))
            return;
        if (!Placeholder.IsKept(text, names))
        {
            // The only paragraph of a cell has to stay.
            if (paragraph.Parent!.Elements<Paragraph>().Skip(1).Any())
                paragraph.Remove();
            else
                paragraph.RemoveAllChildren<Run>();
            return;
        }

        // Word cuts a placeholder into runs as it likes: what stands for it takes the looks of the run in which it begins.
        foreach (var one in Placeholder.In(text).Reverse())
        {
            var (at, isFirst) = (0, true);
            foreach (var part in paragraph.Descendants<Text>().ToList())
            {
                var (begin, length) = (at, part.Text.Length);
                at += length;
                var (from, to) = (Math.Max(one.At - begin, 0), Math.Min(one.At + one.Length - begin, length));
                if (from >= to)
                    continue;
                part.Text = part.Text[..from] + (isFirst && one.Wanted is null ? names.Value(one.Name, row).Text : "") + part.Text[to..];
                part.Space = SpaceProcessingModeValues.Preserve;
                isFirst = false;
            }
        }
    }

    private static string TextOf(OpenXmlElement element) => string.Concat(element.Descendants<Text>().Select(text => text.Text));
}
