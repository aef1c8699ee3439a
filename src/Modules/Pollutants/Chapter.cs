namespace EcoPark.Modules.Pollutants;

/// <summary>This module's chapter of the guideline.</summary>
internal static class Chapter
{
    public const string Title = "园区污染源监督管理";

    /// <summary>特征污染物名录库.</summary>
    public const string Section = "7.4.5";
}
