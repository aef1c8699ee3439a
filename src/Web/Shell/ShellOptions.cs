using System.Reflection;
using EcoPark.Web.Components;

namespace EcoPark.Web.Shell;

/// <summary>What the frame of every page says of this installation.</summary>
public sealed class ShellOptions
{
    public string ParkName { get; init; } = "园区";

    /// <summary>Marks every page 演示.</summary>
    public bool IsDemo { get; init; }

    /// <summary>User name and role of the demo's accounts, shown on its sign-in page; empty otherwise.</summary>
    public IReadOnlyList<(string User, string Title)> DemoAccounts { get; init; } = [];

    public string DemoPassword { get; init; } = "";

    /// <summary>The map below the park's own shapes; none by default.</summary>
    public MapBase Map { get; init; } = new();
}

/// <summary>An entry of the left menu, registered by a module.</summary>
/// <param name="Chapter">Group: a chapter of the guideline.</param>
/// <param name="Title">Chinese title.</param>
/// <param name="Href">Address.</param>
/// <param name="Icon">Icon of the Material set.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Order">Within the chapter.</param>
/// <param name="Section">Item of appendix A, which says how strongly it is asked for; empty for none.</param>
public sealed record MenuEntry(string Chapter, string Title, string Href, string Icon, string Permission, int Order, string Section = "");

/// <summary>Assemblies that hold pages; set once when the host maps them.</summary>
internal static class PageAssemblies
{
    public static IReadOnlyList<Assembly> All { get; set; } = [];
}
