using EcoPark.Contracts;
using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.List;

/// <summary>要素: the three lists of clause 7.4.5.</summary>
public static class Elements
{
    public static readonly IReadOnlyList<string> All = [PollutantTrace.Water, PollutantTrace.Air, PollutantTrace.Ground];

    public static PollutantMedium MediumOf(string element) => element switch
    {
        PollutantTrace.Water => PollutantMedium.Water,
        PollutantTrace.Air => PollutantMedium.Air,
        _ => PollutantMedium.Ground,
    };

    /// <summary>Unit that concentrations of an element are set beside each other in.</summary>
    public static string UnitOf(string element) => element switch { PollutantTrace.Water => "mg/L", PollutantTrace.Air => "mg/m³", _ => "mg/kg" };
}
