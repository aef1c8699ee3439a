using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>
/// Writes what the watch finds: many findings in one transaction, each alarm with its step and its notice. A cause has one open alarm because the
/// database says so (unique <see cref="Alarm.OpenCause"/>); who comes second looks again.
/// </summary>
internal sealed class AlarmWriter : IAlarms, IAsyncDisposable
{
    private const int MostAttempts = 5;

    private readonly IDbContextFactory<ParkDb> _databases;
    private readonly NoticeBoard _notices;
    private readonly IAlarmSignals _signals;
    private readonly AlarmTypes _types;
    private readonly AlarmFlows _flows;
    private readonly TimeProvider _clock;
    private readonly GroupCommit<AlarmEvent> _commits;

    public AlarmWriter(IDbContextFactory<ParkDb> databases, NoticeBoard notices, IAlarmSignals signals, AlarmTypes types, AlarmFlows flows, TimeProvider clock)
    {
        (_databases, _notices, _signals, _types, _flows, _clock) = (databases, notices, signals, types, flows, clock);
        _commits = new GroupCommit<AlarmEvent>(Write, largestGroup: 500);
    }

    /// <inheritdoc/>
    public Task Write(IReadOnlyList<AlarmEvent> events)
    {
        if (events.Count == 0)
            return Task.CompletedTask;
        if (events.OfType<Finding>().FirstOrDefault(finding => _types.Find(finding.Kind.Name) is null) is { } unknown)
            throw new InvalidOperationException($"No room has registered alarms of the kind {unknown.Kind.Name}.");
        return _commits.Add(events, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    private async Task<long> Write(IReadOnlyList<AlarmEvent> events, CancellationToken cancellationToken)
    {
        using var turn = Actor.As(Actor.System); // Whoever made this writer, it acts for the platform.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                foreach (var changed in await WriteOnce(events, cancellationToken).ConfigureAwait(false))
                    _signals.Publish(new AlarmSignal(changed.Id, changed.EnterpriseId));
                _notices.Wake();
                return 0;
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // Another node raised the same cause, or somebody took a step meanwhile: what is in the database now decides.
            }
        }
    }

    private async Task<IReadOnlyCollection<Alarm>> WriteOnce(IReadOnlyList<AlarmEvent> events, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var group = await AlarmGroup.Load(db, _flows, events, _clock.UtcNow(), cancellationToken).ConfigureAwait(false);
        foreach (var one in events)
            group.Take(one);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        group.AddSteps();
        _notices.Add(db, [.. group.Told.Select(told => AlarmNotices.Of(told.Alarm, told.Event, told.Text))]);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        foreach (var tally in group.Tallies)
            await Tell(db, tally, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return group.Changed;
    }

    /// <summary>No step and no audit entry: what it says can be read from the store at any time.</summary>
    private static Task Tell(ParkDb db, Lasting tally, CancellationToken cancellationToken)
    {
        var (cause, text) = (tally.Cause.Key, tally.Text);
        return db.Set<Alarm>().Where(alarm => alarm.OpenCause == cause && alarm.EndedAt == null && alarm.LastAt < tally.LastAt).ExecuteUpdateAsync(
            set => set
                .SetProperty(alarm => alarm.LastAt, tally.LastAt)
                .SetProperty(alarm => alarm.LastValue, tally.LastValue)
                .SetProperty(alarm => alarm.WorstAt, tally.WorstAt)
                .SetProperty(alarm => alarm.WorstValue, tally.WorstValue)
                .SetProperty(alarm => alarm.Text, alarm => text ?? alarm.Text)
                .SetProperty(alarm => alarm.Count, tally.Count),
            cancellationToken);
    }
}
