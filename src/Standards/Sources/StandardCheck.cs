namespace EcoPark.Standards.Sources;

/// <summary>Outcome of 标样核查 or of a comparison with a water sample.</summary>
/// <param name="Error">Absolute error in the factor's unit where <paramref name="IsRelative"/> is false, else share of the reference.</param>
/// <param name="Tolerance">Allowed, in the same terms.</param>
/// <param name="Passes">The error is not beyond the tolerance.</param>
public sealed record CheckVerdict(decimal Error, decimal Tolerance, bool IsRelative, bool Passes, RuleBasis Basis);

/// <summary>标样核查 and 实际水样比对 of water analysers, HJ 355-2019 table 1. The figures are recalled.</summary>
public static class StandardCheck
{
    private static readonly RuleBasis OfStandard = new("HJ 355-2019：标样核查每 24 h 一次，示值误差不超过 ±10 %", Confidence.Recalled);
    private static readonly RuleBasis OfSample = new("HJ 355-2019 表 1：实际水样比对误差", Confidence.Recalled);

    /// <summary>Reading of a standard solution.</summary>
    /// <param name="reading">What the analyser read.</param>
    /// <param name="standard">Concentration of the solution, above 0.</param>
    public static CheckVerdict? OfSolution(decimal reading, decimal standard) => standard <= 0 ? null : Relative(reading, standard, 0.1m, OfStandard);

    /// <summary>Analyser against the laboratory on one water sample; null for factors without a tolerance.</summary>
    /// <param name="factor">Code or name.</param>
    /// <param name="laboratory">Laboratory's result, mg/L (pH none, temperature ℃).</param>
    public static CheckVerdict? OfWaterSample(string factor, decimal reading, decimal laboratory) => FactorTable.KeyOf(factor, Medium.WasteWater) switch
    {
        FactorCodes.ChemicalOxygenDemand when laboratory < 30 => Absolute(reading, laboratory, 5),
        FactorCodes.ChemicalOxygenDemand => Relative(reading, laboratory, laboratory < 60 ? 0.3m : laboratory < 100 ? 0.2m : 0.15m, OfSample),
        FactorCodes.AmmoniaNitrogen or FactorCodes.TotalNitrogen when laboratory < 2 => Absolute(reading, laboratory, 0.3m),
        FactorCodes.TotalPhosphorus when laboratory < 0.4m => Absolute(reading, laboratory, 0.04m),
        FactorCodes.AmmoniaNitrogen or FactorCodes.TotalNitrogen or FactorCodes.TotalPhosphorus => Relative(reading, laboratory, 0.15m, OfSample),
        FactorCodes.Ph or FactorCodes.WaterTemperature => Absolute(reading, laboratory, 0.5m),
        _ => null,
    };

    private static CheckVerdict Absolute(decimal reading, decimal reference, decimal tolerance) =>
        new(reading - reference, tolerance, false, Math.Abs(reading - reference) <= tolerance, OfSample);

    private static CheckVerdict Relative(decimal reading, decimal reference, decimal tolerance, RuleBasis basis)
    {
        var error = (reading - reference) / reference;
        return new(error, tolerance, true, Math.Abs(error) <= tolerance, basis);
    }
}
