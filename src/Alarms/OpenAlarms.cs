using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>An alarm that waits for somebody: what the bell needs to know of it.</summary>
public readonly record struct WaitingAlarm(int Id, AlarmLevel Level, int EnterpriseId, DateTime? ShelvedUntil);

/// <summary>
/// The alarms of the park that nobody has acknowledged, in memory on every node, so that a hundred open pages cost one query when something changes.
/// Also read again by time: what a lost signal would have told is known within seconds.
/// </summary>
public sealed class OpenAlarms(JobKit kit, IDbContextFactory<ParkDb> databases, IAlarmSignals signals)
    : Job(kit, "open-alarms", "未确认报警同步", JobSchedule.Every(TimeSpan.FromSeconds(10)))
{
    private const int Most = 5_000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(200);
    private volatile IReadOnlyList<WaitingAlarm> _all = [];

    /// <summary>Something is different; pages look again, as themselves.</summary>
    public event Action? Changed;

    /// <summary>What waits within a scope and is not shelved, the most urgent first.</summary>
    public IReadOnlyList<WaitingAlarm> Of(int? enterpriseId)
    {
        var now = Clock.UtcNow();
        return [.. _all.Where(alarm => (enterpriseId is null || alarm.EnterpriseId == enterpriseId) && !(alarm.ShelvedUntil > now))];
    }

    protected override Task Begin(CancellationToken cancellationToken)
    {
        signals.AlarmChanged += Signal;
        return Task.CompletedTask;
    }

    protected override Task End()
    {
        signals.AlarmChanged -= Signal;
        return Task.CompletedTask;
    }

    protected override async Task Run(CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false))
        {
            var found = await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.State == AlarmState.Raised)
                .OrderBy(alarm => alarm.Level).ThenByDescending(alarm => alarm.Id).Take(Most)
                .Select(alarm => new WaitingAlarm(alarm.Id, alarm.Level, alarm.EnterpriseId, alarm.ShelvedUntil)).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (!found.SequenceEqual(_all) || found.Exists(alarm => alarm.ShelvedUntil is not null))
            {
                _all = found;
                Changed?.Invoke();
            }
        }

        // What comes within this time is one query.
        await Task.Delay(Gathering, Clock, cancellationToken).ConfigureAwait(false);
    }

    private void Signal(AlarmSignal alarm) => Wake();
}
