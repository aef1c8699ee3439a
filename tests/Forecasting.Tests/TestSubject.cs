using EcoPark.Alarms;

namespace EcoPark.Forecasting.Tests;

/// <summary>Something to be forecast that has no hours.</summary>
internal sealed class TestSubject(int point, string factor = "a21026", string module = "") : IForecastSubject
{
    public string Module { get; } = module;

    public ForecastKey Key { get; } = new(point, factor);

    public AlarmSubject Alarm { get; } = new() { PointId = point, ChannelId = point, Point = "排口", FactorCode = factor, Factor = "二氧化硫", Unit = "mg/m³" };

    public string WithoutForecast => "";

    public bool HasPlan { get; init; }

    public ForecastLimit? Limit { get; init; }

    public ForecastLimit? LimitAt(DateTime at) => Limit;

    public Task<bool> IsExcused(DateTime at, CancellationToken cancellationToken) => Task.FromResult(HasPlan);

    public Task<ForecastHours?> Hours(DateTime from, DateTime to, CancellationToken cancellationToken) => Task.FromResult<ForecastHours?>(null);

    public Task<IReadOnlyDictionary<DateTime, double>> Measured(DateTime from, DateTime to, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<DateTime, double>>(new Dictionary<DateTime, double>());
}
