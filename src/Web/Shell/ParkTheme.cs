using MudBlazor;

namespace EcoPark.Web.Shell;

/// <summary>Colours, type and density of the product, in one place.</summary>
internal static class ParkTheme
{
    private const string OnLight = "#0f1f1b";
    private static readonly string[] Fonts = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"];

    public static readonly MudTheme Theme = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#0b6b53",
            Secondary = "#27567d",
            AppbarBackground = "#0d3b34",
            AppbarText = "#ffffff",
            Background = "#f4f6f7",
            DrawerBackground = "#ffffff",
            TextPrimary = "#1b2528",
            TextSecondary = "#4d5b60",
            Success = "#1b7a43",
            Warning = "#a05600",
            Error = "#b3261e",
            Info = "#1f5f99",
            LinesDefault = "#dfe5e7",
            TableLines = "#e4e9eb",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#4fc3a1",
            Secondary = "#7fb3da",
            AppbarBackground = "#0b2521",
            Background = "#11191b",
            Surface = "#182325",
            DrawerBackground = "#152022",
            TextPrimary = "#e6edee",
            TextSecondary = "#a9b8bc",
            Success = "#5fcf8d",
            Warning = "#f0ac55",
            Error = "#ff8a80",
            Info = "#79b6ec",
            // The colours are light here, so what is written on them is dark.
            PrimaryContrastText = OnLight,
            SecondaryContrastText = OnLight,
            SuccessContrastText = OnLight,
            WarningContrastText = OnLight,
            ErrorContrastText = OnLight,
            InfoContrastText = OnLight,
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "4px", AppbarHeight = "48px", DrawerWidthLeft = "208px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "0.84rem", LineHeight = "1.45" },
            H5 = new H5Typography { FontFamily = Fonts, FontSize = "1.25rem", FontWeight = "600" },
            H6 = new H6Typography { FontFamily = Fonts, FontSize = "1rem", FontWeight = "600" },
            Body1 = new Body1Typography { FontFamily = Fonts, FontSize = "0.86rem" },
            Body2 = new Body2Typography { FontFamily = Fonts, FontSize = "0.82rem" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "0.82rem", TextTransform = "none" },
        },
    };
}
