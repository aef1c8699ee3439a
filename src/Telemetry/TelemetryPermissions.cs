using EcoPark.Platform.Security;

namespace EcoPark.Telemetry;

/// <summary>What can be granted of readings, devices and telegrams.</summary>
public static class TelemetryPermissions
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

    /// <summary>Decide what becomes of telegrams that wait for a person.</summary>
    public const string DecideTelegrams = "telegrams.decide";

    /// <summary>Say to which upper platforms what is relayed.</summary>
    public const string EditRelay = "relay.edit";

    /// <summary>Review readings: mark them invalid, replace them, remark on them.</summary>
    public const string ReviewReadings = "readings.review";

    /// <summary>Import files of readings.</summary>
    public const string ImportReadings = "readings.import";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(ViewReadings, "运行监测", "查看监测点位、实时数据和历史曲线", IsForEnterprises: true),
        new(ViewMonitoring, "运行监测", "查看数采仪和报文"),
        new(EditDevices, "运行监测", "登记和修改数采仪、点位、通道"),
        new(CommandDevices, "运行监测", "向数采仪下发命令"),
        new(ReplayTelegrams, "运行监测", "重放报文"),
        new(DecideTelegrams, "运行监测", "处置时间可疑、待登记、已搁置的报文：采纳或舍弃"),
        new(EditRelay, "运行监测", "登记、暂停上级平台转发"),
        new(ReviewReadings, "运行监测", "审核数据：标记无效、替换、加注"),
        new(ImportReadings, "运行监测", "导入监测数据文件"),
    ];
}
