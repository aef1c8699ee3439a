using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications;

/// <summary>How a channel is.</summary>
/// <param name="Missing">What is missing in the settings; <see langword="null"/> where it can send.</param>
/// <param name="Sent">Deliveries of the last day that were taken.</param>
/// <param name="Waiting">Deliveries that wait.</param>
/// <param name="Failed">Deliveries of the last day that were given up.</param>
/// <param name="LastError">Newest reason why a try failed since the last success; empty where all is well.</param>
public sealed record ChannelHealth(ChannelKind Kind, string? Missing, int Sent, int Waiting, int Failed, DateTime? LastSentAt, string LastError);

/// <summary>Shows deliveries and channels to those who look after them.</summary>
public sealed class DeliveryLog(IDbContextFactory<ParkDb> databases, IEnumerable<IChannel> channels, DeliveryQueue queue, TimeProvider clock)
{
    /// <summary>Deliveries name everybody's addresses: they are the park's, whatever the role of an enterprise's account says.</summary>
    private static bool IsPermitted => Actor.Current.EnterpriseId is null && Actor.Current.May(Permissions.ViewDeliveries);

    public async Task<Page<Delivery>> Search(ChannelKind? channel, DeliveryState? state, string? text, int skip, int take, CancellationToken cancellationToken)
    {
        if (!IsPermitted)
            return new Page<Delivery>([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = db.Set<Delivery>().AsNoTracking().Where(one => (channel == null || one.Channel == channel) && (state == null || one.State == state) && (text == null || one.Title.Contains(text) || one.Address.Contains(text)));
        return new Page<Delivery>(await found.OrderByDescending(one => one.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), await found.LongCountAsync(cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<ChannelHealth>> Channels(CancellationToken cancellationToken)
    {
        if (!IsPermitted)
            return [];
        var since = clock.UtcNow().AddDays(-1);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var counts = await db.Set<Delivery>().AsNoTracking().GroupBy(one => one.Channel).Select(group => new
        {
            group.Key,
            Sent = group.Count(one => one.State == DeliveryState.Sent && one.At >= since),
            Waiting = group.Count(one => one.State == DeliveryState.Waiting),
            Failed = group.Count(one => one.State == DeliveryState.Failed && one.At >= since),
            LastSentAt = group.Max(one => one.SentAt),
        }).ToDictionaryAsync(one => one.Key, cancellationToken).ConfigureAwait(false);
        var health = new List<ChannelHealth>();
        foreach (var channel in channels.OrderBy(one => one.Kind))
        {
            var own = counts.GetValueOrDefault(channel.Kind);
            var error = await db.Set<Delivery>().AsNoTracking().Where(one => one.Channel == channel.Kind && one.Error != "" && (own == null || own.LastSentAt == null || one.At > own.LastSentAt))
                .OrderByDescending(one => one.Id).Select(one => one.Error).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            health.Add(new ChannelHealth(channel.Kind, channel.Missing, own?.Sent ?? 0, own?.Waiting ?? 0, own?.Failed ?? 0, own?.LastSentAt, error ?? ""));
        }

        return health;
    }

    /// <summary>Tries one again that was given up, or that waits for its next try.</summary>
    public async Task<bool> Retry(long id, CancellationToken cancellationToken)
    {
        if (!IsPermitted)
            return false;
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var changed = await db.Set<Delivery>().Where(one => one.Id == id && one.State != DeliveryState.Sent)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, DeliveryState.Waiting).SetProperty(one => one.DueAt, now).SetProperty(one => one.Attempts, 0), cancellationToken).ConfigureAwait(false);
        queue.Wake();
        return changed > 0;
    }
}
