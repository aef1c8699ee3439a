namespace EcoPark.Forecasting;

/// <summary>A forecast as the API shows it.</summary>
/// <param name="Hours">Valid hours it learned from.</param>
/// <param name="Refusal">Why there is none, Chinese; empty where there is one.</param>
/// <param name="LastHour">Last hour that was known when it was issued.</param>
public sealed record ForecastAnswer(DateTime TrainedAt, int Hours, string Refusal, BackTestSummary? BackTest, DateTime? LastHour, DateTime? IssuedAt, IssuedForecast? Issued);
