namespace EcoPark.Standards;

/// <summary>How a value is set against a limit, GB/T 8170-2008 clause 4.3.</summary>
public enum ComparisonRule
{
    /// <summary>Rounded as the medium's evaluation reports it (<see cref="ReportedPlaces"/>: ambient air, noise); the value as it is where nothing is laid down.</summary>
    AsReported,

    /// <summary>全数值比较法: the value as it is.</summary>
    FullValue,

    /// <summary>修约值比较法: the value rounded to the places the limit is written with.</summary>
    RoundedValue,
}
