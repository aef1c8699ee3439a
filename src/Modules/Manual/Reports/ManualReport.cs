using System.ComponentModel;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Workflow;

namespace EcoPark.Modules.Manual.Reports;

/// <summary>监测报告: results are submitted, approved and returned with the report that they stand in; the laboratory's document is its attachment. See <see cref="ReportFlow"/>.</summary>
public sealed class ManualReport : Record, IOfEnterprise, IFlowing
{
    public int EnterpriseId { get; set; }

    public string Number { get; set; } = "";

    public string Kind { get; set; } = "";

    public int? LaboratoryId { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public string Note { get; set; } = "";

    public string State { get; set; } = "";

    /// <summary>Why the park has returned it.</summary>
    public string Remark { get; set; } = "";

    /// <inheritdoc cref="ReportStage"/>
    [DisplayName("所处环节")]
    public ReportStage Stage { get; set; } = ReportStage.Draft;

    /// <summary>Deadline of the stage, UTC.</summary>
    [DisplayName("期限")]
    public DateTime? Due { get; set; }

    /// <summary>When the deadline is to be looked at next, UTC.</summary>
    [DisplayName("下次检查")]
    public DateTime? Look { get; set; }

    /// <inheritdoc/>
    [DisplayName("流程版本")]
    public int Version { get; set; }
}

internal static class ManualReportType
{
    public const string Name = "manual-reports";

    /// <summary>By the enterprise itself or for it.</summary>
    public const string Own = "自行监测";

    public static readonly IReadOnlyDictionary<ReportStage, string> States = new Dictionary<ReportStage, string>
    {
        [ReportStage.Draft] = "填报中",
        [ReportStage.Submitted] = "待审核",
        [ReportStage.Returned] = "已退回",
        [ReportStage.Approved] = "已审核",
    };

    public static RecordType<ManualReport> Create() => new RecordType<ManualReport>(Name, "手工监测报告")
        .In(Chapter.Title, Chapter.Manual, "一份监测报告及其结果：企业填报或导入结果后提交，园区审核或退回；报告原件作为附件上传。", 15).ForEnterprises().Page("/manual/reports/{0}")
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Number, "报告编号", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 60, Check = number => number.All(char.IsAsciiDigit) ? $"编号“{number}”全是数字，导入时会与记录序号混淆，请加字母，如 BG{number}。" : null })
        .Choice(r => r.Kind, "监测性质", [Own, "监督性监测", "应急监测"], f => f with { IsRequired = true, IsFilter = true })
        .OptionalReference(r => r.LaboratoryId, "监测机构", LaboratoryType.Name, f => f with { Help = "企业自己监测的不填" })
        .Date(r => r.IssuedOn, "报告日期", f => f with { IsFilter = true })
        .LongText(r => r.Note, "说明")
        .Stored(r => r.State, "状态", r => States[r.Stage], f => f with { IsFilter = true, MaxLength = 10 })
        .Stored(r => r.Remark, "退回原因", r => r.Remark, f => f with { IsListed = false, MaxLength = 500 });
}
