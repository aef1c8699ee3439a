using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Manual.Sources;

/// <summary>One look at a source: whether its control was as it has to be, what was wrong, and when it was put right.</summary>
public sealed class FugitiveInspection : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public int SourceId { get; set; }

    public DateOnly? Day { get; set; }

    public string Inspector { get; set; } = "";

    public string Verdict { get; set; } = "";

    public string Fault { get; set; } = "";

    public DateOnly? DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public string Remedy { get; set; } = "";

    public double? TocIn { get; set; }

    public double? TocOut { get; set; }

    public double? TocRise { get; set; }

    public string Note { get; set; } = "";

    /// <summary>Found wrong and not put right yet.</summary>
    public bool IsOpen => Verdict == FugitiveInspectionType.Wrong && DoneOn is null;
}

internal static class FugitiveInspectionType
{
    public const string Name = "fugitive-inspections";

    public const string Right = "符合";
    public const string Wrong = "不符合";

    public static RecordType<FugitiveInspection> Create() => new RecordType<FugitiveInspection>(Name, "无组织检查记录")
        .In(Chapter.Title, Chapter.Fugitive, "无组织排放源的定期检查：控制措施是否符合、发现的问题和整改；循环冷却水附进出口 TOC。", 18).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Reference(r => r.SourceId, "无组织排放源", FugitiveSourceType.Name, f => f with { IsKey = true })
        .Date(r => r.Day, "检查日期", f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Text(r => r.Inspector, "检查人", f => f with { IsRequired = true, IsTitle = true, IsSearched = true, MaxLength = 50 })
        .Choice(r => r.Verdict, "结论", [Right, Wrong], f => f with { IsRequired = true })
        .Text(r => r.Fault, "问题", f => f with { IsSearched = true, MaxLength = 500 })
        .Date(r => r.DueOn, "整改期限")
        .Date(r => r.DoneOn, "整改完成日期")
        .Text(r => r.Remedy, "整改措施", f => f with { IsListed = false, MaxLength = 500 })
        .Part("循环冷却水 TOC")
        .Number(r => r.TocIn, "换热器进口 TOC", "mg/L", f => f with { Min = 0, IsListed = false })
        .Number(r => r.TocOut, "换热器出口 TOC", "mg/L", f => f with { Min = 0, IsListed = false })
        .Stored(r => r.TocRise, "出口比进口高", r => r is { TocIn: > 0 and { } into, TocOut: { } outOf } ? Math.Round((outOf - into) / into * 100, 1) : null, f => f with { Unit = "%", Decimals = 1, Help = "GB 37822-2019 第 9 章以高出 10 % 认定泄漏（待核对，平台不据此判定）" })
        .Text(r => r.Note, "备注", f => f with { IsListed = false })
        .Check(Check);

    internal static Problem? Check(FugitiveInspection inspection, DateTime now)
    {
        var today = ParkWords.DayOf(now);
        if (inspection.Day > today)
            return new("future", $"检查日期 {ParkWords.Day(inspection.Day)} 还没有到。", "day");
        if (inspection.DoneOn > today)
            return new("future", $"整改完成日期 {ParkWords.Day(inspection.DoneOn)} 还没有到。", "doneOn");
        if (inspection.DoneOn < inspection.Day)
            return new("days", "整改完成日期不能早于检查日期。", "doneOn");
        if (inspection.DueOn < inspection.Day)
            return new("days", "整改期限不能早于检查日期。", "dueOn");
        if (inspection.Verdict == Wrong && inspection.Fault.Length == 0)
            return new("fault", "结论不符合的，请写明问题。", "fault");
        if (inspection.Verdict == Wrong && inspection.DueOn is null)
            return new("due", "结论不符合的，请填写整改期限。", "dueOn");
        if (inspection.Verdict == Right && (inspection.Fault.Length > 0 || inspection.DueOn is not null || inspection.DoneOn is not null))
            return new("fault", "结论符合的不填问题和整改；发现问题请把结论改为不符合。", "verdict");
        return inspection.TocIn is null != inspection.TocOut is null ? new("toc", "进口和出口 TOC 请一起填写。", "tocOut") : null;
    }
}
