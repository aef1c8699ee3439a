namespace EcoPark.Standards.Ldar;

/// <summary>What flows past a seal, as limits and factors tell it apart.</summary>
public enum FluidState
{
    /// <summary>气态 VOCs 物料.</summary>
    Gas,

    /// <summary>挥发性有机液体, GB 37822-2019 3.8: a component of at least 0.3 kPa alone, or such components of at least 20 % by mass.</summary>
    LightLiquid,

    /// <summary>Other liquid VOCs material.</summary>
    HeavyLiquid,
}

/// <summary>Their words.</summary>
public static class FluidStates
{
    public const string Gas = "气体";
    public const string LightLiquid = "轻液体";
    public const string HeavyLiquid = "重液体";

    public static readonly IReadOnlyList<string> Names = [Gas, LightLiquid, HeavyLiquid];

    /// <summary><see langword="null"/> for any other word.</summary>
    public static FluidState? Of(string name) => name switch
    {
        Gas => FluidState.Gas,
        LightLiquid => FluidState.LightLiquid,
        HeavyLiquid => FluidState.HeavyLiquid,
        _ => null,
    };

    /// <summary>“gas light” of the data files.</summary>
    internal static IReadOnlySet<FluidState> Parse(string words) => words.Split(' ').Select(word => word switch
    {
        "gas" => FluidState.Gas,
        "light" => FluidState.LightLiquid,
        "heavy" => FluidState.HeavyLiquid,
        _ => throw new FormatException($"No state of a fluid: {word}"),
    }).ToHashSet();
}
