using System.Collections.Frozen;

namespace EcoPark.Standards.Air;

/// <summary>Concentrations the AQI is made of: μg/m³, CO mg/m³; null where missing or not valid.</summary>
public sealed record AirConcentrations
{
    public decimal? SulphurDioxide { get; init; }
    public decimal? NitrogenDioxide { get; init; }
    public decimal? CarbonMonoxide { get; init; }

    /// <summary>Hourly report: mean of the hour. Daily report of HJ 633-2012: highest hour of the day.</summary>
    public decimal? OzoneHour { get; init; }

    /// <summary>Daily report: highest 8-hour mean of the day. Hourly report of HJ 633-2012: 8-hour moving mean.</summary>
    public decimal? OzoneEightHours { get; init; }

    /// <summary>Daily mean; hourly report: mean of the hour (2026).</summary>
    public decimal? Pm10 { get; init; }
    public decimal? Pm25 { get; init; }

    /// <summary>24-hour moving mean: hourly report of HJ 633-2012 only.</summary>
    public decimal? Pm10MovingDay { get; init; }

    /// <summary>24-hour moving mean: hourly report of HJ 633-2012 only.</summary>
    public decimal? Pm25MovingDay { get; init; }

    /// <summary>Items the monitoring plan leaves out for good (HJ 633-2026: shown as "/", they do not hinder publication).</summary>
    public IReadOnlySet<AirPollutant> NotMonitored { get; init; } = FrozenSet<AirPollutant>.Empty;
}
