namespace EcoPark.Standards.Air;

/// <summary>The six pollutants of the AQI.</summary>
public enum AirPollutant
{
    /// <summary>a21026.</summary>
    SulphurDioxide,

    /// <summary>a21004.</summary>
    NitrogenDioxide,

    /// <summary>a21005, mg/m³.</summary>
    CarbonMonoxide,

    /// <summary>a05024.</summary>
    Ozone,

    /// <summary>a34002.</summary>
    Pm10,

    /// <summary>a34004.</summary>
    Pm25,
}
