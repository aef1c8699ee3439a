namespace EcoPark.Standards;

/// <summary>Percentiles that a year of air quality is evaluated by, HJ 663-2013 table 1.</summary>
public static class AirPercentiles
{
    /// <summary>Of the daily maximum eight-hour means of ozone.</summary>
    public const int OzoneEightHours = 90;

    /// <summary>Of the daily means of a factor, %.</summary>
    public static int Of(string factorCode) => factorCode is FactorCodes.SulphurDioxide or FactorCodes.NitrogenDioxide ? 98 : 95;
}
