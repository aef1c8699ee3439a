namespace EcoPark.Analysis.Forecasts;

/// <summary>One hour ahead of the last row.</summary>
/// <param name="Horizon">Hours after the last row.</param>
/// <param name="Value">Expected value, unit of the target.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="ProbabilityOver">Probability of being over the limit, 0…1; null where no limit was given.</param>
public sealed record ForecastPoint(int Horizon, double Value, double Lower, double Upper, double? ProbabilityOver);

/// <summary>Mean of one coming day.</summary>
/// <param name="Day">1 is hours 1…24 after the last row, 2 the next 24.</param>
/// <param name="Value">Expected mean.</param>
/// <param name="Lower">Lower end of the interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="ProbabilityOver">Probability of the mean being over the limit; null where no limit was given.</param>
public sealed record DayForecastPoint(int Day, double Value, double Lower, double Upper, double? ProbabilityOver);
