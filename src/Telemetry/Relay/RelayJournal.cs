using EcoPark.Platform.Data;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Relay;

/// <summary>Tells people what happens between us and one upper platform: state, figures and events. The same thing is told once a minute at most.</summary>
internal sealed class RelayJournal(int platformId, IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Events of a platform that are kept.</summary>
    public const int Kept = 500;

    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private readonly Dictionary<(RelayEventKind, string, string), DateTime> _told = [];
    private long _sent;
    private DateTime? _sentAt;

    /// <summary>Telegrams were settled; written down with the next <see cref="Flush"/>.</summary>
    public void Sent(int count)
    {
        lock (_gate)
            (_sent, _sentAt) = (_sent + count, clock.UtcNow());
    }

    public async Task Flush(CancellationToken cancellationToken)
    {
        long sent;
        DateTime? sentAt;
        lock (_gate)
            (sent, sentAt, _sent) = (_sent, _sentAt, 0);
        if (sent == 0)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<RelayState>().Where(state => state.PlatformId == platformId).ExecuteUpdateAsync(
            set => set.SetProperty(state => state.Sent, state => state.Sent + sent).SetProperty(state => state.LastSentAt, sentAt), cancellationToken).ConfigureAwait(false);
    }

    /// <param name="link">What the connection is now.</param>
    /// <param name="error">Chinese; <see langword="null"/> leaves the last error as it is, empty clears it.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task LinkIs(RelayLink link, string? error, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var state = db.Set<RelayState>().Where(one => one.PlatformId == platformId);
        await state.Where(one => one.Link != link).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.Link, link).SetProperty(one => one.LinkSince, now), cancellationToken).ConfigureAwait(false);
        if (error is null)
            return;
        DateTime? errorAt = error.Length == 0 ? null : now;
        await state.Where(one => one.LastError != error || error != "").ExecuteUpdateAsync(
            set => set.SetProperty(one => one.LastError, error).SetProperty(one => one.LastErrorAt, errorAt), cancellationToken).ConfigureAwait(false);
    }

    public async Task Tell(RelayEventKind kind, string mn, string text, CancellationToken cancellationToken)
    {
        (mn, text) = (StorableText.Of(mn, 32), StorableText.Of(text)); // What the other side wrote.
        var now = clock.UtcNow();
        lock (_gate)
        {
            if (_told.TryGetValue((kind, mn, text), out var last) && now - last < Once)
                return;
            if (_told.Count > Kept)
                _told.Clear();
            _told[(kind, mn, text)] = now;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var events = db.Set<RelayEvent>();
        events.Add(new RelayEvent { PlatformId = platformId, At = now, Kind = kind, Mn = mn, Text = text });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        var oldest = await events.Where(one => one.PlatformId == platformId).OrderByDescending(one => one.Id).Skip(Kept).Select(one => one.Id).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (oldest > 0)
            await events.Where(one => one.PlatformId == platformId && one.Id <= oldest).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}
