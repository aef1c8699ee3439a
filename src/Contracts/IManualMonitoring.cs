namespace EcoPark.Contracts;

/// <summary>Results by hand of one factor at one point in a period, as the 执行报告 wants them (HJ 944-2018).</summary>
/// <param name="Outlet">The permit's outlet; <see langword="null"/> for fences, noise and points that name none.</param>
/// <param name="Kind">废水, 有组织废气, 厂界无组织 …</param>
/// <param name="Count">Results.</param>
/// <param name="Below">Of these below detection.</param>
/// <param name="Mean">What was not detected counts by half.</param>
/// <param name="Days">Days that were measured on.</param>
/// <param name="Kilograms">Emission of the period, kg; <see langword="null"/> where it cannot be worked out.</param>
/// <param name="Equation">With its figures, Chinese.</param>
/// <param name="Gap">What is missing, Chinese; empty where nothing is.</param>
public sealed record ManualFact(
    int EnterpriseId, string Enterprise, PermitOutletId? Outlet, string Point, string Kind, string Factor, string FactorName, string Unit, int Count, int Below, double? Lowest, double? Highest, double? Mean, int Days, int DaysOver, string Standard, string Limit, double? Kilograms, string Equation, string Gap);

/// <summary>A day on which a factor was over its limit by hand.</summary>
/// <param name="TimesOver">Above the limit, in limits; <see langword="null"/> where that has no meaning.</param>
public sealed record ManualExceedance(string Point, string FactorName, DateOnly Day, double Highest, string Unit, string Limit, string Standard, double? TimesOver);

/// <summary>Manual monitoring of an enterprise in a period. Only reports that were handed in or approved count.</summary>
/// <param name="Gaps">What was not measured and why, what waits for approval, Chinese.</param>
public sealed record ManualPeriod(IReadOnlyList<ManualFact> Facts, IReadOnlyList<ManualExceedance> Over, IReadOnlyList<string> Gaps);

/// <summary>Manual monitoring for those who put it beside other data. The room of manual monitoring implements it.</summary>
public interface IManualMonitoring
{
    /// <summary>Enterprises in the actor's scope that have plans or results.</summary>
    Task<IReadOnlyList<(int Id, string Name)>> Enterprises(CancellationToken cancellationToken);

    /// <param name="enterprise">One alone; <see langword="null"/> for all in scope.</param>
    /// <returns><see langword="null"/> where the actor may not see it.</returns>
    Task<ManualPeriod?> Read(int? enterprise, DateOnly first, DateOnly last, CancellationToken cancellationToken);
}
