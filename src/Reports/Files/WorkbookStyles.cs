using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace EcoPark.Reports.Files;

/// <summary>How a cell of the workbook looks.</summary>
internal enum SheetLook
{
    Title,
    Line,
    Head,
    Words,
    Figure,
    Over,
    NotValid,
    Foot,
}

/// <summary>Styles of a workbook, each made when it is first asked for.</summary>
internal sealed class WorkbookStyles
{
    private const uint FirstOwnFormat = 164;
    private readonly Dictionary<(SheetLook Look, string Format), uint> _styles = [];
    private readonly List<string> _formats = [];

    /// <summary>Number of the style.</summary>
    /// <param name="format">Of numbers; empty for texts.</param>
    public uint Of(SheetLook look, string format = "")
    {
        if (_styles.TryGetValue((look, format), out var known))
            return known;
        if (format.Length > 0 && !_formats.Contains(format))
            _formats.Add(format);
        return _styles[(look, format)] = (uint)_styles.Count + 1;
    }

    /// <summary>Number with places, and letters behind it that stay outside the number.</summary>
    public static string Format(int decimals, string suffix) => (decimals > 0 ? "0." + new string('0', decimals) : "0") + (suffix.Length > 0 ? $"\"{suffix.Replace("\"", "", StringComparison.Ordinal)}\"" : "");

    public Stylesheet Sheet()
    {
        var formats = new NumberingFormats(_formats.Select((format, at) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)at, FormatCode = format }));
        return new Stylesheet(
            formats,
            new Fonts(Letters(10, false, null), Letters(14, true, null), Letters(10, true, null), Letters(10, true, "FFB3261E"), Letters(10, false, "FF6B7780")),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Filled("FFE3EEEA"), Filled("FFF4F7F8")),
            new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Lined()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(new OpenXmlElement[] { new CellFormat { FormatId = 0 } }.Concat(_styles.OrderBy(one => one.Value).Select(one => Of(one.Key.Look, one.Key.Format, one.Key.Format.Length == 0 ? 0 : FirstOwnFormat + (uint)_formats.IndexOf(one.Key.Format))))))
        {
            NumberingFormats = _formats.Count == 0 ? null : formats,
        };
    }

    private static CellFormat Of(SheetLook look, string format, uint number)
    {
        var (font, fill, border) = look switch
        {
            SheetLook.Title => (1u, 0u, 0u),
            SheetLook.Line => (0u, 0u, 0u),
            SheetLook.Head => (2u, 2u, 1u),
            SheetLook.Over => (3u, 0u, 1u),
            SheetLook.NotValid => (4u, 0u, 1u),
            SheetLook.Foot => (2u, 3u, 1u),
            _ => (0u, 0u, 1u),
        };
        var across = look switch
        {
            SheetLook.Title or SheetLook.Head => HorizontalAlignmentValues.Center,
            SheetLook.Line or SheetLook.Words => HorizontalAlignmentValues.Left,
            _ => HorizontalAlignmentValues.Right,
        };
        return new CellFormat(new Alignment { Horizontal = look == SheetLook.Foot && format.Length == 0 ? HorizontalAlignmentValues.Left : across, Vertical = VerticalAlignmentValues.Center, WrapText = look is not (SheetLook.Figure or SheetLook.Over or SheetLook.NotValid) })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            ApplyNumberFormat = number > 0,
            ApplyFont = true,
            ApplyFill = fill > 0,
            ApplyBorder = border > 0,
            ApplyAlignment = true,
        };
    }

    private static Font Letters(double size, bool isBold, string? colour)
    {
        var font = new Font();
        if (isBold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "微软雅黑" });
        return font;
    }

    private static Fill Filled(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Lined() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());
}
