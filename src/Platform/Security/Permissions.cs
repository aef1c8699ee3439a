namespace EcoPark.Platform.Security;

/// <summary>A permission as those who grant it see it; modules register theirs.</summary>
/// <param name="Name">Name of the authorization policy.</param>
/// <param name="Group">Chapter.</param>
/// <param name="Title">What it lets one do.</param>
public sealed record Permission(string Name, string Group, string Title);

/// <summary>Permissions of the spine and of the platform itself; each is an authorization policy of the same name.</summary>
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

    /// <summary>See accounts and roles.</summary>
    public const string ManageAccounts = "accounts.view";

    /// <summary>Create, disable and reset accounts.</summary>
    public const string EditAccounts = "accounts.edit";

    /// <summary>Grant roles and say what they may do.</summary>
    public const string GrantRoles = "roles.grant";

    /// <summary>Read, check and export the audit log.</summary>
    public const string ViewAudit = "audit.view";

    /// <summary>Those of the three administrators, which no other role may have.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal) { ManageAccounts, EditAccounts, GrantRoles, ViewAudit };

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ViewMonitoring, "运行监测", "查看实时数据、曲线和报文"),
        new(EditDevices, "运行监测", "登记和修改数采仪、点位、通道"),
        new(CommandDevices, "运行监测", "向数采仪下发命令"),
        new(ReplayTelegrams, "运行监测", "重放报文"),
        new(ManageAccounts, "系统管理", "查看账户和角色"),
        new(EditAccounts, "系统管理", "建立、停用账户和重置口令"),
        new(GrantRoles, "系统管理", "授予角色和设定角色权限"),
        new(ViewAudit, "系统管理", "查看、校验和导出审计日志"),
    ];
}
