using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using EcoPark.Reports.Files;

namespace EcoPark.Reports.Forms;

/// <summary>Looks of the form's cells with the places and letters of the figures that come into them.</summary>
internal sealed class FormStyles(WorkbookPart book)
{
    private const uint FirstOwnFormat = 164;
    private readonly Dictionary<(uint Style, string Format), uint> _made = [];

    /// <summary>Number of a style that looks like another, with a number's format.</summary>
    public uint Number(uint style, int decimals, string suffix)
    {
        var format = WorkbookStyles.Format(decimals, suffix);
        if (_made.TryGetValue((style, format), out var known))
            return known;
        var sheet = Sheet();
        var formats = sheet.CellFormats!;
        var like = formats.Elements<CellFormat>().ElementAtOrDefault((int)style) ?? new CellFormat();
        var made = (CellFormat)like.CloneNode(true);
        (made.NumberFormatId, made.ApplyNumberFormat) = (FormatId(sheet, format), true);
        formats.Append(made);
        formats.Count = (uint)formats.ChildElements.Count;
        return _made[(style, format)] = (uint)formats.ChildElements.Count - 1;
    }

    private static uint FormatId(Stylesheet sheet, string format)
    {
        sheet.NumberingFormats ??= new NumberingFormats();
        if (sheet.NumberingFormats.Elements<NumberingFormat>().FirstOrDefault(one => one.FormatCode?.Value == format) is { } known)
            return known.NumberFormatId!.Value;
        var id = Math.Max(FirstOwnFormat, sheet.NumberingFormats.Elements<NumberingFormat>().Select(one => one.NumberFormatId!.Value + 1).DefaultIfEmpty(0u).Max());
        sheet.NumberingFormats.Append(new NumberingFormat { NumberFormatId = id, FormatCode = format });
        sheet.NumberingFormats.Count = (uint)sheet.NumberingFormats.ChildElements.Count;
        return id;
    }

    private Stylesheet Sheet()
    {
        var part = book.WorkbookStylesPart;
        if (part is null)
        {
            part = book.AddNewPart<WorkbookStylesPart>();
            part.Stylesheet = new WorkbookStyles().Sheet();
        }

        return part.Stylesheet!;
    }
}
