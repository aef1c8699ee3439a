namespace EcoPark.Standards.Water;

/// <summary>水质指数 (标准指数) of one factor, HJ 2.3-2018 appendix D; above 1 the limit is not met.</summary>
public static class StandardIndex
{
    /// <summary>S = C / Cs.</summary>
    public static decimal Of(decimal value, decimal limit) => value / limit;

    /// <summary>pH: (7 − pH)/(7 − lower) up to 7, (pH − 7)/(upper − 7) above.</summary>
    public static decimal OfPh(decimal value, decimal lower = 6, decimal upper = 9) =>
        value <= 7 ? (7 - value) / (7 - lower) : (value - 7) / (upper - 7);

    /// <summary>Dissolved oxygen: DOs/DO up to saturation, |DOf − DO| / (DOf − DOs) above it.</summary>
    /// <param name="value">mg/L, above 0.</param>
    /// <param name="limit">DOs, mg/L.</param>
    /// <param name="degrees">Water temperature, ℃.</param>
    /// <remarks>As recalled of the 2018 guideline; the 1993 one had 10 − 9·DO/DOs below the limit.</remarks>
    public static decimal OfOxygen(decimal value, decimal limit, decimal degrees)
    {
        var saturation = OxygenSaturation.At(degrees);
        return value <= saturation ? limit / value : (value - saturation) / (saturation - limit);
    }
}
