using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality;

/// <summary>One part of the environment that chapter 7.3 asks to be watched.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Section">Item of appendix A.</param>
/// <param name="Kind">Kind of monitoring point of its automatic stations.</param>
/// <param name="Medium">Medium of its limits; <see cref="Standards.Medium.Other"/> where nothing is limited.</param>
/// <param name="Classes">Classes, levels or zones a station may have, as the standards write them.</param>
/// <param name="UsualClass">Where a station says nothing.</param>
public sealed record QualityMedium(string Key, string Title, string Section, PointKind Kind, Medium Medium, IReadOnlyList<string> Classes, string UsualClass)
{
    private static readonly string[] WaterClasses = ["Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ"];

    public static readonly QualityMedium Air = new("air", "大气环境", "7.3.1", PointKind.AmbientAir, Medium.AmbientAir, ["一级", "二级"], "二级");
    public static readonly QualityMedium SurfaceWater = new("surface-water", "地表水环境", "7.3.2", PointKind.SurfaceWater, Medium.SurfaceWater, WaterClasses, "Ⅲ");
    public static readonly QualityMedium Groundwater = new("groundwater", "地下水环境", "7.3.3/7.3.4", PointKind.Groundwater, Medium.Groundwater, WaterClasses, "Ⅲ");
    public static readonly QualityMedium Soil = new("soil", "土壤环境", "7.3.3/7.3.4", PointKind.Other, Medium.Soil, ["第一类用地", "第二类用地"], "第二类用地");
    public static readonly QualityMedium Noise = new("noise", "声环境", "7.3.5", PointKind.Noise, Medium.Noise, ["0类", "1类", "2类", "3类", "4a类", "4b类"], "3类");
    public static readonly QualityMedium Weather = new("weather", "同步气象", "7.3.6", PointKind.Weather, Medium.Other, [], "");
    public static readonly QualityMedium Hydrology = new("hydrology", "同步水文", "7.3.6", PointKind.SurfaceWater, Medium.Other, [], "");

    public static readonly IReadOnlyList<QualityMedium> All = [Air, SurfaceWater, Groundwater, Soil, Noise, Weather, Hydrology];

    public static QualityMedium? Find(string? key) => All.FirstOrDefault(medium => medium.Key == key);

    public static QualityMedium? OfTitle(string title) => All.FirstOrDefault(medium => medium.Title == title);

    public bool IsLimited => Medium != Medium.Other;
}
