using EcoPark.Standards.Air;
using EcoPark.Standards.Water;

namespace EcoPark.Web.Components;

/// <summary>Form of a sign on the map.</summary>
public enum MapForm
{
    Circle,
    Square,
    Diamond,
    Triangle,
}

/// <summary>How something on the map looks, and the word for it: colour, form and mark together, never colour alone.</summary>
/// <param name="Word">Chinese, as in the legend.</param>
/// <param name="Colour">#RRGGBB; where a standard gives a colour, that one.</param>
/// <param name="Mark">One to three characters in it.</param>
public sealed record MapSign(string Word, string Colour, string Mark)
{
    public const string Good = "#1b7a43";
    public const string Bad = "#b3261e";
    public const string Silent = "#6b7780";
    public const string Plain = "#27567d";

    public MapForm Form { get; init; }

    /// <summary>A character at its corner: level of an open alarm.</summary>
    public string Badge { get; init; } = "";

    /// <summary>Colour of the badge.</summary>
    public string BadgeColour { get; init; } = "";

    /// <summary>The higher, the more it wants to be seen: drawn above others.</summary>
    public int Rank { get; init; }

    /// <summary>Nothing comes from there.</summary>
    public static MapSign None(string word) => new(word, Silent, "–") { Rank = 1 };

    /// <summary>A level of the air, in the colour of HJ 633.</summary>
    public static MapSign Of(AirQualityLevel level, string mark) => new(level.Category, level.Colour, mark) { Rank = level.Number >= 3 ? 10 + level.Number : 2 };

    /// <summary>A class of water, in the colour of 《地表水环境质量评价办法》.</summary>
    /// <param name="isWorse">Than the class that it should have.</param>
    public static MapSign Of(WaterClass water, bool isWorse) => new(water.Chinese(), water.Colour(), water.Numeral()) { Rank = isWorse ? 12 : 2 };

    /// <summary>Levels of alarms, 1 to 4: 红 橙 黄 蓝.</summary>
    public static string AlarmColour(int level) => level switch { 1 => Bad, 2 => "#b84a00", 3 => "#ffd54a", _ => "#1f5fa8" };
}
