namespace EcoPark.Modules.Ldar;

/// <summary>This module's chapter of the guideline.</summary>
internal static class Chapter
{
    public const string Title = "园区污染源监督管理";
    public const string Section = "7.4.4";
}
