using EcoPark.Platform.Enterprises;

namespace EcoPark.Modules.Archives;

/// <summary>This module's chapter of the guideline.</summary>
internal static class Chapter
{
    public const string Title = EnterpriseType.Chapter;
}
