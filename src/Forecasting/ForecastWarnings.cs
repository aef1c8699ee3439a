using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Forecasting;

/// <summary>Raises a 预报 warning where a forecast says that a limit will be exceeded, and ends it when it no longer does.</summary>
public sealed class ForecastWarnings(IAlarms alarms)
{
    /// <summary>An hour counts as forecast over the limit from this probability on, where no warning model could be learned.</summary>
    private const double Probable = 0.5;

    /// <summary>See <see cref="AlarmCause"/>.</summary>
    private const string FoundBy = "forecast";

    /// <param name="lastHour">UTC, last hour that the forecast knew.</param>
    /// <param name="limit">The limit that it was asked about; null where there is none.</param>
    public async Task Tell(IForecastSubject subject, DateTime lastHour, IssuedForecast issued, ForecastLimit? limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var worst = issued.Hours.MaxBy(hour => hour.ProbabilityOver ?? 0);
        var isDue = limit is not null && (issued.Warning is { } warning ? warning.IsDue : worst?.ProbabilityOver >= Probable);
        if (!isDue || worst is null)
        {
            await End(subject, lastHour, limit is null ? "已没有限值。" : "最新预报不再超过限值。").ConfigureAwait(false);
            return;
        }

        if (await subject.IsExcused(lastHour, cancellationToken).ConfigureAwait(false))
            return;
        var (about, peak) = (subject.Alarm, issued.Hours.MaxBy(hour => hour.Value)!);
        await alarms.Write(
        [
            new Finding(WatchAlarms.ForecastOverLimit, about, Interval.Hour, FoundBy)
            {
                FirstAt = lastHour,
                LastAt = lastHour,
                WorstAt = lastHour.AddHours(peak.Horizon),
                WorstValue = peak.Value,
                LastValue = peak.Value,
                Limit = limit!.Value,
                Basis = limit.Basis,
                ClosesItself = true,
                Text = string.Create(CultureInfo.InvariantCulture, $"预报：{about.Point}{about.Factor}未来 24 小时内可能超过 {limit.Value:0.###} {about.Unit}，概率 {issued.Warning?.Probability ?? worst.ProbabilityOver:P0}，最高约 {peak.Value.ToString("F" + about.Decimals, CultureInfo.InvariantCulture)}（{peak.Horizon} 小时后）。"),
            },
        ]).ConfigureAwait(false);
    }

    /// <summary>Ends the warning, where there is one.</summary>
    public Task End(IForecastSubject subject, DateTime at, string text) =>
        alarms.Write([new Ended(new AlarmCause(WatchAlarms.ForecastOverLimit.Name, subject.Alarm.Key, Interval.Hour, FoundBy), at, text)]);
}
