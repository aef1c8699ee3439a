namespace EcoPark.Telemetry.Log.Decisions;

/// <summary>How a person puts right the times of telegrams of a device whose clock was wrong.</summary>
/// <param name="Way">How it is worked out.</param>
/// <param name="Shift">What is added, for <see cref="CorrectionWay.ByShift"/>.</param>
/// <param name="DataTime">Right DataTime of a single telegram, the park's wall clock, for <see cref="CorrectionWay.ToTime"/>.</param>
public sealed record TimeCorrection(CorrectionWay Way, TimeSpan Shift = default, DateTime? DataTime = null);

public enum CorrectionWay
{
    /// <summary>The clock was wrong by what lies between QN and arrival; by whole periods, so that minutes, hours and days stay on their grid.</summary>
    ByArrival = 1,

    /// <summary>The times are right: a late upload of more than a year.</summary>
    AsWritten = 2,

    /// <summary>By an amount that the person knows.</summary>
    ByShift = 3,

    /// <summary>The person knows the time of one telegram.</summary>
    ToTime = 4,
}
