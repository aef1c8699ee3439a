namespace EcoPark.Standards.Air;

/// <summary>Sub-index (IAQI) of one pollutant.</summary>
/// <param name="Pollutant">Which.</param>
/// <param name="Averaging">Mean it was made of.</param>
/// <param name="Concentration">Rounded concentration, μg/m³ (CO mg/m³); null where missing or not valid.</param>
/// <param name="Index">Rounded up; null where there is none.</param>
/// <param name="Note">Chinese note: 缺测, 超过断点上限 …; null where nothing is to be said.</param>
public sealed record SubIndex(AirPollutant Pollutant, Averaging Averaging, decimal? Concentration, int? Index, string? Note);
