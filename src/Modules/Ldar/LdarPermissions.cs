using EcoPark.Platform.Security;

namespace EcoPark.Modules.Ldar;

/// <summary>What can be granted of leak detection and repair beside its records.</summary>
public static class LdarPermissions
{
    /// <summary>See figures, plans, leaks and emissions; enterprises their own.</summary>
    public const string View = "ldar.view";

    /// <summary>Agree to a repair that is put off.</summary>
    public const string Delays = "ldar.delays";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(View, "泄漏检测与修复", "查看检测计划、泄漏、修复和排放量", IsForEnterprises: true),
        new(Delays, "泄漏检测与修复", "审批延迟修复"),
    ];
}
