using EcoPark.Platform.Security;

namespace EcoPark.Modules.Manual;

/// <summary>What can be granted of manual monitoring beside its records.</summary>
public static class ManualPermissions
{
    /// <summary>See plans, results and figures; enterprises their own.</summary>
    public const string View = "manual.view";

    /// <summary>Approve or return reports of enterprises.</summary>
    public const string Review = "manual.review";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(View, "手工监测", "查看监测方案、结果、趋势和排放量", IsForEnterprises: true),
        new(Review, "手工监测", "审核企业提交的监测报告"),
    ];
}
