namespace EcoPark.Standards;

/// <summary>What a quantity cannot exceed by its nature, whatever the instrument: pH 0–14, oxygen of the air, 100 % humidity, a full circle.</summary>
public static class PhysicalRange
{
    /// <returns>In the unit of the factor; <see langword="null"/> where the quantity has no bounds of its own.</returns>
    public static (double Low, double High)? Of(string factorCode) => factorCode switch
    {
        FactorCodes.Ph => (0, 14),
        FactorCodes.Oxygen => (0, 25),
        FactorCodes.Humidity or FactorCodes.FlueGasMoisture => (0, 100),
        FactorCodes.WindDirection => (0, 360),
        _ => null,
    };
}
