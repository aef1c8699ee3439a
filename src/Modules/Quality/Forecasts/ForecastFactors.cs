using EcoPark.Standards;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>What is forecast: the factors of the AQI and the key factors of water.</summary>
public static class ForecastFactors
{
    private static readonly string[] Air = [FactorCodes.Pm25, FactorCodes.Pm10, FactorCodes.Ozone, FactorCodes.NitrogenDioxide, FactorCodes.SulphurDioxide, FactorCodes.CarbonMonoxide];
    private static readonly string[] Water = [FactorCodes.AmmoniaNitrogen, FactorCodes.TotalPhosphorus, FactorCodes.PermanganateIndex, FactorCodes.DissolvedOxygen];

    public static IReadOnlyList<string> Of(QualityMedium medium) => medium == QualityMedium.Air ? Air : medium == QualityMedium.SurfaceWater ? Water : [];
}
