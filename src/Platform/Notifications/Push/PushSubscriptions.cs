using System.Buffers.Text;
using System.Security.Cryptography;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications.Push;

/// <summary>A browser or phone that somebody wants to be told on.</summary>
public sealed class PushSubscription
{
    private string _secret = "";

    public int Id { get; set; }

    public int AccountId { get; set; }

    /// <summary>Address at the push service.</summary>
    public required string Endpoint { get; set; }

    /// <summary>p256dh, base64url.</summary>
    public required string Key { get; set; }

    /// <summary>auth, base64url; sealed in the database for this endpoint, which must be set before.</summary>
    public required string Secret
    {
        get => RowSecret.Open(Endpoint, _secret);
        set => _secret = RowSecret.Close(Endpoint, value);
    }

    /// <summary>What the browser calls itself.</summary>
    public string Agent { get; set; } = "";

    public DateTime At { get; set; }
}

/// <summary>Keeps the browsers that want pushes; each person their own.</summary>
public sealed class PushSubscriptions(IDbContextFactory<ParkDb> databases, NotificationOptions options, TimeProvider clock)
{
    private const int MostPerAccount = 10;

    public async Task<IReadOnlyList<PushSubscription>> Of(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<PushSubscription>().AsNoTracking().Where(one => one.AccountId == accountId).OrderByDescending(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a subscription as the browser gives it; the same browser again replaces it.</summary>
    public async Task<Outcome<PushSubscription>> Add(int accountId, string endpoint, string key, string secret, string agent, CancellationToken cancellationToken)
    {
        if (!IsAllowed(endpoint))
            return new Problem("endpoint", "这个推送服务不在允许之列，请联系系统管理员（EcoPark:Notifications:Push:Hosts）。", "endpoint");
        if (!IsKey(key) || Decoded(secret) is not { Length: 16 })
            return new Problem("keys", "订阅的密钥无效。", "keys");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var own = await db.Set<PushSubscription>().Where(one => one.AccountId == accountId || one.Endpoint == endpoint).OrderBy(one => one.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
        // An address is no secret: only the browser itself, which has the keys, takes it to another account.
        if (own.Exists(one => one.Endpoint == endpoint && one.AccountId != accountId && (one.Key != key || one.Secret != secret)))
            return new Problem("endpoint", "这个推送地址已由别的账户订阅；请在浏览器里取消原来的订阅后再试。", "endpoint");
        var others = own.Where(one => one.AccountId == accountId && one.Endpoint != endpoint).ToList();
        db.RemoveRange(own.Where(one => one.Endpoint == endpoint).Concat(others.Take(others.Count - MostPerAccount + 1)));
        var added = new PushSubscription { AccountId = accountId, Endpoint = endpoint, Key = key, Secret = secret, Agent = agent.Length > 300 ? agent[..300] : agent, At = clock.UtcNow() };
        // The endpoint is unique: what it replaces must be gone first.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        db.Add(added);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return added;
    }

    /// <returns>False where the account has no such subscription.</returns>
    public async Task<bool> Remove(int accountId, int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<PushSubscription>().Where(one => one.AccountId == accountId && one.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    internal bool IsAllowed(string endpoint) =>
        endpoint.Length <= 1_000 && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (options.Push.AllowsHttp && uri.Scheme == Uri.UriSchemeHttp))
        && (uri.IsDefaultPort || options.Push.AllowsHttp) // No way to other services of the same host.
        && options.Push.Hosts.Exists(host => uri.Host == host || uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase));

    private static bool IsKey(string text)
    {
        try
        {
            if (Decoded(text) is not { } point)
                return false;
            using var key = ECDiffieHellman.Create(PushMessage.KeyOf(point));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[]? Decoded(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text.AsSpan().TrimEnd('='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
