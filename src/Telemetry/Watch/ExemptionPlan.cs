using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Watch;

/// <summary>豁免计划: a filed plan (starting up, shutting down, maintenance) during which certain alarms are not raised. An enterprise's plan counts once the park has agreed.</summary>
public sealed class ExemptionPlan : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Title { get; set; } = "";

    public string Kind { get; set; } = "";

    public int? OutletId { get; set; }

    public string PointName { get; set; } = "";

    public DateOnly? FromDay { get; set; }

    public string FromTime { get; set; } = "";

    public DateOnly? ToDay { get; set; }

    public string ToTime { get; set; } = "";

    public string Why { get; set; } = "";

    /// <summary>UTC; <see langword="null"/> where the plan has no beginning.</summary>
    public DateTime? StartsAt => ExemptionPlanType.Start(this);

    /// <summary>UTC, exclusive.</summary>
    public DateTime? EndsAt => ExemptionPlanType.End(this);

    /// <summary>The source stands still: it owes no data.</summary>
    public bool IsStandstill => Kind == ExemptionPlanType.Standstill;

    /// <summary>Starting up or shutting down: concentrations are not judged.</summary>
    public bool IsStartOrStop => Kind is ExemptionPlanType.StartUp or ExemptionPlanType.ShutDown;
}

public static class ExemptionPlanType
{
    public const string Name = "exemption-plans";

    internal const string StartUp = "启炉（开车）";
    internal const string ShutDown = "停炉（停车）";
    internal const string Standstill = "停产";
    private const string Overhaul = "设备检修";
    private const string Instrument = "监测设备维护校准";

    public static RecordType<ExemptionPlan> Create() => new RecordType<ExemptionPlan>(Name, "豁免计划")
        .In("报警", "", "启停炉、停产、检修等经备案的计划；期间内相应的报警不再发出。企业填报，园区审核后生效。", 21)
        .ForEnterprises(withApproval: true)
        .Reference(r => r.EnterpriseId, "企业", EnterpriseType.Name, f => f with { IsKey = true })
        .Text(r => r.Title, "计划名称", f => f with { IsRequired = true, IsKey = true, IsTitle = true, IsSearched = true, MaxLength = 100 })
        .Choice(r => r.Kind, "情形", [StartUp, ShutDown, Standstill, Overhaul, Instrument], f => f with { IsRequired = true })
        .OptionalReference(r => r.OutletId, "许可排放口", PermitRecords.Outlets, f => f with { IsFilter = false, Help = "排放口和点位都不填为全厂" })
        .Text(r => r.PointName, "点位名称", f => f with { MaxLength = 100 })
        .Date(r => r.FromDay, "开始日期", f => f with { IsRequired = true, IsFilter = true })
        .Text(r => r.FromTime, "开始时刻", f => f with { IsRequired = true, MaxLength = 5, Check = WorkingHours.CheckTime, Help = "如 08:00" })
        .Date(r => r.ToDay, "结束日期", f => f with { IsRequired = true })
        .Text(r => r.ToTime, "结束时刻", f => f with { IsRequired = true, MaxLength = 5, Check = WorkingHours.CheckTime })
        .LongText(r => r.Why, "事由")
        .Check(r => Start(r) >= End(r) ? new Problem("days", "结束应晚于开始。", "toDay") : null);

    public static DateTime? Start(ExemptionPlan plan) => plan.FromDay is { } day ? ParkTime.ToUtc(day.ToDateTime(WorkingHours.TimeOf(plan.FromTime))) : null;

    public static DateTime? End(ExemptionPlan plan) => plan.ToDay is { } day ? ParkTime.ToUtc(day.ToDateTime(WorkingHours.TimeOf(plan.ToTime))) : null;

    /// <summary>Whether a plan of this kind excuses alarms of that kind: starting up excuses concentrations, not silence.</summary>
    public static bool Excuses(string plan, AlarmKind kind) => kind switch
    {
        AlarmKind.OverLimit or AlarmKind.NearLimit or AlarmKind.ForecastOverLimit => true,
        AlarmKind.OffLine or AlarmKind.MissingData => plan is Standstill or Overhaul or Instrument,
        AlarmKind.Quota => false,
        AlarmKind.DataWhileStopped => plan != Standstill,
        _ => true,
    };
}
