using System.ComponentModel;
using EcoPark.Platform.Audit;

namespace EcoPark.Telemetry.Registry;

/// <summary>通道: one factor of one point, as one device sends it or files bring it.</summary>
[Audited("通道")]
public sealed class Channel
{
    public int Id { get; set; }

    /// <summary>The device that sends it; <see langword="null"/> where readings come from imported files alone.</summary>
    [DisplayName("数采仪编号")]
    public int? DeviceId { get; set; }

    public Device? Device { get; set; }

    [DisplayName("点位编号")]
    public int PointId { get; set; }

    public MonitoringPoint Point { get; set; } = null!;

    /// <summary>Six-character code; codes of 2005 are translated, see <see cref="OriginalCode"/>.</summary>
    [DisplayName("因子编码")]
    public required string FactorCode { get; set; }

    /// <summary>Code as the device writes it.</summary>
    [DisplayName("设备写法")]
    public required string OriginalCode { get; set; }

    [DisplayName("名称")]
    public required string Name { get; set; }

    [DisplayName("单位")]
    public string Unit { get; set; } = "";

    /// <summary>Decimal places shown.</summary>
    [DisplayName("小数位")]
    public int Decimals { get; set; } = 2;

    [DisplayName("排序")]
    public int SortOrder { get; set; }

    /// <summary>Made by itself when the device first sent the factor; nobody has confirmed unit and name yet.</summary>
    [DisplayName("自动发现")]
    public bool IsDiscovered { get; set; }
}
