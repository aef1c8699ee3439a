namespace EcoPark.Standards.Water;

/// <summary>One factor's result in a sample or a mean.</summary>
/// <param name="Factor">Code or Chinese name.</param>
/// <param name="Value">Null where missing or below the detection limit.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="DetectionLimit">Set where nothing was detected.</param>
public sealed record FactorResult(string Factor, decimal? Value, Unit Unit, decimal? DetectionLimit = null);

/// <summary>Results of one water body or well that are judged together.</summary>
public sealed record WaterSample
{
    /// <summary>Day in the park's zone.</summary>
    public required DateOnly Day { get; init; }
    public required IReadOnlyList<FactorResult> Results { get; init; }

    /// <summary>Kind of surface water.</summary>
    public WaterBody Body { get; init; }

    /// <summary>Class the water is to have; null where none is laid down.</summary>
    public WaterClass? Target { get; init; }
}
