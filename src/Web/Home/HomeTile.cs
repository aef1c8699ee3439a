using EcoPark.Platform.Accounts;

namespace EcoPark.Web.Home;

/// <summary>A figure, or a short list, that a module puts on the overview (总览). Each is read by itself, in one bounded query or from memory.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Href">The list behind it, which shows the same number.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Read">What it says now, for the actor.</param>
public sealed record HomeTile(string Title, string Href, string Permission, Func<IServiceProvider, CancellationToken, Task<TileValue>> Read)
{
    /// <summary>Desks that it stands on.</summary>
    public IReadOnlyList<Desk> Desks { get; init; } = [Desk.Duty];

    /// <summary>The smallest comes first.</summary>
    public int Order { get; init; } = 500;

    /// <summary>It says more than one figure: stands below the figures.</summary>
    public bool IsList { get; init; }

    /// <summary>On a wall it stays in view while the others take turns.</summary>
    public bool StaysOnWall { get; init; }

    /// <summary>How often it is read anew.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>A part of the overview that draws itself, such as a map.</summary>
/// <param name="Component">Takes no parameters.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Desks">Desks that it stands on.</param>
public sealed record HomePanel(Type Component, string Permission, IReadOnlyList<Desk> Desks);

/// <summary>What a tile says.</summary>
/// <param name="Text">A number with its unit, or a word.</param>
/// <param name="IsBad">Somebody should look.</param>
public sealed record TileValue(string Text, bool IsBad = false)
{
    /// <summary>How many rows the list behind it has; <see langword="null"/> where the figure is no count.</summary>
    public long? Count { get; init; }

    public IReadOnlyList<TileLine> Lines { get; init; } = [];

    /// <summary>What the figure is compared with, or which data are missing.</summary>
    public string Note { get; init; } = "";

    /// <summary>A count of the list behind it; bad as soon as there is one.</summary>
    public static TileValue Of(long count, string measure, bool isBad = true) => new($"{count} {measure}", isBad && count > 0) { Count = count };
}

/// <summary>A line of a tile.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Text">What it says.</param>
/// <param name="Href">Where it leads; empty for nowhere.</param>
public sealed record TileLine(string Title, string Text, string Href)
{
    /// <summary>Class of a colour that a standard gives, such as <c>aqi-2</c>; never without the word in <see cref="Text"/>.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Level of an alarm, 1 … 4; 0 for none.</summary>
    public int Level { get; init; }

    public bool IsBad { get; init; }

    /// <summary>A second line, smaller.</summary>
    public string Note { get; init; } = "";

    /// <summary>A curve of the last hours; gaps are <see langword="null"/>.</summary>
    public IReadOnlyList<double?> Curve { get; init; } = [];

    /// <summary>Drawn across the curve.</summary>
    public double? Limit { get; init; }

    /// <summary>A share, drawn as a bar; 1 is all.</summary>
    public double? Share { get; init; }

    /// <summary>Share of the time that has passed, drawn as a mark on the bar.</summary>
    public double? Pace { get; init; }
}
