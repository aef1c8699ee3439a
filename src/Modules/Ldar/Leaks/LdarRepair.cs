using System.ComponentModel;
using System.Linq.Expressions;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Records;
using EcoPark.Platform.Workflow;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>泄漏修复: a leak from its detection to the re-test. It is opened by itself for every reading that leaks; where it stands follows from what is entered, see <see cref="LeakLife"/>.</summary>
public sealed class LdarRepair : Record, IOfEnterprise, IFlowing
{
    /// <summary>Somebody has entered something: it is not taken back by itself any more.</summary>
    internal static readonly Expression<Func<LdarRepair, bool>> IsTouched = one => one.FirstRepairAt != null || one.RepairedAt != null || one.RetestAt != null || one.IsDelayed == true;

    public int EnterpriseId { get; set; }

    public int EquipmentId { get; set; }

    public int SealPointId { get; set; }

    public string PointCode { get; set; } = "";

    public DateTime? DetectedAt { get; set; }

    public double? FirstNet { get; set; }

    public double? Limit { get; set; }

    /// <summary>A net value that equals the limit leaks.</summary>
    public bool IsLimitInclusive { get; set; }

    public DateTime? FirstRepairAt { get; set; }

    public string Method { get; set; } = "";

    public DateTime? RepairedAt { get; set; }

    public string Repairer { get; set; } = "";

    public bool? IsDelayed { get; set; }

    public string DelayReason { get; set; } = "";

    public DateOnly? DelayUntil { get; set; }

    public string DelayPlan { get; set; } = "";

    public DateOnly? DelayFiled { get; set; }

    public string DelayVerdict { get; set; } = "";

    public string DelayRemark { get; set; } = "";

    /// <summary>Day that the verdict is about: another one is to be agreed to anew.</summary>
    [DisplayName("所批日期")]
    public DateOnly? DelayDecided { get; set; }

    public DateTime? RetestAt { get; set; }

    public string Retester { get; set; } = "";

    public int? RetestInstrumentId { get; set; }

    public double? RetestBackground { get; set; }

    public double? RetestReading { get; set; }

    public double? RetestNet { get; set; }

    public string State { get; set; } = "";

    /// <inheritdoc cref="LeakState"/>
    [DisplayName("所处环节")]
    public LeakState Stage { get; set; }

    /// <summary>Deadline of the stage, UTC.</summary>
    [DisplayName("期限")]
    public DateTime? Due { get; set; }

    /// <summary>When the deadline is to be looked at next, UTC.</summary>
    [DisplayName("下次检查")]
    public DateTime? Look { get; set; }

    /// <inheritdoc/>
    [DisplayName("流程版本")]
    public int Version { get; set; }
}
