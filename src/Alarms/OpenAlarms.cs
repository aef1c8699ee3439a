using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Alarms;

/// <summary>An alarm that waits for somebody: what the bell needs to know of it.</summary>
public readonly record struct WaitingAlarm(int Id, AlarmLevel Level, int EnterpriseId, DateTime? ShelvedUntil);

/// <summary>
/// The alarms of the park that nobody has acknowledged, in memory on every node, so that a hundred open pages cost one query when something changes.
/// Also read again by time: what a lost signal would have told is known within seconds.
/// </summary>
public sealed partial class OpenAlarms(IDbContextFactory<ParkDb> databases, IAlarmSignals signals, TimeProvider clock, ILogger<OpenAlarms> logger) : BackgroundService
{
    private const int Most = 5_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _signal = new(0, 1);
    private volatile IReadOnlyList<WaitingAlarm> _all = [];

    /// <summary>Something is different; pages look again, as themselves.</summary>
    public event Action? Changed;

    /// <summary>What waits within a scope and is not shelved, the most urgent first.</summary>
    public IReadOnlyList<WaitingAlarm> Of(int? enterpriseId)
    {
        var now = clock.UtcNow();
        return [.. _all.Where(alarm => (enterpriseId is null || alarm.EnterpriseId == enterpriseId) && !(alarm.ShelvedUntil > now))];
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Actor.Become(Actor.System);
        signals.AlarmChanged += Signal;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Refresh(stoppingToken).ConfigureAwait(false);
                await Task.Delay(Gathering, clock, stoppingToken).ConfigureAwait(false);
                await _signal.WaitAsync(Longest, stoppingToken).ConfigureAwait(false);
            }
        }
        finally
        {
            signals.AlarmChanged -= Signal;
        }
    }

    private async Task Refresh(CancellationToken stoppingToken)
    {
        try
        {
            await using var db = await databases.CreateDbContextAsync(stoppingToken).ConfigureAwait(false);
            var found = await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.State == AlarmState.Raised)
                .OrderBy(alarm => alarm.Level).ThenByDescending(alarm => alarm.Id).Take(Most)
                .Select(alarm => new WaitingAlarm(alarm.Id, alarm.Level, alarm.EnterpriseId, alarm.ShelvedUntil)).ToListAsync(stoppingToken).ConfigureAwait(false);
            if (found.SequenceEqual(_all) && !found.Exists(alarm => alarm.ShelvedUntil is not null))
                return;
            _all = found;
            Changed?.Invoke();
        }
        catch (System.Data.Common.DbException exception)
        {
            LogFailed(logger, exception); // What was known stays; the next round looks again.
        }
    }

    private void Signal(AlarmSignal alarm)
    {
        lock (_signal)
        {
            if (_signal.CurrentCount == 0)
                _signal.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The open alarms could not be read; the last picture stays.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
