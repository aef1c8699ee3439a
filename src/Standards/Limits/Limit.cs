namespace EcoPark.Standards;

/// <summary>One limit: a row of a standard, or what a permit or a park lays down.</summary>
public sealed record Limit
{
    /// <summary>GB 3095-2026; the number of a permit for limits of a permit.</summary>
    public required string StandardNumber { get; init; }
    public required string StandardName { get; init; }

    /// <summary>Version as the list writes it: 现行, 现行(过渡阶段) …</summary>
    public string Version { get; init; } = "";

    /// <summary>First day it holds; null where the list has none (long in force).</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day it holds, inclusive; null where open.</summary>
    public DateOnly? EffectiveTo { get; init; }
    public required Medium Medium { get; init; }

    /// <summary>Class, level or zone: 二级, Ⅲ, 3类, 特别排放限值 …; empty where there is none.</summary>
    public string Class { get; init; } = "";

    /// <summary>Code where there is one, else the Chinese name; see <see cref="Standards.Factor.Key"/>.</summary>
    public required string Factor { get; init; }
    public string FactorName { get; init; } = "";
    public required Averaging Averaging { get; init; }

    /// <summary>The value must not be below; null where there is no lower bound.</summary>
    public decimal? Lower { get; init; }

    /// <summary>The value must not be above; null where there is no upper bound.</summary>
    public decimal? Upper { get; init; }
    public required Unit Unit { get; init; }
    public LimitKind Kind { get; init; } = LimitKind.Concentration;

    /// <summary>What else the row asks: table, reference oxygen, height of the stack, kind of water body.</summary>
    public string Condition { get; init; } = "";
    public string Remark { get; init; } = "";

    /// <summary>Kind of surface water that the row is made for; null where it holds for rivers and lakes alike.</summary>
    public WaterBody? WaterBody { get; init; }

    /// <summary>Where the figure was seen.</summary>
    public string Source { get; init; } = "";
    public SourceKind SourceKind { get; init; } = SourceKind.Caller;
    public Confidence Confidence { get; init; } = Confidence.Verified;

    /// <summary>Only recalled rows start switched off; a judgement never uses a row that is off.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether the row holds on a day of the park's zone.</summary>
    public bool IsInForce(DateOnly day) => (EffectiveFrom is not { } from || from <= day) && (EffectiveTo is not { } to || day <= to);

    /// <summary>Whether the row holds for a kind of surface water; null for one that is not known.</summary>
    public bool HoldsFor(WaterBody? body) => body switch
    {
        null => true,
        Standards.WaterBody.Sea => WaterBody == Standards.WaterBody.Sea,
        _ => WaterBody is null || WaterBody == body,
    };

    /// <summary>≤ 60 μg/m³, ≥ 5 mg/L, 6～9.</summary>
    public string Text => LimitText.Of(this);
}
