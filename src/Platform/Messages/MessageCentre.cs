using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Messages;

/// <summary>消息中心: sends to people and to all who have a permission; each reads their own.</summary>
public sealed class MessageCentre(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>An account's messages have changed on this node; carries the account alone, so that nobody reads with another's rights.</summary>
    public event Action<int>? Changed;

    /// <summary>Adds the messages to what the context will save, so that they are sent if and only if the change is made. Call <see cref="Tell"/> afterwards.</summary>
    public IReadOnlyList<int> Add(ParkDb db, IReadOnlyList<int> accounts, string title, string text, string href)
    {
        db.AddRange(accounts.Select(account => new Message { AccountId = account, Title = Cut(title, 200), Text = Cut(text, 2_000), Href = href, At = clock.UtcNow() }));
        return accounts;
    }

    /// <summary>Open pages of these accounts look again.</summary>
    public void Tell(IReadOnlyList<int> accounts)
    {
        foreach (var account in accounts)
            Changed?.Invoke(account);
    }

    /// <summary>Accounts of the park that may do this.</summary>
    public static async Task<IReadOnlyList<int>> WhoMay(ParkDb db, string permission, CancellationToken cancellationToken)
    {
        var roles = (await db.Set<Role>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false)).Where(role => role.Permissions.Contains(permission)).Select(role => role.Id).ToList();
        return await db.Set<IdentityUserRole<int>>().Where(grant => roles.Contains(grant.RoleId))
            .Join(db.Set<Account>().Where(account => !account.IsDisabled && account.EnterpriseId == null), grant => grant.UserId, account => account.Id, (_, account) => account.Id)
            .Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Newest first, unless wanted otherwise.</summary>
    public async Task<Page<Message>> Of(int account, bool isUnreadOnly, int skip, int take, CancellationToken cancellationToken, string? text = null, bool isOldestFirst = false)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var all = db.Set<Message>().AsNoTracking().Where(message => message.AccountId == account && (!isUnreadOnly || message.ReadAt == null) && (string.IsNullOrEmpty(text) || message.Title.Contains(text) || message.Text.Contains(text)));
        var total = await all.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new Page<Message>(await (isOldestFirst ? all.OrderBy(message => message.Id) : all.OrderByDescending(message => message.Id)).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    public async Task<int> Unread(int account, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Message>().CountAsync(message => message.AccountId == account && message.ReadAt == null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Marks one as read, or all.</summary>
    public async Task Read(int account, long? id, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<Message>().Where(message => message.AccountId == account && message.ReadAt == null && (id == null || message.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReadAt, now), cancellationToken).ConfigureAwait(false);
        Changed?.Invoke(account);
    }

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
