using EcoPark.Platform.Records;
using EcoPark.Reports.Timers;

namespace EcoPark.Reports.Forms;

/// <summary>自带表样: the park's own Excel or Word form of a report. Its file is the newest xlsx or docx attached to the record.</summary>
public sealed class ReportForm : Record
{
    public string Name { get; set; } = "";

    public string Report { get; set; } = "";

    public bool? IsOff { get; set; }
}

internal static class ReportFormType
{
    public const string Name = "report-forms";

    public static RecordType<ReportForm> Create() => new RecordType<ReportForm>(Name, "自带表样")
        .In(ReportsModule.Chapter, "8.1", "园区自己的 Excel 或 Word 表样：在表样里写占位符（如 {{时段}}、{{小时均值.流量}}），作为附件上传，报表页上即可按它出文件。", 4)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 60 })
        .Code(r => r.Report, "报表", ReportTimerType.Reports, f => f with { IsRequired = true, IsFilter = true, Help = "占位符的名称在这份报表的页面“自带表样”中逐个列出，可以复制" })
        .YesNo(r => r.IsOff, "停用", f => f with { IsFilter = true });
}
