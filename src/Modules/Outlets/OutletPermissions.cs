using EcoPark.Platform.Security;

namespace EcoPark.Modules.Outlets;

/// <summary>What can be granted of outlets.</summary>
public static class OutletPermissions
{
    /// <summary>See outlets: data, validity, emissions, quotas, checks; enterprises their own.</summary>
    public const string View = "outlets.view";

    /// <summary>Work up the days of outlets anew.</summary>
    public const string Rebuild = "outlets.rebuild";

    /// <summary>Have the valves of outlets opened and shut.</summary>
    public const string OperateValves = "outlets.valve";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(View, "污染源", "查看排口数据、有效性、排放量、配额和核查", IsForEnterprises: true),
        new(Rebuild, "污染源", "重新计算排口的日数据和排放量"),
        new(OperateValves, "污染源", "开关排污阀门"),
    ];
}
