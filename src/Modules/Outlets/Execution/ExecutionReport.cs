using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Periods;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Execution;

/// <summary>自行监测（自动）: the valid data of one factor of one outlet in the period.</summary>
/// <param name="Unit">What the values are: hours at the reference oxygen where the outlet corrects, days of waste water.</param>
/// <param name="Count">Valid values.</param>
/// <param name="Over">Of these over the limit.</param>
/// <param name="Limit">Limit in force on the last day; null where the permit has none.</param>
public sealed record MonitoredFactor(Outlet Outlet, Channel Channel, string Unit, int Count, double? Lowest, double? Highest, double? Mean, int Over, double? Limit, FactorPeriod Period)
{
    /// <summary>0…1; null where nothing was valid.</summary>
    public double? OverShare => Count > 0 ? (double)Over / Count : null;
}

/// <summary>An exceedance with what the enterprise or the park says of it.</summary>
/// <param name="Explanation">Accepted or submitted explanation, else the reason on record; empty where there is none.</param>
public sealed record ExplainedExceedance(Outlet Outlet, Exceedance Exceedance, string Explanation);

/// <summary>实际排放量 against the permitted total.</summary>
/// <param name="InPeriod">kg.</param>
/// <param name="OfYear">kg since 1 January of the year of the last day.</param>
/// <param name="Permitted">t/a; null where the permit has none.</param>
/// <param name="Missing">Due hours of the period without a mass: the sum is too low by them.</param>
public sealed record EmittedFactor(Outlet Outlet, Channel Channel, double? InPeriod, double Replaced, int Missing, double? OfYear, double? Permitted)
{
    /// <summary>Of the year; null where either is unknown.</summary>
    public double? Share => Permitted is > 0 and var tonnes && OfYear is { } used ? used / 1_000 / tonnes : null;
}

/// <summary>实际排放量 of what was measured by hand alone, against the permitted total.</summary>
/// <param name="Fact">Of the period.</param>
/// <param name="OfYear">kg since 1 January of the year of the last day.</param>
/// <param name="Permitted">t/a; null where the permit has none.</param>
public sealed record EmittedByHand(ManualFact Fact, double? OfYear, double? Permitted)
{
    /// <summary>Of the year; null where either is unknown.</summary>
    public double? Share => Permitted is > 0 and var tonnes && OfYear is { } used ? used / 1_000 / tonnes : null;
}

/// <summary>Material of the 执行报告 of one enterprise: in the order in which the permit's report wants it (HJ 944-2018).</summary>
/// <param name="First">First day of the park's zone.</param>
/// <param name="Last">Last day.</param>
/// <param name="Abnormal">Faults, anomalies and silence of the monitoring facilities, in order of time.</param>
/// <param name="Manual">What was measured by hand; null where the actor may not see it.</param>
/// <param name="ByHand">Emissions of factors that their outlet does not send on line: none is counted twice.</param>
/// <param name="LeftOut">Abnormal states beyond <see cref="ExecutionReportReader.MostAlarms"/>, which are not listed.</param>
public sealed record ExecutionReport(
    string Enterprise, string Industry, DateOnly First, DateOnly Last, IReadOnlyList<OutletPeriod> Outlets, IReadOnlyList<MonitoredFactor> Monitored, IReadOnlyList<EmittedFactor> Emitted,
    IReadOnlyList<ExplainedExceedance> Exceedances, IReadOnlyList<Alarm> Abnormal, ManualPeriod? Manual, IReadOnlyList<EmittedByHand> ByHand, long LeftOut, DateTime MadeAt);
