namespace EcoPark.Analysis.Survival;

/// <summary>What is known of how long something lasted: it was whole at <paramref name="After"/>, and no longer at <paramref name="Until"/>.</summary>
/// <param name="After">Not negative, any unit of time.</param>
/// <param name="Until">Not less; equal where the end itself was seen, infinite where it lasts on.</param>
/// <param name="Count">How many are alike.</param>
public readonly record struct Lifetime(double After, double Until, int Count = 1)
{
    /// <summary>Its end is known to lie between two looks, or exactly; else it is censored.</summary>
    public bool HasEnded => double.IsFinite(Until);

    public static Lifetime EndedAt(double time, int count = 1) => new(time, time, count);

    public static Lifetime StillWhole(double time, int count = 1) => new(time, double.PositiveInfinity, count);
}
