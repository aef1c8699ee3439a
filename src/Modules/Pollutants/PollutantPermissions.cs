using EcoPark.Platform.Security;

namespace EcoPark.Modules.Pollutants;

/// <summary>What can be granted of the list of characteristic pollutants beside its records.</summary>
public static class PollutantPermissions
{
    /// <summary>See list, figures and gaps; enterprises their own.</summary>
    public const string View = "pollutants.view";

    internal static readonly IReadOnlyList<Permission> All = [new(View, "特征污染物", "查看特征污染物名录库、排放情况和缺口", IsForEnterprises: true)];
}
