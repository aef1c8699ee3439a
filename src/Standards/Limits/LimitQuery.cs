namespace EcoPark.Standards;

/// <summary>What limits are wanted; what is null is not asked for.</summary>
/// <param name="Factor">Code or Chinese name.</param>
/// <param name="Medium">Medium of the point.</param>
/// <param name="Day">Day in the park's zone.</param>
public sealed record LimitQuery(string Factor, Medium Medium, DateOnly Day)
{
    public string? StandardNumber { get; init; }

    /// <summary>Class, level or zone as the standard writes it.</summary>
    public string? Class { get; init; }
    public Averaging? Averaging { get; init; }
    public LimitKind? Kind { get; init; }

    /// <summary>Text the row's condition must contain: 湖库, 排气筒30 m.</summary>
    public string? Condition { get; init; }

    internal bool Matches(Limit limit) =>
        (StandardNumber is null || limit.StandardNumber == StandardNumber)
        && (Class is null || limit.Class == Class)
        && (Averaging is null || limit.Averaging == Averaging)
        && (Kind is null || limit.Kind == Kind)
        && (Condition is null || limit.Condition.Contains(Condition, StringComparison.Ordinal));
}
