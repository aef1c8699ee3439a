using EcoPark.Alarms;
using EcoPark.Analysis.Forecasts;
using EcoPark.Contracts;
using EcoPark.Forecasting;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Forecasts;

/// <summary>One factor of one outlet. It is forecast as it is judged: at the reference oxygen where the outlet corrects.</summary>
internal sealed class OutletForecast(Outlet outlet, Channel channel, OutletForecasts forecasts, TimeProvider clock) : IForecastSubject
{
    public ForecastKey Key { get; } = new(outlet.Id.Value, channel.FactorCode);

    public AlarmSubject Alarm { get; } = new()
    {
        EnterpriseId = outlet.EnterpriseId,
        Enterprise = outlet.Enterprise,
        PointId = outlet.Id.Value,
        PermitOutletId = outlet.Link.Outlet?.Id,
        Point = outlet.Point.Name,
        ChannelId = channel.Id,
        FactorCode = channel.FactorCode,
        Factor = channel.Name,
        Unit = channel.Unit,
        Decimals = channel.Decimals,
    };

    public string WithoutForecast => LimitAt(clock.UtcNow()) is null ? "" : "在此期间按近 2 小时的趋势预警（报警规则“预测超标”）。";

    public ForecastLimit? LimitAt(DateTime at) => OutletJudge.HourLimit(outlet, channel, DateOnly.FromDateTime(ParkTime.FromUtc(at))) is not var (value, verdict) ? null
        : new ForecastLimit(value, $"{verdict.Limit?.StandardName} {verdict.StandardNumber}", verdict.LimitText + Remark, IsOfDay: !OutletJudge.IsByHour(outlet, channel.FactorCode));

    private string Remark => outlet.Corrects(channel.FactorCode) ? "（折算值）" : OutletJudge.IsByHour(outlet, channel.FactorCode) ? "" : "（按日均值判定，小时仅供参考）";

    public Task<bool> IsExcused(DateTime at, CancellationToken cancellationToken) => forecasts.IsExcused(outlet, at, cancellationToken);

    public async Task<ForecastHours?> Hours(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var (hours, readings, control) = await forecasts.Read(outlet, from, to, cancellationToken).ConfigureAwait(false);
        return hours.Count == 0 ? null : new ForecastHours(new HourlyTable(hours.Wall(0), OutletColumns.Of(hours, readings, control)), ForecastHours.NoBearings);
    }

    public async Task<IReadOnlyDictionary<DateTime, double>> Measured(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var (hours, _, control) = await forecasts.Read(outlet, from, to, cancellationToken).ConfigureAwait(false);
        return OutletColumns.Judged(hours, channel.FactorCode, control).Select((value, at) => (Time: hours.TimeOf(at), value)).Where(one => double.IsFinite(one.value)).ToDictionary(one => one.Time, one => one.value);
    }
}
