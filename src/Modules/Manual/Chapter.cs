namespace EcoPark.Modules.Manual;

/// <summary>This module's chapter of the guideline.</summary>
internal static class Chapter
{
    public const string Title = "园区污染源监督管理";

    /// <summary>污染源手工监测.</summary>
    public const string Manual = "7.4.2";

    /// <summary>无组织监测.</summary>
    public const string Fugitive = "7.4.3";
}
