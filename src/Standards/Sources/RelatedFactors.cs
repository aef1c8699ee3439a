namespace EcoPark.Standards.Sources;

/// <summary>Factors of an outlet that are judged together.</summary>
public static class RelatedFactors
{
    /// <summary>Flow of waste water and of flue gas (HJ 212-2017 appendix B).</summary>
    public static readonly IReadOnlyList<string> Flows = [FactorCodes.WaterFlow, FactorCodes.GasFlow];

    /// <summary>Factors that follow another: nitrogen oxides the oxygen of the flue gas, chemical oxygen demand the organic carbon.</summary>
    public static readonly IReadOnlyList<(string Follows, string Leads)> Pairs =
        [(FactorCodes.NitrogenOxides, FactorCodes.Oxygen), (FactorCodes.ChemicalOxygenDemand, FactorCodes.OrganicCarbon)];
}
