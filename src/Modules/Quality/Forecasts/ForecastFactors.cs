namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>What is forecast: the factors of the AQI and the key factors of water.</summary>
public static class ForecastFactors
{
    private static readonly string[] Air = ["a34004", "a34002", "a05024", "a21004", "a21026", "a21005"];
    private static readonly string[] Water = ["w21003", "w21011", "w01019", "w01009"];

    public static IReadOnlyList<string> Of(QualityMedium medium) => medium == QualityMedium.Air ? Air : medium == QualityMedium.SurfaceWater ? Water : [];
}
