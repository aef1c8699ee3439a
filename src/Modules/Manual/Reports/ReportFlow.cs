using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Workflow;

namespace EcoPark.Modules.Manual.Reports;

/// <summary>The life of a report: submitted by the enterprise, approved or returned by the park within five working days.</summary>
public static class ReportFlow
{
    /// <summary>In time lines.</summary>
    public const string Subject = "manual-reports";

    /// <summary>Why it is returned.</summary>
    public const string Remark = "remark";

    private const string HandedIn = "监测报告待审核";
    private const string Answered = "监测报告审核结果";
    private const string Late = "监测报告审核逾期";
    private const string Edit = "records.manual-reports.edit";

    /// <summary>All, in the order of its life.</summary>
    public static readonly IReadOnlyList<string> Events = [HandedIn, Answered, Late];

    /// <summary>What holds while nobody has set anything.</summary>
    public static readonly IReadOnlyList<Subscription> Subscriptions =
    [
        new(ChannelKind.Messages) { Events = [HandedIn, Late], IsForEnterprises = false, Permission = ManualPermissions.Review },
        new(ChannelKind.Messages) { Events = [Answered], IsForEnterprises = true },
    ];

    /// <summary>The enterprise hands it in.</summary>
    public static FlowStep<ManualReport, ReportStage> Submit { get; } = new("submit", "提交审核")
    {
        From = [ReportStage.Draft, ReportStage.Returned],
        To = ReportStage.Submitted,
        Side = FlowSide.Enterprise,
        Permission = _ => Edit,
        Write = (report, _) => Put(report, ReportStage.Submitted, ""),
        Tells = (report, turn) => $"{turn.Actor.Name}提交了监测报告 {report.Number}。",
        Event = HandedIn,
    };

    /// <summary>It stands. What the park has entered itself needs no submission.</summary>
    public static FlowStep<ManualReport, ReportStage> Approve { get; } = new("approve", "通过")
    {
        From = [ReportStage.Submitted, ReportStage.Draft],
        To = ReportStage.Approved,
        Side = FlowSide.Park,
        Permission = _ => ManualPermissions.Review,
        Write = (report, _) => Put(report, ReportStage.Approved, ""),
        Tells = (report, _) => $"监测报告 {report.Number} 已通过审核。",
        Event = Answered,
    };

    /// <summary>Back to the enterprise, with a reason; also what was approved by mistake.</summary>
    public static FlowStep<ManualReport, ReportStage> Return { get; } = new("return", "退回")
    {
        From = [ReportStage.Submitted, ReportStage.Approved],
        To = ReportStage.Returned,
        Side = FlowSide.Park,
        Permission = _ => ManualPermissions.Review,
        Asks = [new(Remark, "退回原因") { IsRequired = true, MaxLength = 500 }],
        Write = (report, turn) => Put(report, ReportStage.Returned, turn[Remark]),
        Tells = (report, turn) => $"监测报告 {report.Number} 被退回：{turn[Remark]}",
        Event = Answered,
    };

    public static Flow<ManualReport, ReportStage> Life { get; } = new("manual-report", "手工监测报告", Subject, report => report.Stage, report => report.Due, report => report.Look)
    {
        View = ManualPermissions.View,
        States = ManualReportType.States,
        Steps = [Submit, Approve, Return],
        Deadlines = [new(ReportStage.Submitted) { WorkingDays = 5, Overdue = new("审核逾期", Late, (report, _) => $"监测报告 {report.Number} 5 个工作日内没有审核。") }],
        Waits =
        [
            new("审核监测报告", ReportStage.Submitted, (_, actor) => actor.EnterpriseId is null && actor.May(ManualPermissions.Review) ? _ => true : null),
            new("修改被退回的监测报告", ReportStage.Returned, (_, actor) => actor.EnterpriseId is not null && actor.May(Edit) ? _ => true : null),
            new("提交监测报告", ReportStage.Draft, (_, actor) => actor.EnterpriseId is not null && actor.May(Edit) ? _ => true : null),
        ],
        TitleOf = report => report.Number,
        HrefOf = HrefOf,
        NoticeOf = (report, told, text, account) => new Notice
        {
            Event = told,
            Permission = told == Answered ? ManualPermissions.View : ManualPermissions.Review,
            Level = told == Late ? 3 : 4,
            EnterpriseId = report.EnterpriseId,
            AccountId = account,
            Group = "手工监测报告",
            Title = $"{told}：{report.Number}",
            Text = text,
            Href = HrefOf(report.Id),
            GroupHref = "/records/manual-reports",
        },
        IsOver = report => report.DeletedAt is null ? null : new Problem("deleted", "这份监测报告已删除。"),
    };

    public static string HrefOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/manual/reports/{id}");

    private static void Put(ManualReport report, ReportStage stage, string remark) => (report.State, report.Remark) = (ManualReportType.States[stage], remark);
}
