using System.Threading.RateLimiting;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>
/// Limits on guessing passwords that a stranger cannot turn against anybody: a name is locked for the place that guesses, not for its owner elsewhere; an address has so many
/// wrong passwords in all; a name that is guessed at from many places is slow for strangers and for nobody else. Nothing of it depends on whether the name exists.
/// </summary>
public sealed class PasswordGuesses : IDisposable
{
    private readonly IDbContextFactory<ParkDb> _databases;
    private readonly AccountOptions _options;
    private readonly TimeProvider _clock;
    private readonly PartitionedRateLimiter<string> _addresses;
    private readonly PartitionedRateLimiter<string> _names;

    public PasswordGuesses(IDbContextFactory<ParkDb> databases, AccountOptions options, TimeProvider clock)
    {
        (_databases, _options, _clock) = (databases, options, clock);
        _addresses = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(address, _ => new()
        {
            TokenLimit = options.FailuresPerAddress,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = options.Lockout / options.FailuresPerAddress,
        }));
        _names = PartitionedRateLimiter.Create<string, string>(name => RateLimitPartition.GetFixedWindowLimiter(name, _ => new() { PermitLimit = 1, Window = options.SlowGuess }));
    }

    /// <summary>Counts a try before it is made, so that many at once are no more than one after the other.</summary>
    /// <returns>Its number, or why it may not be made.</returns>
    public async Task<Outcome<int>> Begin(string name, SignInSource source, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!source.IsKnown)
        {
            if (MayNot(source.Address) is { } refused)
                return refused;
            if (await FailuresOf(db, Key(name), cancellationToken).ConfigureAwait(false) >= _options.FailuresBeforeSlow && !Acquire(_names, Key(name)))
                return new Problem("slow", $"此用户名近来登录失败过多，请 {_options.SlowGuess.TotalSeconds:0} 秒后重试；用过的浏览器不受影响。");
        }

        var number = await Count(db, Key(name), source.Key, cancellationToken).ConfigureAwait(false);
        return number > _options.FailuresBeforeLockout ? Locked : number;
    }

    /// <summary>The password was wrong.</summary>
    /// <returns>Whether that was the last try for now.</returns>
    public bool Wrong(SignInSource source, int number)
    {
        if (!source.IsKnown)
            WrongFrom(source.Address);
        return number >= _options.FailuresBeforeLockout;
    }

    /// <summary>Why an address may try nothing for now; <see langword="null"/> where it may.</summary>
    public Problem? MayNot(string address) =>
        _addresses.GetStatistics(address) is { CurrentAvailablePermits: 0 } ? new Problem("address", "此网络地址登录失败过多，请几分钟后重试。") : null;

    /// <summary>A secret from this address was wrong, whoever's it was.</summary>
    public void WrongFrom(string address) => Acquire(_addresses, address);

    /// <summary>The password was right: earlier guesses from there are forgotten.</summary>
    public async Task Right(string name, SignInSource source, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<PasswordGuess>().Where(one => one.Name == Key(name) && one.Source == source.Key).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lifts every lock of a name.</summary>
    public async Task Forget(string name, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<PasswordGuess>().Where(one => one.Name == Key(name)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of these names that are locked somewhere.</summary>
    public async Task<IReadOnlySet<string>> LockedOf(ParkDb db, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var (keys, since) = (names.Select(Key).ToList(), Since());
        return await db.Set<PasswordGuess>().Where(one => keys.Contains(one.Name) && one.Count >= _options.FailuresBeforeLockout && one.LastAt >= since)
            .Select(one => one.Name).ToHashSetAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _addresses.Dispose();
        _names.Dispose();
    }

    internal Problem Locked => new(
        "locked", $"连续输错 {_options.FailuresBeforeLockout} 次，在此处登录该用户名已锁定。请 {_options.Lockout.TotalMinutes:0} 分钟后重试，或联系系统管理员解锁；在本人用过的浏览器上仍可登录。");

    private static string Key(string name) => (name.Length > 50 ? name[..50] : name).ToUpperInvariant();

    private static bool Acquire(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private long Since() => (_clock.GetUtcNow() - _options.Lockout).ToUnixTimeMilliseconds();

    private Task<int> FailuresOf(ParkDb db, string name, CancellationToken cancellationToken)
    {
        var since = Since();
        return db.Set<PasswordGuess>().Where(one => one.Name == name && one.LastAt >= since).SumAsync(one => one.Count, cancellationToken);
    }

    private async Task<int> Count(ParkDb db, string name, string source, CancellationToken cancellationToken)
    {
        var (now, since, most) = (_clock.GetUtcNow().ToUnixTimeMilliseconds(), Since(), _options.FailuresBeforeLockout);
        await db.Set<PasswordGuess>().Where(one => one.LastAt < since).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        // One statement, so that tries at once on several nodes are counted apart. A lock runs from the try that closed it; later ones do not lengthen it.
        return (await db.Database.SqlQuery<int>($"""
            INSERT INTO "PasswordGuess" ("Name", "Source", "Count", "LastAt") VALUES ({name}, {source}, 1, {now})
            ON CONFLICT ("Name", "Source") DO UPDATE SET
                "LastAt" = CASE WHEN "PasswordGuess"."Count" >= {most} THEN "PasswordGuess"."LastAt" ELSE {now} END,
                "Count" = "PasswordGuess"."Count" + 1
            RETURNING "Count" AS "Value"
            """).ToListAsync(cancellationToken).ConfigureAwait(false)).Single();
    }
}
