using EcoPark.Platform.Modules;

namespace EcoPark.Server;

/// <summary>What a server is started with.</summary>
/// <param name="Args">Command line.</param>
/// <param name="Modules">What it is composed of.</param>
public sealed record ParkStart(string[] Args, IReadOnlyList<IModule> Modules)
{
    /// <summary>Settings that stand above all others; none on the product's own start.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>What time it is for everything in this server.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where one-time passwords are written.</summary>
    public TextWriter Output { get; init; } = Console.Out;

    /// <summary>Where reasons for not starting are written.</summary>
    public TextWriter Errors { get; init; } = Console.Error;

    /// <summary>Name of the program whose pages' files are served; by default the program that runs.</summary>
    public string? Program { get; init; }
}
