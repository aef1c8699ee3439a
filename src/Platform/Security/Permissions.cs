namespace EcoPark.Platform.Security;

/// <summary>Permissions that pages and endpoints ask for; each is an authorization policy of the same name.</summary>
public static class Permissions
{
    /// <summary>See live values, curves and telegrams.</summary>
    public const string ViewMonitoring = "monitoring.view";

    /// <summary>Register and change devices, points and channels.</summary>
    public const string EditDevices = "devices.edit";

    /// <summary>Send commands to devices.</summary>
    public const string CommandDevices = "devices.command";

    /// <summary>Replay telegrams.</summary>
    public const string ReplayTelegrams = "telegrams.replay";

    public static readonly IReadOnlyList<string> All = [ViewMonitoring, EditDevices, CommandDevices, ReplayTelegrams];
}
