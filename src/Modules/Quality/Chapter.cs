namespace EcoPark.Modules.Quality;

/// <summary>This module's chapter of the guideline.</summary>
internal static class Chapter
{
    public const string Title = "园区环境质量管理";
}
