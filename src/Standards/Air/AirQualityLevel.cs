namespace EcoPark.Standards.Air;

/// <summary>A level of the AQI, HJ 633-2026 tables 1 and A.1.</summary>
/// <param name="Number">1 … 6.</param>
/// <param name="Level">一级 … 六级.</param>
/// <param name="Category">优, 良, 轻度污染 …</param>
/// <param name="Minimum">Lowest AQI of the level.</param>
/// <param name="Maximum">Highest AQI of the level.</param>
/// <param name="ColourName">绿色 …</param>
/// <param name="Colour">#RRGGBB.</param>
/// <param name="HealthEffect">Effect on health, paraphrased.</param>
/// <param name="Advice">Advice, paraphrased.</param>
public sealed record AirQualityLevel(
    int Number, string Level, string Category, int Minimum, int Maximum, string ColourName, string Colour, string HealthEffect, string Advice);
