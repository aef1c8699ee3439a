namespace EcoPark.Standards;

/// <summary>One value to be judged.</summary>
public sealed record JudgementRequest
{
    /// <summary>Code or Chinese name.</summary>
    public required string Factor { get; init; }

    /// <summary>The value; null where it is missing or below <see cref="DetectionLimit"/>.</summary>
    public required decimal? Value { get; init; }

    /// <summary>Set where the result was "not detected" or "&lt;0.05": the detection limit, in <see cref="Unit"/>.</summary>
    public decimal? DetectionLimit { get; init; }
    public required Unit Unit { get; init; }
    public required Averaging Averaging { get; init; }
    public required Medium Medium { get; init; }

    /// <summary>Day in the park's zone; chooses the version of the standard.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Standard to judge by; null for every standard of the medium.</summary>
    public string? StandardNumber { get; init; }

    /// <summary>Class, level or zone as the standard writes it (二级, Ⅲ, 3类).</summary>
    public string? Class { get; init; }

    /// <summary>Text that narrows the rows by their condition: 排气筒30 m.</summary>
    public string? Condition { get; init; }

    /// <summary>Kind of surface water; null where it is not known, so that rivers' and lakes' rows are alternatives.</summary>
    public WaterBody? WaterBody { get; init; }
    public LimitKind? Kind { get; init; }

    /// <summary>Limits of a permit or the park; where given, they alone are judged by (standard, class and condition above do not narrow them), and each must hold.</summary>
    public IReadOnlyList<Limit>? Limits { get; init; }
    public ComparisonRule Comparison { get; init; }

    /// <summary>Temperature and pressure of the value's volume; null for the state the medium's limits are stated at.</summary>
    public GasState? State { get; init; }

    /// <summary>Water temperature in ℃, for limits and multiples that depend on it (DO saturation, ammonia of GB 18918).</summary>
    public decimal? WaterTemperature { get; init; }

    /// <summary>Whether a limit for another averaging period may serve, as an indication only (hour against a daily limit).</summary>
    public bool AcceptsOtherAveraging { get; init; }

    /// <summary>A value off a double, as a reading store has it; what is no figure becomes null.</summary>
    public static decimal? ValueOf(double value) => Rounding.Figure(value);
}
