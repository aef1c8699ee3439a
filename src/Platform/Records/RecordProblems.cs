namespace EcoPark.Platform.Records;

/// <summary>Expected failures of the kit.</summary>
public static class RecordProblems
{
    public static readonly Problem Forbidden = new("forbidden", "当前账户没有这项权限，请联系安全管理员。");

    public static readonly Problem NeedsApproval = new("approval", "企业填报的此类资料须提交园区审核，请用“提交审核”。");

    public static Problem NotFound(RecordType type) => new("not-found", $"没有这条{type.Title}，或它不属于本企业、已被删除。");
}
