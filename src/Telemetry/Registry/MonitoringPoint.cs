using System.ComponentModel;
using EcoPark.Platform.Audit;

namespace EcoPark.Telemetry.Registry;

/// <summary>监测点位: an outlet, a station or a section where readings are taken.</summary>
[Audited("监测点位")]
public sealed class MonitoringPoint
{
    public int Id { get; set; }

    [DisplayName("名称")]
    public required string Name { get; set; }

    [DisplayName("类型")]
    public PointKind Kind { get; set; }

    /// <summary>Name of the enterprise it belongs to; empty for the park's own stations.</summary>
    [DisplayName("企业")]
    public string Enterprise { get; set; } = "";

    /// <summary>WGS 84 degrees.</summary>
    [DisplayName("经度")]
    public double? Longitude { get; set; }

    [DisplayName("纬度")]
    public double? Latitude { get; set; }

    public List<Channel> Channels { get; } = [];
}

/// <summary>Kind of a monitoring point; groups the live page and decides validity rules.</summary>
public enum PointKind
{
    FlueGas = 1,
    WasteWater = 2,
    RainWater = 3,
    AmbientAir = 4,
    SurfaceWater = 5,
    Groundwater = 6,
    Noise = 7,
    Weather = 8,
    FenceLine = 9,
    Electricity = 10,
    OperatingCondition = 11,
    Other = 99,
}
