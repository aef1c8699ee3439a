using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Declarations;

/// <summary>That an enterprise has handed in a declaration or its plan on the national platform.</summary>
public sealed class WasteDeclaration : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Kind { get; set; } = "";

    public string Period { get; set; } = "";

    public DateOnly? HandedInOn { get; set; }

    public string Number { get; set; } = "";

    public double? Tonnes { get; set; }

    public string Note { get; set; } = "";

    public DateOnly? DueOn { get; set; }

    public int? DaysLate { get; set; }

    public Declaration? Of => Declaration.Parse(Kind, Period);
}

internal static class WasteDeclarationType
{
    public const string Name = "waste-declarations";

    public static RecordType<WasteDeclaration> Create() => new RecordType<WasteDeclaration>(Name, "危废申报与备案")
        .In(Chapter.Title, Chapter.Section, "各企业危险废物月度、季度、年度申报和管理计划备案的登记（HJ 1259-2022）；逾期天数由此算出。", 37).ForEnterprises()
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Choice(r => r.Kind, "事项", [.. Declaration.Kinds.Select(one => one.Name)], f => f with { IsRequired = true, IsKey = true })
        .Text(r => r.Period, "所属期", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 10, Help = "月度 2026-05，季度 2026-Q2，年度和管理计划 2026" })
        .Date(r => r.HandedInOn, "提交日期", f => f with { IsRequired = true, IsFilter = true, Help = "在国家（省）固体废物管理信息系统提交的日期；电子件可作附件上传" })
        .Text(r => r.Number, "申报（备案）编号", f => f with { IsSearched = true, MaxLength = 50 })
        .Number(r => r.Tonnes, "申报产生量", "t", f => f with { Min = 0, Decimals = 6, Help = "危险废物合计；填写后与台账核对（管理计划填预计产生量）" })
        .Text(r => r.Note, "备注", f => f with { IsListed = false })
        .Stored(r => r.DueOn, "期限", r => r.Of?.DueOn, f => f with { IsFilter = true })
        .Stored(r => r.DaysLate, "逾期天数", r => r.Of is { } of && r.HandedInOn is { } day ? Math.Max(0, day.DayNumber - of.DueOn.DayNumber) : null, f => f with { IsFilter = true })
        .Check(Check);

    internal static Problem? Check(WasteDeclaration declaration, DateTime now)
    {
        if (declaration.Of is not { } of)
            return new("period", $"{declaration.Kind}的所属期应写成 {Declaration.Example(declaration.Kind)} 这样，现为“{declaration.Period}”。", "period");
        if (declaration.HandedInOn is not { } day)
            return null;
        if (day > ParkWords.DayOf(now))
            return new("future", $"提交日期 {ParkWords.Day(day)} 还没有到，提交后再登记。", "handedInOn");
        // A plan is made before its year; what is declared has to be over.
        return of.Kind != DeclarationKind.Plan && day <= of.Last ? new("early", $"{of.Title}要到 {ParkWords.Day(of.Last)} 过后才能提交，现为 {ParkWords.Day(day)}。", "handedInOn") : null;
    }
}
