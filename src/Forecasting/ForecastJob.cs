using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Logging;

namespace EcoPark.Forecasting;

/// <summary>Trains each forecast once a week, issues each once an hour, and warns of limits that will be exceeded; of several nodes one does.</summary>
public sealed partial class ForecastJob(
    JobKit kit, IEnumerable<IForecastSubjects> modules, ForecastTrainer trainer, ForecastIssuer issuer, ForecastBook book, ForecastWarnings warnings, ForecastSettings settings)
    : Job(kit, "forecasts", "预报训练与发布", JobSchedule.Every(TimeSpan.FromMinutes(1), first: TimeSpan.FromSeconds(settings.StartAfterSeconds)))
{
    /// <summary>The last hour is rolled up a minute after its end.</summary>
    private static readonly TimeSpan AfterTheHour = TimeSpan.FromMinutes(4);

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

    /// <summary>Held from one training to the next: training is the longest step, and of a minute at most.</summary>
    protected override TimeSpan? Lease => TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override string? OffBecause => settings.IsEnabled ? null : "预报已在设置中关闭（EcoPark:Forecasts:IsEnabled）";

    /// <inheritdoc/>
    protected override Task Run(CancellationToken cancellationToken) => Round(cancellationToken);

    /// <returns>Whether something was trained: there may be more.</returns>
    private async Task<bool> Pass(HashSet<ForecastKey> failed, CancellationToken cancellationToken)
    {
        if (!await HoldLease(cancellationToken).ConfigureAwait(false))
            return false;
        var lastHour = Period.StartOf(Interval.Hour, Clock.UtcNow() - AfterTheHour, Device.UsualMinuteInterval).AddHours(-1);
        var wanted = new List<IReadOnlyList<IForecastSubject>>();
        foreach (var module in modules)
            wanted.Add(await module.All(cancellationToken).ConfigureAwait(false));
        var subjects = ForecastAgenda.InTurn(wanted);
        var states = await book.States(lastHour - IssuesBack, cancellationToken).ConfigureAwait(false);
        foreach (var subject in subjects.Where(subject => !failed.Contains(subject.Key) && IsToBeIssued(subject.Key, states.GetValueOrDefault(subject.Key), lastHour)))
        {
            if (!await HoldLease(cancellationToken).ConfigureAwait(false))
                return false;
            await Try(subject, failed, () => Issue(subject, states[subject.Key], lastHour, cancellationToken)).ConfigureAwait(false);
        }

        if (ForecastAgenda.NextToTrain(subjects, states, Clock.UtcNow(), TimeSpan.FromDays(settings.TrainEveryDays), _outdated, failed) is not { } next)
            return false;
        await Try(next, failed, () => Train(next, lastHour, cancellationToken)).ConfigureAwait(false);
        return true;
    }

    private bool IsToBeIssued(ForecastKey key, ForecastState? state, DateTime lastHour) =>
        state is { IsRefused: false } && !(state.NewestIssue >= lastHour) && !_outdated.Contains(key) && !(_notMeasured.TryGetValue(key, out var looked) && Clock.UtcNow() - looked < LookAgain);

    private async Task Issue(IForecastSubject subject, ForecastState state, DateTime lastHour, CancellationToken cancellationToken)
    {
        var result = await issuer.Issue(subject, lastHour, cancellationToken).ConfigureAwait(false);
        _notMeasured.Remove(subject.Key);
        if (result == IssueResult.Outdated)
            _outdated.Add(subject.Key);
        if (result != IssueResult.NotMeasured)
            return;
        _notMeasured[subject.Key] = Clock.UtcNow();
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
#pragma warning disable CA1031 // Whatever is wrong with one, the others go on; a database that is away fails them all at once.
        catch (Exception exception) when (exception is not OperationCanceledException && !DatabaseTrouble.IsOne(exception))
#pragma warning restore CA1031
        {
            failed.Add(subject.Key);
            LogOneFailed(Logger, subject.Key.PointId, subject.Key.Factor, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The forecast of {Factor} at point {Point} could not be made and will be tried again.")]
    private static partial void LogOneFailed(ILogger logger, int point, string factor, Exception exception);
}
