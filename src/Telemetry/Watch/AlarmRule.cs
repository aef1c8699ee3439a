using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>报警规则 of the park: takes the place of the built-in rule of the same kind where it applies.</summary>
public sealed class AlarmRule : Record
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Data { get; set; } = "";

    public string Level { get; set; } = "";

    public bool? IsOff { get; set; }

    public string PointKind { get; set; } = "";

    public int? EnterpriseId { get; set; }

    public int? OutletId { get; set; }

    public string PointName { get; set; } = "";

    public string Factor { get; set; } = "";

    public double? Upper { get; set; }

    public double? Lower { get; set; }

    public double? Share { get; set; }

    public double? UrgentShare { get; set; }

    public double? DelayMinutes { get; set; }

    public double? DeadBand { get; set; }

    public double? EscalateMinutes { get; set; }

    public bool? ClosesItself { get; set; }

    public string Days { get; set; } = "";

    public TimeOnly? ActiveFrom { get; set; }

    public TimeOnly? ActiveTo { get; set; }
}

internal static class AlarmRuleType
{
    public const string Name = "alarm-rules";

    private static readonly Dictionary<string, Interval> Levels = new() { ["实时"] = Interval.RealTime, ["小时"] = Interval.Hour, ["日"] = Interval.Day };

    private static readonly Dictionary<string, PointKind> PointKinds = new()
    {
        ["废气排口"] = Registry.PointKind.FlueGas,
        ["废水排口"] = Registry.PointKind.WasteWater,
        ["雨水排口"] = Registry.PointKind.RainWater,
        ["环境空气"] = Registry.PointKind.AmbientAir,
        ["地表水"] = Registry.PointKind.SurfaceWater,
        ["地下水"] = Registry.PointKind.Groundwater,
        ["噪声"] = Registry.PointKind.Noise,
        ["厂界"] = Registry.PointKind.FenceLine,
    };

    private static readonly IReadOnlyList<string> Kinds = [.. BuiltInRules.All.Select(rule => rule.Kind.Title).Distinct()];

    public static RecordType<AlarmRule> Create() => new RecordType<AlarmRule>(Name, "报警规则")
        .In("报警", "", "没有设定规则时按内置规则报警；在这里设定的规则在其范围内代替同类的内置规则，范围越窄越优先。", 20)
        .Text(r => r.Name, "规则名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Choice(r => r.Kind, "报警类型", Kinds, f => f with { IsRequired = true })
        .Choice(r => r.Data, "数据", [.. Levels.Keys], f => f with { Help = "超标、接近限值等按哪一级数据判断；不填为实时。比值异常、漂移等按分钟或小时数据判断的类型不用填", IsFilter = false })
        .Choice(r => r.Level, "级别", ["红", "橙", "黄", "蓝"], f => f with { Help = "不填则与内置规则相同" })
        .YesNo(r => r.IsOff, "不报警", f => f with { Help = "选“是”则在此范围内不报这类警" })
        .Part("范围（都不填为全部）")
        .Choice(r => r.PointKind, "点位类型", [.. PointKinds.Keys], f => f with { IsFilter = false })
        .OptionalReference(r => r.EnterpriseId, "企业", EnterpriseType.Name)
        .OptionalReference(r => r.OutletId, "许可排放口", PermitRecords.Outlets, f => f with { IsFilter = false, IsListed = false })
        .Text(r => r.PointName, "点位名称", f => f with { MaxLength = 1_000, Help = "一组点位用顿号或逗号分开" })
        .Code(r => r.Factor, "因子", "factors")
        .Part("条件")
        .Number(r => r.Upper, "上限", "", f => f with { Decimals = 6, Help = "不填则用排污许可限值；超量程时为量程上限，不填则用已备案的量程" })
        .Number(r => r.Lower, "下限", "", f => f with { Decimals = 6, IsListed = false })
        .Number(r => r.Share, "接近限值起点", "%", f => f with { Min = 1, Max = 100, IsListed = false, Help = "默认 80" })
        .Number(r => r.UrgentShare, "升一级的起点", "%", f => f with { Min = 1, Max = 100, IsListed = false, Help = "默认 90" })
        .Number(r => r.DelayMinutes, "持续多久才报警", "分钟", f => f with { Min = 0, Max = 10_080, Help = "0 为立即" })
        .Number(r => r.DeadBand, "回差", "%", f => f with { Min = 0, Max = 50, IsListed = false, Help = "比限值好这么多才算恢复，避免反复报警" })
        .Number(r => r.EscalateMinutes, "多久无人确认即上报", "分钟", f => f with { Min = 0.1, Max = 10_080, IsListed = false })
        .YesNo(r => r.ClosesItself, "恢复后自动关闭", f => f with { IsListed = false })
        .Choice(r => r.Days, "生效日", [WorkingHours.EveryDay, WorkingHours.Weekdays, WorkingHours.Weekends], f => f with { IsListed = false, IsFilter = false })
        .TimeOfDay(r => r.ActiveFrom, "生效时段起", f => f with { IsListed = false, Help = "如 08:00；起止都不填为全天" })
        .TimeOfDay(r => r.ActiveTo, "生效时段止", f => f with { IsListed = false })
        .Check(r => r.ActiveFrom is null == r.ActiveTo is null ? null : new Problem("hours", "生效时段的起和止要么都填，要么都不填。", "activeTo"))
        .Check(r => r.Lower > r.Upper ? new Problem("limits", "下限不能高于上限。", "lower") : null);

    /// <summary>What the watch makes of it: what is not filled in is as built in.</summary>
    public static WatchRule RuleOf(AlarmRule record)
    {
        var kind = BuiltInRules.All.First(rule => rule.Kind.Title == record.Kind).Kind;
        var usual = BuiltInRules.For(kind, Levels.GetValueOrDefault(record.Data, Interval.RealTime));
        return usual with
        {
            Name = record.Name,
            Fits = null,
            IsOff = record.IsOff == true,
            Level = record.Level.Length == 0 ? usual.Level : Enum.GetValues<AlarmLevel>().First(level => AlarmWords.Of(level) == record.Level),
            PointKind = record.PointKind.Length == 0 ? null : PointKinds[record.PointKind],
            EnterpriseId = record.EnterpriseId,
            OutletId = record.OutletId,
            PointName = record.PointName,
            FactorCode = record.Factor,
            Upper = record.Upper,
            Lower = record.Lower,
            Shares = ((record.Share / 100) ?? usual.Shares.First, (record.UrgentShare / 100) ?? usual.Shares.Urgent),
            Delay = record.DelayMinutes is { } delay ? TimeSpan.FromMinutes(delay) : usual.Delay,
            DeadBand = (record.DeadBand / 100) ?? usual.DeadBand,
            EscalateAfter = record.EscalateMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : usual.EscalateAfter,
            ClosesItself = record.ClosesItself ?? usual.ClosesItself,
            Hours = WorkingHours.Of(record.ActiveFrom, record.ActiveTo, record.Days),
        };
    }
}
