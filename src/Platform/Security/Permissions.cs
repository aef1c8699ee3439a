namespace EcoPark.Platform.Security;

/// <summary>A permission as those who grant it see it; modules register theirs.</summary>
/// <param name="Name">Name of the authorization policy.</param>
/// <param name="Group">Chapter.</param>
/// <param name="Title">What it lets one do.</param>
/// <param name="IsForEnterprises">Roles of enterprises may have it: the query layer narrows it to the own enterprise, or it shows nothing that is not for all.</param>
public sealed record Permission(string Name, string Group, string Title, bool IsForEnterprises = false);

/// <summary>Permissions of the spine and of the platform itself; each is an authorization policy of the same name.</summary>
public static class Permissions
{
    /// <summary>See points, live values and history; enterprises their own.</summary>
    public const string ViewReadings = "readings.view";

    /// <summary>See devices and telegrams.</summary>
    public const string ViewMonitoring = "monitoring.view";

    /// <summary>Register and change devices, points and channels.</summary>
    public const string EditDevices = "devices.edit";

    /// <summary>Send commands to devices.</summary>
    public const string CommandDevices = "devices.command";

    /// <summary>Replay telegrams.</summary>
    public const string ReplayTelegrams = "telegrams.replay";

    /// <summary>Say to which upper platforms what is relayed.</summary>
    public const string EditRelay = "relay.edit";

    /// <summary>See environment quality: stations, judgement, statistics, forecasts.</summary>
    public const string ViewQuality = "quality.view";

    /// <summary>Review readings: mark them invalid, replace them, remark on them.</summary>
    public const string ReviewReadings = "readings.review";

    /// <summary>Import files of readings.</summary>
    public const string ImportReadings = "readings.import";

    /// <summary>See outlets: data, validity, emissions, quotas, checks; enterprises their own.</summary>
    public const string ViewOutlets = "outlets.view";

    /// <summary>Work up the days of outlets anew.</summary>
    public const string RebuildOutlets = "outlets.rebuild";

    /// <summary>Have the valves of outlets opened and shut.</summary>
    public const string OperateValves = "outlets.valve";

    /// <summary>See alarms, their statistics and records.</summary>
    public const string ViewAlarms = "alarms.view";

    /// <summary>Acknowledge alarms: silences them for everybody.</summary>
    public const string AcknowledgeAlarms = "alarms.acknowledge";

    /// <summary>Assign, handle, shelve and close alarms; ask enterprises for explanations and review them.</summary>
    public const string HandleAlarms = "alarms.handle";

    /// <summary>Explain an alarm of the own enterprise.</summary>
    public const string ExplainAlarms = "alarms.explain";

    /// <summary>See the state of the notification channels and every delivery.</summary>
    public const string ViewDeliveries = "deliveries.view";

    /// <summary>See accounts and roles.</summary>
    public const string ManageAccounts = "accounts.view";

    /// <summary>Create, disable and reset accounts.</summary>
    public const string EditAccounts = "accounts.edit";

    /// <summary>Grant roles and say what they may do.</summary>
    public const string GrantRoles = "roles.grant";

    /// <summary>Read, check and export the audit log.</summary>
    public const string ViewAudit = "audit.view";

    /// <summary>See how nodes, jobs, stores and queues are.</summary>
    public const string ViewOperation = "operation.view";

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
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal) { ManageAccounts, EditAccounts, GrantRoles, ViewAudit };

    public static readonly IReadOnlyList<Permission> All =
    [
        new(ViewReadings, "运行监测", "查看监测点位、实时数据和历史曲线", IsForEnterprises: true),
        new(ViewMonitoring, "运行监测", "查看数采仪和报文"),
        new(EditDevices, "运行监测", "登记和修改数采仪、点位、通道"),
        new(CommandDevices, "运行监测", "向数采仪下发命令"),
        new(ReplayTelegrams, "运行监测", "重放报文"),
        new(EditRelay, "运行监测", "登记、暂停上级平台转发"),
        new(ViewQuality, "环境质量", "查看环境质量数据、评价、统计和预报"),
        new(ReviewReadings, "环境质量", "审核数据：标记无效、替换、加注"),
        new(ImportReadings, "环境质量", "导入监测数据文件"),
        new(ViewOutlets, "污染源", "查看排口数据、有效性、排放量、配额和核查", IsForEnterprises: true),
        new(RebuildOutlets, "污染源", "重新计算排口的日数据和排放量"),
        new(OperateValves, "污染源", "开关排污阀门"),
        new(ViewAlarms, "报警", "查看报警、报警记录和统计", IsForEnterprises: true),
        new(AcknowledgeAlarms, "报警", "确认报警"),
        new(HandleAlarms, "报警", "指派、处置、搁置、关闭报警，要求和审核企业说明"),
        new(ExplainAlarms, "报警", "对本企业的报警提交异常说明", IsForEnterprises: true),
        new(ViewDeliveries, "报警", "查看通知渠道和发送记录"),
        new(EditCustomFields, "档案资料", "增加、停用自定义字段"),
        new(ViewConformity, "档案资料", "查看、导出建设符合性自查"),
        new(EditConformity, "档案资料", "设定园区类别、启停可选模块"),
        new(ViewOperation, "系统管理", "查看运行状态、读取运行指标"),
        new(ManageAccounts, "系统管理", "查看账户和角色"),
        new(EditAccounts, "系统管理", "建立、停用账户和重置口令"),
        new(GrantRoles, "系统管理", "授予角色和设定角色权限"),
        new(ViewAudit, "系统管理", "查看、校验和导出审计日志"),
    ];
}
