using EcoPark.Standards;

namespace EcoPark.Modules.Manual.Points;

/// <summary>Factors of manual monitoring.</summary>
internal static class ManualFactors
{
    /// <summary>The dictionary of everything that standards have limits for, which the room of environment quality keeps; what has no code goes by its name (臭气浓度).</summary>
    public const string Dictionary = "standard-factors";

    /// <summary>One word for a factor, whether it is written by its code or its name.</summary>
    public static string KeyOf(string factor) => FactorTable.KeyOf(factor, Medium.AmbientAir);

    public static string Title(string factor) => FactorTable.FindAnywhere(factor)?.Name ?? factor;
}
