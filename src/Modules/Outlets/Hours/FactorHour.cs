using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>One factor in one hour.</summary>
/// <param name="Measured">Hourly mean in the channel's unit, valid or not; null where there is none.</param>
/// <param name="Corrected">At the reference oxygen, in the channel's unit; null where nothing is corrected or it cannot be.</param>
/// <param name="Mark">What was going on.</param>
/// <param name="Why">Chinese: why it is not valid, or why it cannot be corrected; empty where all is well.</param>
/// <param name="Kilograms">Emitted mass, kg: measured × flow, or what takes its place: by hand × flow, else by rule; null where it is missing.</param>
/// <param name="LoggedKilograms">Mass by the logger's own totals (Cou), kg.</param>
/// <param name="ReplacedBy">The rule by which <paramref name="Kilograms"/> takes the place of a missing mass; null where it was measured.</param>
/// <param name="Manual">手工监测: a concentration by hand in the place of an automatic one that is missing or not valid. It makes the mass, and leaves mark, validity and judgement as they are.</param>
public readonly record struct FactorHour(decimal? Measured, decimal? Corrected, DataMark Mark, string Why, decimal? Kilograms, decimal? LoggedKilograms, ReplacementRule? ReplacedBy = null, ManualHour? Manual = null)
{
    /// <summary>Valid for means and judgement.</summary>
    public bool IsValid => Measured is not null && Mark.IsValid();

    /// <summary>Due: the source was not stopped.</summary>
    public bool IsDue => !Mark.IsExempt();

    /// <summary>What is judged: the corrected value where the outlet corrects, the measured one otherwise.</summary>
    public decimal? Judged(bool isCorrecting) => !IsValid ? null : isCorrecting ? Corrected : Measured;
}
