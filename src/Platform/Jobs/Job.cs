using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Jobs;

/// <summary>What every job works with.</summary>
public sealed record JobKit(JobBoard Board, Leases Leases, NodeOptions Node, DatabaseState Database, TimeProvider Clock, ILoggerFactory Logging);

/// <summary>
/// Something that the platform does by itself. It acts for the platform, survives every failure but its own cancellation, tries again after a while that
/// grows with each failure, and says on the page 运行状态 when it last succeeded and why not.
/// </summary>
/// <param name="kit">What it works with.</param>
/// <param name="name">Stable name; also that of its lease.</param>
/// <param name="title">What people call it.</param>
/// <param name="schedule">When it runs.</param>
public abstract partial class Job(JobKit kit, string name, string title, JobSchedule schedule) : BackgroundService
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <summary>A database that is away comes back at any time, and every job goes on within ten seconds of it.</summary>
    private static readonly TimeSpan LongestWaitForDatabase = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AWhile = TimeSpan.FromMinutes(1);

    private readonly JobState _first = new(name, title, schedule.Words);
    private readonly SemaphoreSlim _wake = new(0, 1);

    /// <summary>Stable name.</summary>
    public string Name => name;

    protected TimeProvider Clock => kit.Clock;

    /// <summary>This process within a cluster.</summary>
    protected NodeOptions Node => kit.Node;

    protected ILogger Logger { get; } = kit.Logging.CreateLogger("EcoPark.Jobs." + name);

    /// <summary>Where one node must do it: how long it holds the job; renewed with every run.</summary>
    protected virtual TimeSpan? Lease => null;

    /// <summary>Why it does not run at all, in words; <see langword="null"/> where it does.</summary>
    protected virtual string? OffBecause => null;

    /// <summary>Does not wait for the time: there is something to do. Many calls are one.</summary>
    public void Wake()
    {
        lock (_wake)
        {
            if (_wake.CurrentCount == 0)
                _wake.Release();
        }
    }

    /// <summary>Does once what is to be done.</summary>
    protected abstract Task Run(CancellationToken cancellationToken);

    /// <summary>Takes or keeps the job while a long run goes on.</summary>
    /// <returns>False where another node has it.</returns>
    protected Task<bool> HoldLease(CancellationToken cancellationToken) =>
        Lease is { } lease ? kit.Leases.Take(name, Node.Name, lease, cancellationToken) : Task.FromResult(true);

    /// <summary>Before the first run.</summary>
    protected virtual Task Begin(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the last run, also when the host stops.</summary>
    protected virtual Task End() => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host starts its services one after another; none waits for a job.
        Actor.Become(Actor.System);
        if (OffBecause is { } why)
        {
            kit.Board.Post(_first with { Schedule = why }, state => state);
            return;
        }

        kit.Board.Post(_first, state => state with { NextAt = schedule.Start(Clock.UtcNow()) });
        try
        {
            await Pause(schedule.Start(Clock.UtcNow()) - Clock.UtcNow(), stoppingToken).ConfigureAwait(false);
            while (!await Try(Begin, isRun: false, stoppingToken).ConfigureAwait(false))
            {
                // Nothing of it is done before it has begun well.
            }

            while (true)
            {
                if (await Try(RunHere, isRun: true, stoppingToken).ConfigureAwait(false))
                    await Pause(Scheduled(), stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        finally
        {
            await End().ConfigureAwait(false);
            if (Lease is not null)
                await GiveLeaseBack().ConfigureAwait(false);
        }
    }

    private async Task GiveLeaseBack()
    {
        using var patience = new CancellationTokenSource(Farewell);
        try
        {
            await kit.Leases.Return(name, Node.Name, patience.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException || DatabaseTrouble.IsOne(exception))
        {
            // It runs out by itself.
        }
    }

    private TimeSpan Scheduled()
    {
        var (now, next) = (Clock.UtcNow(), schedule.Next(Clock.UtcNow()));
        kit.Board.Post(_first, state => state with { NextAt = next });
        return next - now;
    }

    private async Task RunHere(CancellationToken cancellationToken)
    {
        var isHere = await HoldLease(cancellationToken).ConfigureAwait(false);
        kit.Board.Post(_first, state => state with { IsElsewhere = !isHere });
        if (isHere)
            await Run(cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Whether it succeeded. Where it did not, the wait before the next try is over.</returns>
    private async Task<bool> Try(Func<CancellationToken, Task> step, bool isRun, CancellationToken stoppingToken)
    {
        var begun = Clock.UtcNow();
        kit.Board.Post(_first, state => state with { BegunAt = begun, IsRunning = true });
        try
        {
            await step(stoppingToken).ConfigureAwait(false);
            var now = Clock.UtcNow();
            if (isRun)
                kit.Board.Post(_first, state => state with { SucceededAt = now, Took = now - begun, FailuresInRow = 0, Runs = state.Runs + 1, IsRunning = false });
            return true;
        }
#pragma warning disable CA1031 // Whatever it is: it is told, and tried again. The process goes on.
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await Failed(exception, begun, stoppingToken).ConfigureAwait(false);
            return false;
        }
    }

    private async Task Failed(Exception exception, DateTime begun, CancellationToken stoppingToken)
    {
        var isAway = DatabaseTrouble.IsOne(exception);
        var (now, row) = (Clock.UtcNow(), 0);
        kit.Board.Post(_first, state =>
        {
            row = now - begun > AWhile ? 1 : state.FailuresInRow + 1; // Some follow a stream and run for days: they were well until now.
            return state with { FailedAt = now, Failure = Reason(exception), FailuresInRow = row, Failures = state.Failures + 1, IsRunning = false };
        });
        var longest = isAway ? LongestWaitForDatabase : LongestWait;
        var wait = FirstWait * Math.Pow(2, Math.Min(row - 1, 10));
        wait = wait < longest ? wait : longest;
        kit.Board.Post(_first, state => state with { NextAt = now + wait });
        if (isAway)
        {
            kit.Database.Failed(exception);
            LogAway(Logger, name, wait, exception.Message);
        }
        else
        {
            LogFailed(Logger, name, wait, exception);
        }

        // Not to be woken: a failure must not be repeated as fast as events come.
        await Task.Delay(wait, Clock, stoppingToken).ConfigureAwait(false);
    }

    private async Task Pause(TimeSpan time, CancellationToken stoppingToken)
    {
        // A calendar may reach farther than a timer can.
        var due = Clock.UtcNow() + time;
        while (due - Clock.UtcNow() is { Ticks: > 0 } rest)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var woken = _wake.WaitAsync(over.Token);
            await Task.WhenAny(woken, Task.Delay(rest < LongestTimer ? rest : LongestTimer, Clock, over.Token)).ConfigureAwait(false);
            var isWoken = woken.IsCompletedSuccessfully;
            await over.CancelAsync().ConfigureAwait(false);
            stoppingToken.ThrowIfCancellationRequested();
            if (isWoken)
                return;
        }
    }

    private static string Reason(Exception exception) => exception.GetBaseException() is var root && root.Message.Length > 300 ? root.Message[..300] : root.Message;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Name}: the database is away, next try in {Wait}: {Reason}")]
    private static partial void LogAway(ILogger logger, string name, TimeSpan wait, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed, next try in {Wait}.")]
    private static partial void LogFailed(ILogger logger, string name, TimeSpan wait, Exception exception);
}
