namespace EcoPark.Standards;

/// <summary>Places that a medium's evaluation rounds to before it judges, so that an index, a class and a mark of one value agree.</summary>
public static class ReportedPlaces
{
    /// <summary>Air: seen for the AQI (HJ 633-2026 chapter 5: concentrations are rounded first); the table of HJ 663-2013 for the other items is recalled.</summary>
    public static RuleBasis AirBasis { get; } =
        new("HJ 633-2026 第 5 章、HJ 663-2013：先修约后评价，μg/m³ 取整，CO 保留 1 位小数（mg/m³），Pb 2 位、BaP 4 位（μg/m³）", Confidence.Recalled);

    /// <summary>Unit and decimal places; null where nothing is laid down.</summary>
    public static (Unit Unit, int Decimals)? Of(Medium medium, string factorKey) => medium switch
    {
        Medium.AmbientAir => OfAir(factorKey),
        // See NoiseQuality.RoundingBasis.
        Medium.Noise or Medium.FenceLineNoise or Medium.IndoorNoise => (Unit.Decibel, 0),
        _ => null,
    };

    /// <summary>A value of some unit as it is reported, in that unit; the value itself where nothing is laid down or the units do not convert.</summary>
    public static decimal Round(Medium medium, string factorKey, decimal value, Unit unit)
    {
        if (Of(medium, factorKey) is not var (reported, decimals) || UnitConversion.Convert(value, unit, reported) is not { } converted)
            return value;
        return UnitConversion.Convert(Rounding.ToDecimals(converted, decimals), reported, unit) ?? value;
    }

    private static (Unit, int)? OfAir(string factorKey) => factorKey switch
    {
        FactorCodes.CarbonMonoxide => (Unit.MilligramsPerCubicMetre, 1),
        FactorCodes.SulphurDioxide or FactorCodes.NitrogenDioxide or FactorCodes.NitrogenOxides or FactorCodes.Ozone or FactorCodes.OzoneEightHours
            or FactorCodes.Pm10 or FactorCodes.Pm25 or FactorCodes.SuspendedParticles => (Unit.MicrogramsPerCubicMetre, 0),
        FactorCodes.LeadInAir => (Unit.MicrogramsPerCubicMetre, 2),
        FactorCodes.BenzoPyreneInAir => (Unit.MicrogramsPerCubicMetre, 4),
        _ => null,
    };
}
