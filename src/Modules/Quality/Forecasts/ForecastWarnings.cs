using System.Globalization;
using EcoPark.Modules.Quality.Judging;
using EcoPark.Modules.Quality.Stations;
using EcoPark.Standards;
using EcoPark.Telemetry.Alarms;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Quality.Forecasts;

/// <summary>Raises a 预报 warning where a forecast says that a limit will be exceeded, and ends it when it no longer does.</summary>
public sealed class ForecastWarnings(IAlarms alarms, IDeviceRegistry registry, StationJudge judge)
{
    /// <summary>An hour counts as forecast over the limit from this probability on, where no warning model could be learned.</summary>
    private const double Probable = 0.5;

    public async Task Tell(QualityStation station, string factor, DateTime lastHour, IssuedForecast issued, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (registry.Current.ChannelsByPoint[station.PointId ?? 0].FirstOrDefault(one => one.FactorCode == factor) is not { } channel || issued.Limit is not { } limit)
            return;
        var subject = new AlarmSubject { PointId = station.PointId, Point = station.Name, ChannelId = channel.Id, FactorCode = factor, Factor = channel.Name, Unit = channel.Unit, Decimals = channel.Decimals };
        var cause = Finding.CauseOf(AlarmKind.ForecastOverLimit, Interval.Hour, subject);
        var worst = issued.Hours.MaxBy(hour => hour.ProbabilityOver ?? 0);
        var isDue = issued.Warning is { } warning ? warning.IsDue : worst?.ProbabilityOver >= Probable;
        if (!isDue || worst is null)
        {
            await alarms.Write([new Ended(cause, lastHour, "最新预报不再超过限值。")]).ConfigureAwait(false);
            return;
        }

        var peak = issued.Hours.MaxBy(hour => hour.Value)!;
        var basis = ForecastTrainer.LimitOf(judge, station, factor, channel.Unit, lastHour)?.Limit;
        await alarms.Write(
        [
            new Finding(AlarmKind.ForecastOverLimit, Interval.Hour, AlarmLevel.Yellow, subject)
            {
                FirstAt = lastHour,
                LastAt = lastHour,
                WorstAt = lastHour.AddHours(peak.Horizon),
                WorstValue = peak.Value,
                LastValue = peak.Value,
                Limit = limit,
                Basis = basis is null ? "" : $"{basis.StandardNumber} {basis.Class} {basis.Averaging.Chinese()} {basis.Text}",
                ClosesItself = true,
                Text = string.Create(CultureInfo.InvariantCulture, $"预报：{station.Name}{channel.Name}未来 24 小时内可能超过 {limit:0.###} {channel.Unit}，概率 {issued.Warning?.Probability ?? worst.ProbabilityOver:P0}，最高约 {peak.Value.ToString("F" + channel.Decimals, CultureInfo.InvariantCulture)}（{peak.Horizon} 小时后）。"),
            },
        ]).ConfigureAwait(false);
    }
}
