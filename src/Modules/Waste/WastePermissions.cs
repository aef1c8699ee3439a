using EcoPark.Platform.Security;

namespace EcoPark.Modules.Waste;

/// <summary>What can be granted of solid waste beside its records.</summary>
public static class WastePermissions
{
    /// <summary>See stock, statistics, classes and the catalogue; enterprises their own.</summary>
    public const string View = "waste.view";

    internal static readonly IReadOnlyList<Permission> All = [new(View, "固体废物", "查看固体废物的产生、贮存、转移和统计", IsForEnterprises: true)];
}
