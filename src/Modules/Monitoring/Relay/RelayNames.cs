using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Modules.Monitoring.Relay;

/// <summary>Words for what a relay is and does.</summary>
internal static class RelayNames
{
    public static readonly IReadOnlyDictionary<RelayedData, string> Data = new Dictionary<RelayedData, string>
    {
        [RelayedData.RealTime] = "实时",
        [RelayedData.Minute] = "分钟",
        [RelayedData.Hour] = "小时",
        [RelayedData.Day] = "日",
        [RelayedData.Other] = "状态与其他",
    };

    public static string Of(RelayedData data) => string.Join("、", Data.Where(one => data.HasFlag(one.Key)).Select(one => one.Value));

    public static string Of(RelayEventKind kind) => kind switch
    {
        RelayEventKind.Connected => "连接",
        RelayEventKind.Disconnected => "断开",
        RelayEventKind.Refused => "拒绝",
        RelayEventKind.WrongAnswer => "应答有误",
        RelayEventKind.Command => "下发命令",
        _ => "未转发",
    };

    public static string Of(ProtocolVersion version) => version switch { ProtocolVersion.V2005 => "HJ/T 212-2005", ProtocolVersion.V2017 => "HJ 212-2017", _ => "HJ 212-2025" };

    /// <summary>The state of a relay with the class of its chip.</summary>
    public static (string Text, string Class) StateOf(RelayStatus status, DateTime now) => status switch
    {
        { Platform.IsEnabled: false, State.Holder: not "" } when status.State.HeldUntil > now => ("正在暂停", "waiting"),
        { Platform.IsEnabled: false } => ("已暂停", "offline"),
        { State.Holder: "" } or { State.Link: RelayLink.Idle } => ("等待启动", "waiting"),
        _ when status.State.HeldUntil < now => ("等待其他节点接手", "waiting"),
        { State.Link: RelayLink.Connecting } => ("正在连接", "waiting"),
        { State.Link: RelayLink.Waiting } => ("未连接，稍后重试", "bad"),
        { State.LastError: not "" } => ("已连接，没有应答", "bad"),
        _ => ("已连接", "good"),
    };

    public static string Count(RelayBacklog backlog) => backlog.Count >= RelayBacklog.Most ? $"{RelayBacklog.Most:N0} 以上" : $"{backlog.Count:N0}";

    public static string Wall(DateTime? utc) => utc is { } time ? ParkTime.FromUtc(time).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : "—";
}
