using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Standards;
using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Periods;

/// <summary>A stretch of hours (flue gas, pH) or a day (waste water) over the permit's limit.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Hours">Hours or, for a day, 24.</param>
/// <param name="Highest">Highest judged value in the channel's unit: corrected where the outlet corrects.</param>
/// <param name="Worst">Judgement of the highest.</param>
public sealed record Exceedance(Channel Channel, bool IsDaily, DateTime From, DateTime To, int Hours, double Highest, Verdict Worst);

/// <summary>A stretch of hours with one mark other than normal, for one reason.</summary>
/// <param name="From">UTC.</param>
/// <param name="To">UTC, exclusive.</param>
/// <param name="Why">Chinese.</param>
public sealed record MarkStretch(Channel Channel, DataMark Mark, string Why, DateTime From, DateTime To, int Hours);

/// <summary>A factor over the period.</summary>
/// <param name="Due">Hours due: those stopped are left out.</param>
/// <param name="CaptureRate">有效数据捕集率, 0…1; null where the source stood still.</param>
/// <param name="Transmission">传输有效率; null where nothing was due.</param>
/// <param name="Kilograms">Emitted mass with replaced hours; null where none is known.</param>
/// <param name="Manual">Of this by 手工监测, kg.</param>
/// <param name="Missing">Due hours without a mass.</param>
public sealed record FactorPeriod(
    Channel Channel, int Due, int Received, int Valid, int Stopped, decimal? CaptureRate, EffectiveTransmissionRate? Transmission, double? Kilograms, double Replaced, double Manual, int Missing, double? Logged, int LoggedHours, int ExceedingHours, int ExceedingDays);

/// <summary>All that an outlet did in a period, ready for a page or a report.</summary>
/// <param name="First">First day of the park's zone.</param>
/// <param name="Last">Last day.</param>
public sealed record OutletPeriod(Outlet Outlet, DateOnly First, DateOnly Last, OutletHours Hours, IReadOnlyList<OutletDay> Days, ControlHistory Control)
{
    public required IReadOnlyList<FactorPeriod> Factors { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<Exceedance> Exceedances { get; init; }

    /// <summary>In order of time: maintenance, calibration, fault, stopped, out of control, missing.</summary>
    public required IReadOnlyList<MarkStretch> Marks { get; init; }
}
