using EcoPark.Platform.Security;

namespace EcoPark.Platform.Accounts;

/// <summary>Roles of a new installation: least privilege, the three administrators apart. A park may change all but these three.</summary>
public static class BuiltInRoles
{
    public const string SystemAdministrator = "system-administrator";
    public const string SecurityAdministrator = "security-administrator";
    public const string Auditor = "auditor";
    public const string DutyOperator = "duty-operator";
    public const string Inspector = "inspector";
    public const string Director = "director";
    public const string EnterpriseOfficer = "enterprise-officer";

    /// <param name="permissions">All that modules have registered.</param>
    public static IReadOnlyList<Role> Create(IReadOnlyCollection<Permission> permissions)
    {
        var business = permissions.Where(one => !Permissions.Reserved.Contains(one.Name) && one.Name != Permissions.ViewOperation).Select(one => one.Name).ToList();
        var views = business.Where(name => name.EndsWith(".view", StringComparison.Ordinal)).ToList();
        return
        [
            New(SystemAdministrator, "系统管理员", "建立和停用账户，查看运行状态；不接触业务数据。", [Permissions.ManageAccounts, Permissions.EditAccounts, Permissions.ResetAdministrators, Permissions.ViewOperation], Administration.System),
            New(SecurityAdministrator, "安全管理员", "授予角色、设定权限；不建账户，不看审计日志。", [Permissions.ManageAccounts, Permissions.GrantRoles, Permissions.ResetAdministrators], Administration.Security),
            New(Auditor, "审计管理员", "查看、校验和导出审计日志。", [Permissions.ViewAudit, Permissions.ResetAdministrators], Administration.Audit),
            New(DutyOperator, "值班员", "值守监控、登记设备、下发命令、维护档案。", business),
            New(Inspector, "执法巡查员", "查看全部业务数据。", views, desk: Desk.Field),
            New(Director, "管理领导", "查看全部业务数据和报表。", views, desk: Desk.Direction),
            New(EnterpriseOfficer, "企业环保负责人", "只看、只填本企业的资料。", [.. permissions.Where(one => one.IsForEnterprises).Select(one => one.Name)], isOfEnterprise: true),
        ];
    }

    private static Role New(string name, string title, string purpose, List<string> permissions, Administration administration = Administration.None, bool isOfEnterprise = false, Desk desk = Desk.Duty) => new()
    {
        Name = name,
        NormalizedName = name.ToUpperInvariant(),
        Title = title,
        Purpose = purpose,
        Permissions = permissions,
        Administration = administration,
        IsOfEnterprise = isOfEnterprise,
        Desk = desk,
        ConcurrencyStamp = Guid.NewGuid().ToString(),
    };
}
