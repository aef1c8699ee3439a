namespace EcoPark.Web.Shell;

/// <summary>Something that a module puts into the top bar of every page.</summary>
/// <param name="Component">What is shown.</param>
/// <param name="Permission">Shown to those who have it.</param>
public sealed record BarItem(Type Component, string Permission);
