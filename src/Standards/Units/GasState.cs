namespace EcoPark.Standards;

/// <summary>Temperature and pressure a gas volume is stated at.</summary>
/// <param name="Kelvin">Temperature, K.</param>
/// <param name="Pascal">Pressure, Pa.</param>
public readonly record struct GasState(decimal Kelvin, decimal Pascal)
{
    /// <summary>标准状态 273.15 K, 101.325 kPa: flue gas (GB 16297, GB 13271 …).</summary>
    public static readonly GasState Standard = new(273.15m, 101325m);

    /// <summary>参比状态 298.15 K, 1013.25 hPa: gaseous pollutants of ambient air, GB 3095-2026 4.3 (GB 3095-2012 as amended 2018).</summary>
    public static readonly GasState Reference = new(298.15m, 101325m);

    /// <summary>Molar volume at this state, L/mol (22.414 at <see cref="Standard"/>).</summary>
    public decimal MolarVolume => 8.314462618m * Kelvin / Pascal * 1000m;

    /// <summary>First day of the amendment of 2018 to GB 3095-2012 (the day is recalled), by which ambient gases are stated at 298.15 K; at 273.15 K before.</summary>
    public static readonly DateOnly ReferenceSince = new(2018, 9, 1);

    /// <summary>The state a medium's limits are stated at nowadays; null where the volume is not one of gas.</summary>
    public static GasState? Of(Medium medium) => Of(medium, DateOnly.MaxValue);

    /// <summary>The state a medium's limits are stated at on a day; null where the volume is not one of gas.</summary>
    /// <param name="medium">Of the value.</param>
    /// <param name="day">Of the value, in the park's zone.</param>
    public static GasState? Of(Medium medium, DateOnly day) => medium switch
    {
        Medium.AmbientAir => day >= ReferenceSince ? Reference : Standard,
        Medium.FlueGas or Medium.FenceLineAir or Medium.InPlantAir => Standard,
        _ => null,
    };
}
