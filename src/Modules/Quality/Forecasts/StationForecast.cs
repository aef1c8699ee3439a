using EcoPark.Alarms;
using EcoPark.Forecasting;
using EcoPark.Modules.Quality.Grids;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>One factor of one station.</summary>
internal sealed class StationForecast(QualityStation station, int point, Channel channel, ForecastTable tables, GridReader grids, StationJudge judge) : IForecastSubject
{
    public ForecastKey Key { get; } = new(point, channel.FactorCode);

    public AlarmSubject Alarm { get; } = new() { PointId = point, Point = station.Name, ChannelId = channel.Id, FactorCode = channel.FactorCode, Factor = channel.Name, Unit = channel.Unit, Decimals = channel.Decimals };

    public string WithoutForecast => "可在“监测数据导入”中补充历史数据。";

    /// <summary>
    /// That of the hour; where only the day is limited, the day's, as an indication.
    /// Of factors that must not fall below a limit (dissolved oxygen) there is none.
    /// </summary>
    public ForecastLimit? LimitAt(DateTime at)
    {
        var (wall, unit) = (ParkTime.FromUtc(at), Unit.Of(channel.Unit));
        var periods = QualityMedium.OfTitle(station.Medium) == QualityMedium.Air ? new[] { Averaging.Hour, Averaging.Day } : [Averaging.Sample];
        foreach (var averaging in periods)
        {
            if (judge.Judge(station, channel.FactorCode, 0m, unit, averaging, wall).Limit is { Upper: { } upper } limit
                && UnitConversion.Convert(upper, limit.Unit, unit, FactorTable.Find(channel.FactorCode, limit.Medium)?.MolarMass, GasState.Of(limit.Medium, DateOnly.FromDateTime(wall))) is { } converted)
                return new ForecastLimit((double)converted, $"{limit.StandardNumber} {limit.Class} {limit.Averaging.Chinese()}", limit.Text, IsOfDay: averaging == Averaging.Day);
        }

        return null;
    }

    /// <summary>Plans are filed by enterprises for their outlets.</summary>
    public Task<bool> IsExcused(DateTime at, CancellationToken cancellationToken) => Task.FromResult(false);

    public Task<ForecastHours?> Hours(DateTime from, DateTime to, CancellationToken cancellationToken) => tables.Of(station, channel.FactorCode, from, to, cancellationToken);

    public async Task<IReadOnlyDictionary<DateTime, double>> Measured(DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var hours = await grids.Read(station, Interval.Hour, from, to, cancellationToken, [channel.FactorCode]).ConfigureAwait(false);
        return hours.Column(channel.FactorCode) is not { } column ? new Dictionary<DateTime, double>()
            : hours.Times.Select((time, row) => (time, value: column.Values[row].Valid)).Where(one => one.value is not null).ToDictionary(one => one.time, one => one.value!.Value);
    }
}
