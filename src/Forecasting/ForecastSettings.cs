namespace EcoPark.Forecasting;

/// <summary>Settings <c>EcoPark:Forecasts</c>.</summary>
public sealed class ForecastSettings
{
    public const string Section = "EcoPark:Forecasts";

    /// <summary>Forecasts are made on this node.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>Training begins so long after the start, so that it does not hold the start up.</summary>
    public int StartAfterSeconds { get; set; } = 120;

    /// <summary>Processor threads that training may use.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>Days after which a forecast is trained anew.</summary>
    public int TrainEveryDays { get; set; } = 7;
}
