using EcoPark.Platform.Security;

namespace EcoPark.Reports;

/// <summary>What can be granted of reports. What a report tells asks for the permission of its own data besides.</summary>
public static class ReportPermissions
{
    /// <summary>Make, print and download reports; enterprises of their own.</summary>
    public const string View = "reports.view";

    /// <summary>Keep a report in the archive with a number.</summary>
    public const string Issue = "reports.issue";

    /// <summary>Correct a figure of an issued report.</summary>
    public const string Amend = "reports.amend";

    internal static readonly IReadOnlyList<Permission> All =
    [
        new(View, "报表", "查看、打印、下载报表", IsForEnterprises: true),
        new(Issue, "报表", "出具报表：编号存档，不能再改"),
        new(Amend, "报表", "修正存档报表中的数，写明原因，原值保留"),
    ];
}
