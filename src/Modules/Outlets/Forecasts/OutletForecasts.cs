using EcoPark.Forecasting;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Forecasts;

/// <summary>The outlets' part of what is forecast: every factor that the permit limits or of which a mass leaves here.</summary>
public sealed class OutletForecasts(OutletBook book, HourReader reader, ControlReader controls, TimeProvider clock) : IForecastSubjects
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<IForecastSubject>> All(CancellationToken cancellationToken) => [.. (await book.All(cancellationToken).ConfigureAwait(false)).SelectMany(Of)];

    /// <summary>Factors of one outlet, in the order of the registry.</summary>
    public IReadOnlyList<IForecastSubject> Of(Outlet outlet)
    {
        var today = DateOnly.FromDateTime(clock.ParkNow());
        return [.. outlet.Followed.Where(channel => outlet.LimitOn(channel.FactorCode, today) is not null || outlet.Emits(channel.FactorCode)).Select(channel => new OutletForecast(outlet, channel, this, clock))];
    }

    /// <summary>Any filed plan excuses forecast exceedances, as it does for the watch.</summary>
    internal async Task<bool> IsExcused(Outlet outlet, DateTime hour, CancellationToken cancellationToken) =>
        (await controls.Of([outlet], hour, hour.AddHours(1), cancellationToken).ConfigureAwait(false))[outlet.Id].IsUnderPlan(hour);

    /// <summary>Hours of an outlet and what tells whether they count.</summary>
    internal async Task<(OutletHours Hours, HourlyReadings Readings, ControlHistory Control)> Read(Outlet outlet, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var begin = Period.StartOf(Interval.Hour, from, Device.UsualMinuteInterval);
        var control = (await controls.Of([outlet], begin, to, cancellationToken).ConfigureAwait(false))[outlet.Id];
        var readings = await reader.Read(outlet.Channels, begin, to, cancellationToken).ConfigureAwait(false);
        return (HourBuilder.Build(outlet, readings, control), readings, control);
    }
}
