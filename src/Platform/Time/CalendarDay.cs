using EcoPark.Platform.Records;

namespace EcoPark.Platform.Time;

/// <summary>工作日历: a day that is not what its weekday says, as the State Council's notice of the year has it, or as the park decides for itself.</summary>
public sealed class CalendarDay : Record
{
    public DateOnly? Day { get; set; }

    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";
}

public static class CalendarDayType
{
    public const string Name = "calendar-days";

    internal const string Off = "放假";
    internal const string On = "上班";

    public static RecordType<CalendarDay> Create() => new RecordType<CalendarDay>(Name, "工作日历")
        .In("系统管理", "", "放假和调休上班的日子，办理时限按工作日计算。2024～2026 年已按国务院办公厅的通知内置，新一年的通知发布后在此录入或导入；与内置不同的以此处为准。", 6)
        .Date(r => r.Day, "日期", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsFilter = true })
        .Choice(r => r.Kind, "安排", [Off, On], f => f with { IsRequired = true })
        .Text(r => r.Name, "说明", f => f with { MaxLength = 50, IsSearched = true, Help = "如 春节、国庆节调休" });
}
