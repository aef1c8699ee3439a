using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Standards;

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

    /// <summary>Name of the enterprise it belongs to, to show; empty for the park's own stations.</summary>
    [DisplayName("企业")]
    public string Enterprise { get; set; } = "";

    /// <summary>The enterprise's record: its accounts see the point. Without one the park alone does.</summary>
    [DisplayName("企业档案编号")]
    public int? EnterpriseId { get; set; }

    /// <summary>WGS 84 degrees.</summary>
    [DisplayName("经度")]
    public double? Longitude { get; set; }

    [DisplayName("纬度")]
    public double? Latitude { get; set; }

    /// <summary>许可排放口 of the archives that it monitors: its limits hold here. <see langword="null"/> for points that are no outlets.</summary>
    [DisplayName("许可排放口编号")]
    public int? PermitOutletId { get; set; }

    public List<Channel> Channels { get; } = [];

    /// <summary>Whom it belonged to before.</summary>
    public List<FormerOwner> FormerOwners { get; } = [];

    /// <summary>As a former owner knows it: its own, and nothing of who has it now.</summary>
    internal MonitoringPoint AsOf(int former) => new()
    {
        Id = Id,
        Name = Name,
        Kind = Kind,
        EnterpriseId = former,
        Enterprise = FormerOwners.Find(one => one.EnterpriseId == former)?.Enterprise ?? "",
        Longitude = Longitude,
        Latitude = Latitude,
    };

    /// <summary>The enterprise that it belonged to on a day of the park's zone.</summary>
    public int? OwnerOn(DateOnly day) => FormerOwnerOn(day) ?? EnterpriseId;

    /// <summary>Null where it belonged to nobody else than today.</summary>
    public int? FormerOwnerOn(DateOnly day) => FormerOwners.Where(former => former.LastDay >= day).MinBy(former => former.LastDay)?.EnterpriseId;
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

/// <summary>Which rules of the standards a kind of point follows.</summary>
public static class PointKindRules
{
    /// <summary>Medium whose rules of validity and averaging hold.</summary>
    public static Medium RollupMedium(this PointKind kind) => kind switch
    {
        PointKind.AmbientAir or PointKind.FenceLine => Medium.AmbientAir,
        PointKind.FlueGas => Medium.FlueGas,
        PointKind.WasteWater or PointKind.RainWater => Medium.WasteWater,
        PointKind.SurfaceWater or PointKind.Groundwater => Medium.SurfaceWater,
        PointKind.Noise => Medium.Noise,
        _ => Medium.Other,
    };
}
