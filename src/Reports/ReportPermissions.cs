using EcoPark.Platform.Security;

namespace EcoPark.Reports;

/// <summary>What can be granted of reports. What a report tells asks for the permission of its own data besides.</summary>
public static class ReportPermissions
{
    /// <summary>Make, print and download reports; enterprises of their own.</summary>
    public const string View = "reports.view";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(View, "报表", "查看、打印、下载报表", IsForEnterprises: true),
    ];
}
