using EcoPark.Platform.Jobs;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Forecasting;

/// <summary>Trains each forecast once a week, issues each once an hour, and warns of limits that will be exceeded; of several nodes one does.</summary>
public sealed partial class ForecastJob(
    IEnumerable<IForecastSubjects> modules, ForecastTrainer trainer, ForecastIssuer issuer, ForecastBook book, ForecastWarnings warnings, ForecastSettings settings, Leases leases, NodeOptions node, TimeProvider clock, ILogger<ForecastJob> logger) : BackgroundService
{
    /// <summary>The last hour is rolled up a minute after its end.</summary>
    private static readonly TimeSpan AfterTheHour = TimeSpan.FromMinutes(4);

    /// <summary>Held from one training to the next: training is the longest step, and of a minute at most.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    /// <summary>An hour that was not measured is looked at again: it may come late.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    /// <summary>Issues are looked for so far back, and a warning by an issue that says nothing of the present any more is ended within it.</summary>
    private static readonly TimeSpan IssuesBack = TimeSpan.FromHours(48);

    private static readonly TimeSpan IssueSpan = TimeSpan.FromHours(24);

    private readonly Dictionary<ForecastKey, DateTime> _notMeasured = [];
    private readonly HashSet<ForecastKey> _outdated = [];

    /// <summary>Until nothing is due any more: whatever can be issued is issued between any two trainings, so that nobody's hour waits for another's training.</summary>
    public async Task Round(CancellationToken cancellationToken)
    {
        var failed = new HashSet<ForecastKey>();
        while (await Pass(failed, cancellationToken).ConfigureAwait(false))
        {
            // The next pass issues what was trained in this one.
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsEnabled)
            return;
        Actor.Become(Actor.System);
        await Task.Delay(TimeSpan.FromSeconds(settings.StartAfterSeconds), clock, stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await Round(stoppingToken).ConfigureAwait(false);
            }
            catch (System.Data.Common.DbException exception)
            {
                LogFailed(logger, exception); // What was due still is, and comes with the next round.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private Task<bool> HoldsLease(CancellationToken cancellationToken) => leases.Take("forecasts", node.Name, Lease, cancellationToken);

    /// <returns>Whether something was trained: there may be more.</returns>
    private async Task<bool> Pass(HashSet<ForecastKey> failed, CancellationToken cancellationToken)
    {
        if (!await HoldsLease(cancellationToken).ConfigureAwait(false))
            return false;
        var lastHour = Period.StartOf(Interval.Hour, clock.UtcNow() - AfterTheHour, Device.UsualMinuteInterval).AddHours(-1);
        var wanted = new List<IReadOnlyList<IForecastSubject>>();
        foreach (var module in modules)
            wanted.Add(await module.All(cancellationToken).ConfigureAwait(false));
        var subjects = ForecastAgenda.InTurn(wanted);
        var states = await book.States(lastHour - IssuesBack, cancellationToken).ConfigureAwait(false);
        foreach (var subject in subjects.Where(subject => !failed.Contains(subject.Key) && IsToBeIssued(subject.Key, states.GetValueOrDefault(subject.Key), lastHour)))
        {
            if (!await HoldsLease(cancellationToken).ConfigureAwait(false))
                return false;
            await Try(subject, failed, () => Issue(subject, states[subject.Key], lastHour, cancellationToken)).ConfigureAwait(false);
        }

        if (ForecastAgenda.NextToTrain(subjects, states, clock.UtcNow(), TimeSpan.FromDays(settings.TrainEveryDays), _outdated, failed) is not { } next)
            return false;
        await Try(next, failed, () => Train(next, lastHour, cancellationToken)).ConfigureAwait(false);
        return true;
    }

    private bool IsToBeIssued(ForecastKey key, ForecastState? state, DateTime lastHour) =>
        state is { IsRefused: false } && !(state.NewestIssue >= lastHour) && !_outdated.Contains(key) && !(_notMeasured.TryGetValue(key, out var looked) && clock.UtcNow() - looked < LookAgain);

    private async Task Issue(IForecastSubject subject, ForecastState state, DateTime lastHour, CancellationToken cancellationToken)
    {
        var result = await issuer.Issue(subject, lastHour, cancellationToken).ConfigureAwait(false);
        _notMeasured.Remove(subject.Key);
        if (result == IssueResult.Outdated)
            _outdated.Add(subject.Key);
        if (result != IssueResult.NotMeasured)
            return;
        _notMeasured[subject.Key] = clock.UtcNow();
        // All that the newest issue spoke of has passed.
        if (lastHour - state.NewestIssue > IssueSpan)
            await warnings.End(subject, lastHour, "已没有新的预报：最近的小时没有有效数据。").ConfigureAwait(false);
    }

    private async Task Train(IForecastSubject subject, DateTime lastHour, CancellationToken cancellationToken)
    {
        await book.Keep(await trainer.Train(subject, lastHour.AddHours(1), cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        _outdated.Remove(subject.Key);
        _notMeasured.Remove(subject.Key);
    }

    /// <summary>One that fails is left for the next round, and the others go on.</summary>
    private async Task Try(IForecastSubject subject, HashSet<ForecastKey> failed, Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
        }
        catch (System.Data.Common.DbException exception)
        {
            failed.Add(subject.Key);
            LogOneFailed(logger, subject.Key.PointId, subject.Key.Factor, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Forecasts could not be made and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The forecast of {Factor} at point {Point} could not be made and will be tried again.")]
    private static partial void LogOneFailed(ILogger logger, int point, string factor, Exception exception);
}
