using QRCoder;

namespace EcoPark.Web.Components;

/// <summary>Draws a QR code.</summary>
public static class QrCode
{
    private const int ModuleSize = 4;

    /// <summary>As SVG without script or style, fit to stand in a page.</summary>
    public static string Svg(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return new SvgQRCode(data).GetGraphic(ModuleSize);
    }
}
