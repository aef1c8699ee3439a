using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Analysis.Forecasts;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Watch;

namespace EcoPark.Forecasting;

/// <summary>Raises a 预报 warning where a forecast says that a limit will be exceeded, and ends it when it no longer does.</summary>
public sealed class ForecastWarnings(IAlarms alarms)
{
    /// <summary>What is less probable than its contrary is no warning, whatever threshold was learned.</summary>
    private const double Probable = 0.5;

    /// <summary>Exceedances in the part of the history that was not learned from, before the skill of warnings is believed.</summary>
    private const int FewestOnsets = 5;

    /// <summary>F1 of the warnings of that part: with less, most warnings would be false or most exceedances missed.</summary>
    private const double LeastF1 = 0.6;

    private const double NearlyCertain = 0.8;

    /// <summary>1 − mean square error / that of persistence: half of its error is explained.</summary>
    private const double LeastSkill = 0.5;

    /// <summary>See <see cref="AlarmCause"/>.</summary>
    private const string FoundBy = "forecast";

    /// <param name="lastHour">UTC, last hour that the forecast knew.</param>
    /// <param name="limit">The limit that it was asked about; null where there is none.</param>
    /// <param name="backTest">How warnings stood on what was not learned from.</param>
    public async Task Tell(IForecastSubject subject, DateTime lastHour, IssuedForecast issued, ForecastLimit? limit, BackTestSummary? backTest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var probability = limit is null ? null : limit.IsOfDay ? JustifiedByDay(issued, backTest) : Justified(issued, backTest);
        if (limit is null || probability is null)
        {
            await End(subject, lastHour, limit is null ? "已没有限值。" : "最新预报不再超过限值。").ConfigureAwait(false);
            return;
        }

        if (await subject.IsExcused(lastHour, cancellationToken).ConfigureAwait(false))
            return;
        var about = subject.Alarm;
        var peak = issued.Hours.MaxBy(hour => hour.Value)!;
        var (worstAt, worst) = limit.IsOfDay ? (lastHour.AddHours(1), issued.Days[0].Value) : (lastHour.AddHours(peak.Horizon), peak.Value);
        var figure = worst.ToString("F" + about.Decimals, CultureInfo.InvariantCulture);
        await alarms.Write(
        [
            new Finding(WatchAlarms.ForecastOverLimit, about, Interval.Hour, FoundBy)
            {
                FirstAt = lastHour,
                LastAt = lastHour,
                WorstAt = worstAt,
                WorstValue = worst,
                LastValue = worst,
                Level = AlarmLevel.Blue, // Silent: nothing has happened yet.
                Limit = limit.Value,
                Basis = limit.Basis,
                ClosesItself = true,
                Text = limit.IsOfDay
                    ? string.Create(CultureInfo.InvariantCulture, $"预报：{about.Point}{about.Factor}未来 24 小时的均值可能超过日均限值 {limit.Value:0.###} {about.Unit}，概率 {probability:P0}，均值约 {figure}。")
                    : string.Create(CultureInfo.InvariantCulture, $"预报：{about.Point}{about.Factor}未来 24 小时内可能超过 {limit.Value:0.###} {about.Unit}，概率 {probability:P0}，最高约 {figure}（{peak.Horizon} 小时后）。"),
            },
        ]).ConfigureAwait(false);
    }

    /// <summary>Probability of a warning that is worth a person's attention; null where there is none.</summary>
    private static double? Justified(IssuedForecast issued, BackTestSummary? backTest)
    {
        if (issued.Warning is { } warning)
            return IsJustified(warning, backTest) ? warning.Probability : null;
        // Where the limit is exceeded nearly always or never, no warning can be learned: then an hour must be nearly certain, and forecast far better than by “as now”.
        return issued.Hours.MaxBy(hour => hour.ProbabilityOver ?? 0) is { ProbabilityOver: >= NearlyCertain } worst
            && backTest?.Horizons.FirstOrDefault(line => line.Horizon == worst.Horizon) is { N: >= ForecastSkill.Fewest, Skill: >= LeastSkill } ? worst.ProbabilityOver : null;
    }

    /// <summary>A limit of the day's mean is asked of the day's mean: nearly certain, and by a forecast of days that has shown its skill.</summary>
    private static double? JustifiedByDay(IssuedForecast issued, BackTestSummary? backTest) =>
        issued.Days.FirstOrDefault(day => day.Day == 1) is { ProbabilityOver: >= NearlyCertain } day
            && backTest?.Days.FirstOrDefault(line => line.Horizon == 1) is { N: >= ForecastSkill.Fewest, Skill: >= LeastSkill } ? day.ProbabilityOver : null;

    /// <summary>
    /// Whether a warning is worth a person's attention: more probable than not, over the learned threshold, and made by a model that on held-out history met
    /// enough exceedances and was no worse than the simple trigger (warn as soon as the value itself passes a threshold).
    /// </summary>
    public static bool IsJustified(ExceedanceWarning warning, BackTestSummary? backTest) =>
        warning.IsDue && warning.Probability >= Probable && backTest?.Onsets is { Onsets: >= FewestOnsets, F1: >= LeastF1 } onsets && !(backTest.PersistenceOnsets?.F1 > onsets.F1);

    /// <summary>Ends the warning, where there is one.</summary>
    public Task End(IForecastSubject subject, DateTime at, string text) =>
        alarms.Write([new Ended(new AlarmCause(WatchAlarms.ForecastOverLimit.Name, subject.Alarm.Key, Interval.Hour, FoundBy), at, text)]);
}
