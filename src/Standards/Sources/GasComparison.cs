namespace EcoPark.Standards.Sources;

/// <summary>Comparison of a flue-gas monitor with the reference method, HJ 75-2017: bands by what the reference measured. The figures are recalled.</summary>
public static class GasComparison
{
    private static readonly RuleBasis Basis = new("HJ 75-2017 参比方法比对：颗粒物、二氧化硫、氮氧化物、氧含量分段误差", Confidence.Recalled);

    /// <param name="factor">Code or name.</param>
    /// <param name="reading">Mean of the monitor, mg/m³ as measured (oxygen %).</param>
    /// <param name="reference">Mean of the reference method, in the same unit and state.</param>
    /// <returns><see langword="null"/> for factors without a tolerance.</returns>
    public static CheckVerdict? Of(string factor, decimal reading, decimal reference) => FactorTable.KeyOf(factor, Medium.FlueGas) switch
    {
        FactorCodes.Particles => reference switch
        {
            <= 10 => Absolute(reading, reference, 5),
            <= 20 => Absolute(reading, reference, 6),
            <= 50 => Relative(reading, reference, 0.30m),
            <= 100 => Relative(reading, reference, 0.25m),
            <= 200 => Relative(reading, reference, 0.20m),
            _ => Relative(reading, reference, 0.15m),
        },
        // 20, 50 and 250 µmol/mol of SO2 are 57, 143 and 715 mg/m³; of NO2 41, 103 and 513.
        FactorCodes.SulphurDioxide => Gas(reading, reference, 57, 143, 715, 17, 57),
        FactorCodes.NitrogenOxides => Gas(reading, reference, 41, 103, 513, 12, 41),
        FactorCodes.Oxygen => reference > 5 ? Relative(reading, reference, 0.15m) : Absolute(reading, reference, 1),
        _ => null,
    };

    private static CheckVerdict Gas(decimal reading, decimal reference, decimal low, decimal middle, decimal high, decimal lowError, decimal middleError) => reference switch
    {
        _ when reference < low => Absolute(reading, reference, lowError),
        _ when reference < middle => Relative(reading, reference, 0.30m),
        _ when reference < high => Absolute(reading, reference, middleError),
        _ => Relative(reading, reference, 0.15m),
    };

    private static CheckVerdict Absolute(decimal reading, decimal reference, decimal tolerance) => new(reading - reference, tolerance, false, Math.Abs(reading - reference) <= tolerance, Basis);

    private static CheckVerdict Relative(decimal reading, decimal reference, decimal tolerance)
    {
        var error = (reading - reference) / reference;
        return new(error, tolerance, true, Math.Abs(error) <= tolerance, Basis);
    }
}
