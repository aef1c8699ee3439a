using System.Globalization;
using EcoPark.Platform.Accounts;
using EcoPark.Web.Home;

namespace EcoPark.Web.Wall;

/// <summary>What a wall shows, as an address: the park puts it together from tiles.</summary>
/// <param name="Titles">Titles of tiles; empty: those of the desk of whoever is on duty.</param>
/// <param name="Seconds">How long a scene stays.</param>
/// <param name="HasMaps">Parts that draw themselves, such as the map, are scenes too.</param>
internal sealed record WallView(IReadOnlyList<string> Titles, int Seconds, bool HasMaps)
{
    public const string Path = "/wall";
    public const int Usual = 20;

    /// <summary>As many lists stand beside each other.</summary>
    public const int Abreast = 3;

    private const int Shortest = 5;
    private const int Longest = 600;

    /// <summary>Reads the words of an address; what makes no sense is as usual.</summary>
    public static WallView Read(string? tiles, string? every, string? maps) => new(
        (tiles ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, Shortest, Longest) : Usual,
        maps != "0");

    public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Path}?every={Seconds}{(HasMaps ? "" : "&maps=0")}{(Titles.Count == 0 ? "" : "&tiles=" + Uri.EscapeDataString(string.Join(',', Titles)))}");

    /// <summary>Of all tiles those that it shows.</summary>
    public IEnumerable<HomeTile> Of(IEnumerable<HomeTile> all) => all.Where(tile => Titles.Count == 0 ? tile.Desks.Contains(Desk.Duty) : Titles.Contains(tile.Title)).OrderBy(tile => tile.Order);

    /// <summary>Lists that take turns, so many at a time.</summary>
    public IReadOnlyList<IReadOnlyList<HomeTile>> Scenes(IEnumerable<HomeTile> all) => [.. Of(all).Where(tile => tile is { IsList: true, StaysOnWall: false }).Chunk(Abreast)];
}
