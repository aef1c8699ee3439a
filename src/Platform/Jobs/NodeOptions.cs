namespace EcoPark.Platform.Jobs;

/// <summary>This process within a cluster; the silo bears the same name.</summary>
/// <param name="Name">Stable over restarts, so that a node finds its own checkpoint again.</param>
public sealed record NodeOptions(string Name);
