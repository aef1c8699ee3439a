namespace EcoPark.Standards;

/// <summary>The outcome of one judgement, with all a page or a report has to say about it.</summary>
public sealed record Verdict
{
    private readonly string? _reason;

    public required LimitOutcome Outcome { get; init; }

    /// <summary>Chinese sentence saying why; made on demand where nothing special is to be said.</summary>
    public string Reason
    {
        get => _reason ?? VerdictText.Of(this);
        init => _reason = value;
    }

    /// <summary>Chinese name of the factor.</summary>
    public string FactorName { get; init; } = "";

    /// <summary>Nothing was detected; <see cref="ComparedValue"/> is the detection limit.</summary>
    public bool IsBelowDetection { get; init; }

    /// <summary>The limit that decided; null where there is none.</summary>
    public Limit? Limit { get; init; }

    /// <summary>The value as it was compared: converted to the limit's unit, rounded where the rule says so.</summary>
    public decimal? ComparedValue { get; init; }

    /// <summary>超标倍数, (value − limit) / limit; null where nothing is exceeded or the factor has no multiple (noise: see <see cref="ExceededBy"/>).</summary>
    public decimal? ExceedanceMultiple { get; init; }

    /// <summary>How far beyond the limit, in the limit's unit.</summary>
    public decimal? ExceededBy { get; init; }
    public ComparisonRule Comparison { get; init; }

    /// <summary>Chinese note of the conversion made; null where none was.</summary>
    public string? Conversion { get; init; }

    /// <summary>The limit was made for another averaging period: an indication, not a finding.</summary>
    public bool IsIndicative { get; init; }

    public string? StandardNumber => Limit?.StandardNumber;
    public string? StandardName => Limit?.StandardName;

    /// <summary>≤ 60 μg/m³.</summary>
    public string? LimitText => Limit?.Text;
    public Unit? Unit => Limit?.Unit;
}
