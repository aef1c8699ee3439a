using EcoPark.Platform.Security;

namespace EcoPark.Alarms;

/// <summary>What can be granted of alarms.</summary>
public static class AlarmPermissions
{
    /// <summary>See alarms, their statistics and records; enterprises their own.</summary>
    public const string View = "alarms.view";

    /// <summary>Acknowledge alarms: silences them for everybody.</summary>
    public const string Acknowledge = "alarms.acknowledge";

    /// <summary>Assign, handle, shelve and close alarms; ask enterprises for explanations and review them.</summary>
    public const string Handle = "alarms.handle";

    /// <summary>Explain an alarm of the own enterprise.</summary>
    public const string Explain = "alarms.explain";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(View, "报警", "查看报警、报警记录和统计", IsForEnterprises: true),
        new(Acknowledge, "报警", "确认报警"),
        new(Handle, "报警", "指派、处置、搁置、关闭报警，要求和审核企业说明"),
        new(Explain, "报警", "对本企业的报警提交异常说明", IsForEnterprises: true),
    ];
}
