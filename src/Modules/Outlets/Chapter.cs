namespace EcoPark.Modules.Outlets;

/// <summary>This module's chapter of the guideline.</summary>
internal static class Chapter
{
    public const string Title = "园区污染源监督管理";
}
