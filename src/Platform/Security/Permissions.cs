namespace EcoPark.Platform.Security;

/// <summary>A permission as those who grant it see it; modules register theirs.</summary>
/// <param name="Name">Name of the authorization policy.</param>
/// <param name="Group">Chapter.</param>
/// <param name="Title">What it lets one do.</param>
/// <param name="IsForEnterprises">Roles of enterprises may have it: the query layer narrows it to the own enterprise, or it shows nothing that is not for all.</param>
public sealed record Permission(string Name, string Group, string Title, bool IsForEnterprises = false);

/// <summary>Permissions of the platform itself; each is an authorization policy of the same name, as are those that modules name.</summary>
public static class Permissions
{
    /// <summary>See the state of the notification channels and every delivery.</summary>
    public const string ViewDeliveries = "deliveries.view";

    /// <summary>See accounts and roles.</summary>
    public const string ManageAccounts = "accounts.view";

    /// <summary>Create, disable and reset accounts.</summary>
    public const string EditAccounts = "accounts.edit";

    /// <summary>Grant roles and say what they may do.</summary>
    public const string GrantRoles = "roles.grant";

    /// <summary>Ask for and agree to the reset of another administrator.</summary>
    public const string ResetAdministrators = "administrators.reset";

    /// <summary>Read, check and export the audit log.</summary>
    public const string ViewAudit = "audit.view";

    /// <summary>See how nodes, jobs, stores and queues are.</summary>
    public const string ViewOperation = "operation.view";

    /// <summary>See what is late, who was late, and how long steps take.</summary>
    public const string Supervise = "flows.view";

    /// <summary>Add fields of the park's own to record types.</summary>
    public const string EditCustomFields = "fields.edit";

    /// <summary>See and export the self-check against appendix A.</summary>
    public const string ViewConformity = "conformity.view";

    /// <summary>Choose the park's class and switch optional modules.</summary>
    public const string EditConformity = "conformity.edit";

    /// <summary>All that somebody has whose role needs a second factor that is not bound yet.</summary>
    public const string BindSecondFactor = "second-factor.bind";

    /// <summary>Policy: any permission at all, for what is narrowed to the person anyway.</summary>
    public const string Any = "any";

    /// <summary>Policy: any permission on records; which one, the page's record type says.</summary>
    public const string Records = "records";

    /// <summary>Those of the three administrators, which no other role may have.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal) { ManageAccounts, EditAccounts, GrantRoles, ResetAdministrators, ViewAudit };

    /// <summary>See the wall (大屏).</summary>
    public const string ViewWall = "wall.view";

    /// <summary>Make a device a wall: it watches for whoever did, and does nothing else.</summary>
    public const string StartWall = "wall.start";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ViewWall, "工作台", "查看大屏"),
        new(StartWall, "工作台", "把一台设备设为大屏（只看不能操作，不因无操作退出）"),
        new(Supervise, "工作台", "查看流程督办：逾期事项和办理时长"),
        new(ViewDeliveries, "报警", "查看通知渠道和发送记录"),
        new(EditCustomFields, "档案资料", "增加、停用自定义字段"),
        new(ViewConformity, "档案资料", "查看、导出建设符合性自查"),
        new(EditConformity, "档案资料", "设定园区类别、启停可选模块"),
        new(ViewOperation, "系统管理", "查看运行状态、读取运行指标"),
        new(ManageAccounts, "系统管理", "查看账户和角色"),
        new(EditAccounts, "系统管理", "建立、停用账户和重置口令"),
        new(GrantRoles, "系统管理", "授予角色和设定角色权限"),
        new(ResetAdministrators, "系统管理", "申请、确认重置其他管理员的口令"),
        new(ViewAudit, "系统管理", "查看、校验和导出审计日志"),
    ];
}
