using EcoPark.Modules.Ldar.Points;
using EcoPark.Standards.Ldar;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>How the next test of a seal stands.</summary>
public enum PlanState
{
    /// <summary>Tested, and the next test is not due for a month.</summary>
    InTime,

    /// <summary>Due within thirty days.</summary>
    Soon,

    /// <summary>The day has passed.</summary>
    Overdue,

    /// <summary>Nobody ever tested it, and nobody said since when it is in use.</summary>
    Never,

    /// <summary>免予检测.</summary>
    Exempt,

    /// <summary>不可达.</summary>
    Inaccessible,

    /// <summary>Not in use.</summary>
    OutOfService,
}

/// <summary>What of a seal its plan follows from.</summary>
public sealed record PlannedSeal(int Id, int EnterpriseId, int UnitId, string Code, string Kind, string State, string Place, string Equipment, bool IsExempt, bool IsAccessible, DateOnly? InService, DateOnly? OutOfService, string Industry);

/// <summary>When a seal is to be tested next, and why then.</summary>
/// <param name="Due">Last day; <see langword="null"/> where there is none.</param>
/// <param name="Basis">The rule.</param>
public sealed record PointPlan(PlannedSeal Seal, DateOnly? LastTest, DateOnly? Due, PlanState Plan, string Basis)
{
    /// <summary>Days ahead that are soon.</summary>
    public const int SoonDays = 30;

    /// <summary>It has to be tested at all.</summary>
    public bool IsOwed => Plan is not (PlanState.Exempt or PlanState.Inaccessible or PlanState.OutOfService);

    /// <summary>It should have been.</summary>
    public bool IsLate => Plan is PlanState.Overdue or PlanState.Never;

    /// <summary>A round has to test it; as of the round's first day.</summary>
    public bool IsDueIn(Surveys.LdarRound round) => IsOwed && (Plan == PlanState.Never || Due <= round.Last);

    public static PointPlan Of(PlannedSeal seal, DateOnly? lastTest, DateOnly today)
    {
        PointPlan None(PlanState state, string why) => new(seal, lastTest, null, state, why);
        if (seal.OutOfService <= today)
            return None(PlanState.OutOfService, "已停用");
        if (seal.IsExempt)
            return None(PlanState.Exempt, "设备免予检测（GB 37822-2019 8.3.2）");
        if (!seal.IsAccessible)
            return None(PlanState.Inaccessible, "不可达，按平均系数核算");
        if (SealKind.Of(seal.Kind) is not { } kind || FluidStates.Of(seal.State) is not { } state || TestFrequency.Of(kind, state, seal.Industry, today) is not { } frequency)
            return None(PlanState.InTime, "没有适用的检测频次");
        var due = lastTest?.AddMonths(frequency.Months) ?? seal.InService?.AddDays(frequency.FirstDays);
        return new(seal, lastTest, due, due is null ? PlanState.Never : due < today ? PlanState.Overdue : due <= today.AddDays(SoonDays) ? PlanState.Soon : PlanState.InTime, frequency.Basis.Shown);
    }
}

/// <summary>Their words.</summary>
internal static class PlanStates
{
    public static readonly IReadOnlyDictionary<PlanState, string> Titles = new Dictionary<PlanState, string>
    {
        [PlanState.Overdue] = "逾期",
        [PlanState.Never] = "从未检测",
        [PlanState.Soon] = "30 天内到期",
        [PlanState.InTime] = "未到期",
        [PlanState.Exempt] = "免予检测",
        [PlanState.Inaccessible] = "不可达",
        [PlanState.OutOfService] = "已停用",
    };
}
