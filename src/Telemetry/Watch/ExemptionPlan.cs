using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;

namespace EcoPark.Telemetry.Watch;

/// <summary>豁免计划: a filed plan (starting up, shutting down, maintenance) during which certain alarms are not raised. An enterprise's plan counts once the park has agreed.</summary>
public sealed class ExemptionPlan : Record, IOfEnterprise
{
    public int EnterpriseId { get; set; }

    public string Title { get; set; } = "";

    public string Kind { get; set; } = "";

    public int? OutletId { get; set; }

    public string PointName { get; set; } = "";

    /// <summary>UTC.</summary>
    public DateTime? StartsAt { get; set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime? EndsAt { get; set; }

    public string Why { get; set; } = "";

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
        .Moment(r => r.StartsAt, "开始", f => f with { IsRequired = true, IsFilter = true })
        .Moment(r => r.EndsAt, "结束", f => f with { IsRequired = true })
        .LongText(r => r.Why, "事由")
        .Check(r => r.StartsAt >= r.EndsAt ? new Problem("days", "结束应晚于开始。", "endsAt") : null);

    /// <summary>Whether a plan of this kind excuses alarms of that kind: starting up excuses concentrations, not silence.</summary>
    public static bool Excuses(string plan, AlarmType kind) => kind.IsExcusedBy(plan switch
    {
        StartUp => AlarmExcuses.StartUp,
        ShutDown => AlarmExcuses.ShutDown,
        Standstill => AlarmExcuses.Standstill,
        Overhaul => AlarmExcuses.Overhaul,
        Instrument => AlarmExcuses.InstrumentWork,
        _ => AlarmExcuses.None,
    });
}
