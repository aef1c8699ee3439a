using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications;

/// <summary>How somebody wants to be told.</summary>
public sealed class NotificationPreference
{
    /// <summary>Account.</summary>
    public int AccountId { get; set; }

    /// <summary>静音: no tones on this person's pages. Colour and count stay, and nobody else's tones change.</summary>
    public bool IsMuted { get; set; }
}

/// <summary>Each person's own choice.</summary>
public sealed class NotificationPreferences(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Somebody's choice has changed on this node: their other pages look again.</summary>
    public event Action<int>? Changed;

    public async Task<bool> IsMuted(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<NotificationPreference>().AnyAsync(one => one.AccountId == accountId && one.IsMuted, cancellationToken).ConfigureAwait(false);
    }

    public async Task Mute(int accountId, bool isMuted, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var own = await db.Set<NotificationPreference>().FindAsync([accountId], cancellationToken).ConfigureAwait(false);
        if (own is null)
            db.Add(new NotificationPreference { AccountId = accountId, IsMuted = isMuted });
        else
            own.IsMuted = isMuted;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        Changed?.Invoke(accountId);
    }
}
