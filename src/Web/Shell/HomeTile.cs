namespace EcoPark.Web.Shell;

/// <summary>A number that a module puts on the overview.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Href">What lies behind it.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Read">What it says now, for the actor.</param>
public sealed record HomeTile(string Title, string Href, string Permission, Func<IServiceProvider, CancellationToken, Task<TileValue>> Read);

/// <param name="Text">A number with its unit, or a word.</param>
/// <param name="IsBad">Somebody should look.</param>
public readonly record struct TileValue(string Text, bool IsBad = false);
