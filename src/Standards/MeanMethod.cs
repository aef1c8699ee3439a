namespace EcoPark.Standards;

/// <summary>How values of one factor are made into a mean.</summary>
public enum MeanMethod
{
    Arithmetic,

    /// <summary>Weighted by flow: concentration of waste water, HJ 212-2017 D.1.2.3.</summary>
    FlowWeighted,

    /// <summary>Mean of unit vectors: directions.</summary>
    Direction,

    /// <summary>10·lg of the mean of 10^(L/10): equivalent sound level, GB 3096-2008 3.2.</summary>
    SoundEnergy,
}

/// <summary>Which method a factor asks for, and the methods themselves.</summary>
public static class Means
{
    /// <summary>Flow of waste water, litres a second.</summary>
    public const string WaterFlow = FactorCodes.WaterFlow;

    /// <param name="factorCode">Six-character code.</param>
    /// <param name="medium">Medium of the point.</param>
    public static MeanMethod MethodOf(string factorCode, Medium medium) => factorCode switch
    {
        FactorCodes.WindDirection => MeanMethod.Direction,
        "LA" or "Leq" => MeanMethod.SoundEnergy,
        // pH, colour, turbidity, temperature, conductivity and the flow itself are not concentrations.
        _ when medium == Medium.WasteWater && IsConcentrationInWater(factorCode) => MeanMethod.FlowWeighted,
        _ => MeanMethod.Arithmetic,
    };

    /// <summary>Mean direction in degrees, 0 ≤ d &lt; 360; null where the vectors cancel out.</summary>
    public static double? Direction(IEnumerable<double> degrees)
    {
        var (east, north) = (0.0, 0.0);
        foreach (var direction in degrees)
        {
            east += Math.Sin(direction * Math.PI / 180);
            north += Math.Cos(direction * Math.PI / 180);
        }

        if (Math.Abs(east) < 1e-9 && Math.Abs(north) < 1e-9)
            return null;
        var mean = Math.Atan2(east, north) * 180 / Math.PI;
        // A mean a hair west of north must not be written as 360.
        mean = mean < 0 ? mean + 360 : mean;
        return mean >= 360 - 1e-9 ? 0 : mean;
    }

    /// <summary>Energetic mean of sound levels in dB.</summary>
    public static double SoundEnergy(IEnumerable<double> levels) => 10 * Math.Log10(levels.Average(level => Math.Pow(10, level / 10)));

    private static bool IsConcentrationInWater(string code) =>
        code.StartsWith('w') && code is not (WaterFlow or FactorCodes.Ph or FactorCodes.WaterTemperature or FactorCodes.Conductivity or FactorCodes.Turbidity or FactorCodes.Colour);
}
