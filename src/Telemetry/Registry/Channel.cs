using EcoPark.Platform.Audit;

namespace EcoPark.Telemetry.Registry;

/// <summary>通道: one factor of one point, as one device sends it.</summary>
[Audited("通道")]
public sealed class Channel
{
    public int Id { get; set; }

    public int DeviceId { get; set; }

    public Device Device { get; set; } = null!;

    public int PointId { get; set; }

    public MonitoringPoint Point { get; set; } = null!;

    /// <summary>Six-character code; codes of 2005 are translated, see <see cref="OriginalCode"/>.</summary>
    public required string FactorCode { get; set; }

    /// <summary>Code as the device writes it.</summary>
    public required string OriginalCode { get; set; }

    public required string Name { get; set; }

    public string Unit { get; set; } = "";

    /// <summary>Decimal places shown.</summary>
    public int Decimals { get; set; } = 2;

    public int SortOrder { get; set; }

    /// <summary>Made by itself when the device first sent the factor; nobody has confirmed unit and name yet.</summary>
    public bool IsDiscovered { get; set; }
}
