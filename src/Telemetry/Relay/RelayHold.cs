using System.ComponentModel;
using EcoPark.Platform.Audit;

namespace EcoPark.Telemetry.Relay;

/// <summary>
/// 暂缓转发: a device that the upper platform has refused, or that somebody holds back. Its telegrams are kept as owed, so that the other
/// devices go on; a refusal is tried again after a while, a hold of a person's stays until they release it.
/// </summary>
[Audited("暂缓转发")]
public sealed class RelayHold
{
    [DisplayName("上级平台编号")]
    public int PlatformId { get; set; }

    [DisplayName("数采仪编号")]
    public int DeviceId { get; set; }

    [DisplayName("原因")]
    public string Reason { get; set; } = "";

    [DisplayName("起始时间")]
    public DateTime Since { get; set; }

    /// <summary>UTC; <see langword="null"/> where a person decides.</summary>
    [DisplayName("下次重试")]
    public DateTime? RetryAt { get; set; }
}
