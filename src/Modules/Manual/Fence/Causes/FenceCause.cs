using EcoPark.Modules.Manual.Points;
using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Manual.Fence.Causes;

/// <summary>厂界溯源单: evidence that the park has fixed, and what the enterprise finds and does. All enterprises that a finding may come from get the same evidence.</summary>
public sealed class FenceCause : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Kind { get; set; } = "";

    public string Point { get; set; } = "";

    public string Factor { get; set; } = "";

    public DateTime? From { get; set; }

    public DateTime? To { get; set; }

    public DateOnly? FoundOn { get; set; }

    public string Evidence { get; set; } = "";

    public DateOnly? CauseDueOn { get; set; }

    public DateOnly? CausedOn { get; set; }

    public string Cause { get; set; } = "";

    public DateOnly? ActionDueOn { get; set; }

    public DateOnly? ActedOn { get; set; }

    public string Action { get; set; } = "";

    public string State { get; set; } = "";

    public string Title { get; set; } = "";
}

internal static class FenceCauseType
{
    public const string Name = "fence-causes";

    public const string OfPeak = "厂界峰值";
    public const string OfYear = "年均差值超行动值";

    public const string Open = "待查因";
    public const string Caused = "待整改";
    public const string Done = "已完成";

    public static RecordType<FenceCause> Create() => new RecordType<FenceCause>(Name, "厂界溯源单")
        .In(Chapter.Title, Chapter.Fugitive, "厂界峰值或年均差值的证据，和企业查找的原因、采取的措施；可能的几家企业收到同一份证据。", 18).ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Choice(r => r.Kind, "事由", [OfPeak, OfYear], f => f with { IsRequired = true, IsFilter = true })
        .Text(r => r.Point, "点位", f => f with { IsRequired = true, IsKey = true, IsSearched = true, MaxLength = 200 })
        .Code(r => r.Factor, "监测因子", ManualFactors.Dictionary, f => f with { IsRequired = true, IsKey = true, IsFilter = true })
        .Moment(r => r.From, "时段起", f => f with { IsRequired = true, IsKey = true })
        .Moment(r => r.To, "时段止", f => f with { IsRequired = true })
        .Date(r => r.FoundOn, "发出日期", f => f with { IsRequired = true })
        .LongText(r => r.Evidence, "证据", f => f with { IsRequired = true })
        .Part("原因")
        .Date(r => r.CauseDueOn, "查因期限", f => f with { IsRequired = true, Help = $"参照国外做法为 {FenceActionLevels.CauseDays} 日（待核对），由园区定" })
        .Date(r => r.CausedOn, "查明日期")
        .LongText(r => r.Cause, "原因")
        .Part("措施")
        .Date(r => r.ActionDueOn, "整改期限", f => f with { IsRequired = true, Help = $"参照国外做法为 {FenceActionLevels.ActionDays} 日（待核对），由园区定" })
        .Date(r => r.ActedOn, "完成日期")
        .LongText(r => r.Action, "措施")
        .Stored(r => r.State, "状态", r => r.ActedOn is not null ? Done : r.CausedOn is not null ? Caused : Open, f => f with { IsFilter = true, MaxLength = 10 })
        .Stored(r => r.Title, "名称", r => $"{r.Point} {ManualFactors.Title(r.Factor)}", f => f with { IsTitle = true, IsSearched = true, IsListed = false, MaxLength = 300 })
        .Check(Check);

    internal static Problem? Check(FenceCause cause, DateTime now)
    {
        var today = ParkWords.DayOf(now);
        if (cause.To <= cause.From)
            return new("period", "时段止应晚于时段起。", "to");
        if (cause.FoundOn > today || cause.CausedOn > today || cause.ActedOn > today)
            return new("future", "发出、查明和完成日期不能晚于今天。", cause.FoundOn > today ? "foundOn" : cause.CausedOn > today ? "causedOn" : "actedOn");
        if (cause.CauseDueOn < cause.FoundOn || cause.ActionDueOn < cause.CauseDueOn)
            return new("due", "查因期限不能早于发出日期，整改期限不能早于查因期限。", cause.CauseDueOn < cause.FoundOn ? "causeDueOn" : "actionDueOn");
        if (cause.CausedOn < cause.FoundOn || cause.ActedOn < cause.CausedOn)
            return new("days", "查明日期不能早于发出日期，完成日期不能早于查明日期。", cause.CausedOn < cause.FoundOn ? "causedOn" : "actedOn");
        if (cause.CausedOn is not null && cause.Cause.Trim().Length == 0)
            return new("cause", "已查明的请写明原因；确认与本企业无关的也写明依据。", "cause");
        if (cause.ActedOn is not null && (cause.Action.Trim().Length == 0 || cause.CausedOn is null))
            return new("action", "已完成的请写明措施和查明日期；不需要措施的写明理由。", cause.CausedOn is null ? "causedOn" : "action");
        return null;
    }
}
