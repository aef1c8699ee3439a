using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Filing;

/// <summary>自动监测排口类型.</summary>
internal static class OutletKinds
{
    public const string Gas = "废气";
    public const string Water = "废水";
    public const string Rain = "雨水";
    public const string Fugitive = "无组织";
    public const string Inlet = "进口（过程）";

    public static readonly IReadOnlyList<string> Titles = [Gas, Water, Rain, Fugitive, Inlet];

    /// <summary>Kinds of points that are outlets without anybody saying so.</summary>
    public static bool IsOutlet(PointKind kind) => kind is PointKind.FlueGas or PointKind.WasteWater or PointKind.RainWater;

    public static string Of(PointKind kind) => kind switch
    {
        PointKind.FlueGas => Gas,
        PointKind.RainWater => Rain,
        PointKind.FenceLine => Fugitive,
        _ => Water,
    };
}
