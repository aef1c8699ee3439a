using EcoPark.Platform;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;
using EcoPark.Reports.Files;
using MimeKit;

namespace EcoPark.Reports.Timers;

/// <summary>定时报表: which report is made by itself, of what, when, and where it goes.</summary>
public sealed class ReportTimer : Record
{
    public string Name { get; set; } = "";

    public string Report { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Every { get; set; } = "";

    public DateOnly? FirstDay { get; set; }

    public int? Days { get; set; }

    public bool? IsWorkingDays { get; set; }

    public TimeOnly? At { get; set; }

    public int? WaitHours { get; set; }

    public string Role { get; set; } = "";

    public string Mail { get; set; } = "";

    public bool? IsToFolder { get; set; }

    public string Format { get; set; } = "";

    public bool? IsOff { get; set; }
}

internal static class ReportTimerType
{
    public const string Name = "report-timers";

    /// <summary>Dictionary of the report types.</summary>
    public const string Reports = "report-types";

    public static readonly TimeOnly DefaultAt = new(8, 0);

    private const int MostDays = 31;
    private const int MostHours = 240;
    private const int MostMails = 20;

    public static RecordType<ReportTimer> Create() => new RecordType<ReportTimer>(Name, "定时报表")
        .In(ReportsModule.Chapter, "8.1", "到时自动出具、存档并送出的报表；停机期间该出的，恢复后补出，同一对象同一时段不重出。", 3)
        .Text(r => r.Name, "名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 60 })
        .Code(r => r.Report, "报表", Reports, f => f with { IsRequired = true, IsFilter = true })
        .Text(r => r.Subject, "对象", f => f with { MaxLength = 250, Help = "排口、企业或站点的名称，与报表页“对象”中的相同；不填为全部，每个对象一份" })
        .Part("何时")
        .Choice(r => r.Every, "周期", TimerCalendar.Every, f => f with { IsRequired = true, Help = "超标时、断线时：排口报警后出当天的报表，同一对象一天一份" })
        .Date(r => r.FirstDay, "从哪天起", f => f with { IsListed = false, Help = "第一份报表的时段含这一天，早于今天的会补出；不填从现在这一时段开始" })
        .Integer(r => r.Days, "时段结束后第几天", "天", f => f with { Min = 1, Max = MostDays, Help = "不填为第 1 天；超标时、断线时不填为立即出，当天还没有的数据不在其中" })
        .YesNo(r => r.IsWorkingDays, "按工作日数", f => f with { IsListed = false, Help = "第几天按园区工作日历的工作日数" })
        .TimeOfDay(r => r.At, "出报时间", f => f with { Help = "不填为 08:00" })
        .Integer(r => r.WaitHours, "等待补数至多", "小时", f => f with { Min = 0, Max = MostHours, IsListed = false, Help = "没有数据或数据有缺时，最多再等这么久；不填不等" })
        .Part("送到哪里")
        .Text(r => r.Role, "发消息给角色", f => f with { MaxLength = 50, Help = "角色的中文名称，如 值班员、管理领导；不填不发消息" })
        .Text(r => r.Mail, "发邮件给", f => f with { MaxLength = 1_000, IsListed = false, Help = "邮件地址，多个用逗号隔开；报表作为附件" })
        .YesNo(r => r.IsToFolder, "存入文件夹", f => f with { IsListed = false, Help = "设置 EcoPark:Reports:Folder 所指的文件夹，一个定时报表一个子文件夹" })
        .Choice(r => r.Format, "文件格式", [.. ReportFiles.All.Select(file => file.Title)], f => f with { IsFilter = false, IsListed = false, Help = "邮件附件和文件夹用；不填为 PDF" })
        .YesNo(r => r.IsOff, "停用", f => f with { IsFilter = true })
        .Check(r => MailProblem(r.Mail));

    /// <summary>The report types as a dictionary, by which the form offers them.</summary>
    public static ParkDictionary DictionaryOf(IEnumerable<ReportType> types) =>
        new(Reports, "报表", "本平台各模块的报表", "", [.. types.Where(type => type.Spans.Count > 0).Select(type => new DictionaryItem(type.Key, type.Title))]);

    public static IReadOnlyList<string> Addresses(string mail) => mail.Split([',', '，', ';', '；', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static ReportFile FileOf(ReportTimer timer) => ReportFiles.All.FirstOrDefault(file => file.Title == timer.Format) ?? ReportFiles.All.Single(file => file.Ending == "pdf");

    private static Problem? MailProblem(string mail)
    {
        var addresses = Addresses(mail);
        if (addresses.Count > MostMails)
            return new Problem("mail", $"至多 {MostMails} 个邮件地址。", "mail");
        return addresses.FirstOrDefault(one => !MailboxAddress.TryParse(one, out var box) || !box.Address.Contains('@', StringComparison.Ordinal)) is { } wrong
            ? new Problem("mail", $"“{wrong}”不是邮件地址，应如 wang@example.cn，多个用逗号隔开。", "mail") : null;
    }
}
