using System.Collections.Concurrent;
using EcoPark.Platform.Data;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>Whoever a session belongs to, with what they may do now.</summary>
public sealed record SignedIn(Guid SessionId, int AccountId, string UserName, string DisplayName, int? EnterpriseId, IReadOnlyList<string> Roles, IReadOnlySet<string> Permissions)
{
    /// <summary>What the overview shows them first.</summary>
    public Desk Desk { get; init; }

    /// <summary>Name of the wall that it is; empty for people and programs.</summary>
    public string Screen { get; init; } = "";

    /// <summary>UTC: when the session ends unless somebody uses it; not set for programs.</summary>
    public DateTime IdlesAt { get; init; }

    /// <summary>Their role needs a second factor that they have not bound: they may do nothing else.</summary>
    public bool LacksSecondFactor => Permissions.Contains(Security.Permissions.BindSecondFactor);
}

/// <summary>
/// Signed-in browsers and programs: limits, idle time-out, single sign-out. Rights are read from the database again every two seconds; whoever holds
/// a page or a stream open asks as often (<see cref="Standing"/>), so that whatever is withdrawn has ended everywhere within five.
/// </summary>
public sealed class Sessions(IDbContextFactory<ParkDb> databases, AccountOptions options, IssuedTokens tokens, TimeProvider clock)
{
    /// <summary>How often whoever holds something open asks whether it may stay open.</summary>
    public static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(2);

    /// <summary>Letters of a wall's name.</summary>
    public const int LongestScreen = 30;

    /// <summary>A wall hangs for as long; nobody touches it meanwhile.</summary>
    public static readonly TimeSpan ScreenLifetime = TimeSpan.FromDays(180);

    /// <summary>How exactly it is known when a wall was last there.</summary>
    private static readonly TimeSpan ScreenSeen = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Forgetting = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, (SignedIn? Found, DateTime At)> _known = new();

    /// <summary>Starts a session; where the account has too many, the one unused longest ends.</summary>
    public async Task<Guid> Start(int accountId, string remote, string agent, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await db.Set<AccountSession>().Where(session => session.AccountId == accountId && session.EndedAt == null && session.Screen == "")
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var surplus in open.Skip(options.MaxSessions - 1))
            EndNow(surplus, now, "登录数达到上限，被新的登录替下");
        var started = new AccountSession
        {
            Id = Guid.NewGuid(),
            AccountId = accountId,
            StartedAt = now,
            LastSeenAt = now,
            Remote = remote,
            Agent = agent.Length > 300 ? agent[..300] : agent,
        };
        db.Add(started);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return started.Id;
    }

    /// <summary>Makes a person's session that of a wall: it may see what the account may see, does nothing, and does not end by itself for <see cref="ScreenLifetime"/>.</summary>
    public async Task BecomeScreen(Guid id, string name, CancellationToken cancellationToken)
    {
        var (now, screen) = (clock.UtcNow(), name.Length > LongestScreen ? name[..LongestScreen] : name);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<AccountSession>().Where(session => session.Id == id && session.EndedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(session => session.Screen, screen).SetProperty(session => session.StartedAt, now).SetProperty(session => session.LastSeenAt, now), cancellationToken).ConfigureAwait(false);
        _known.Clear();
    }

    /// <summary>The session's account with its rights; <see langword="null"/> where the session has ended, idled out, or the account was disabled.</summary>
    public async Task<SignedIn?> Find(Guid id, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        if (_known.TryGetValue(id, out var known) && now - known.At < Freshness)
            return known.Found;

        var found = await Load(id, now, cancellationToken).ConfigureAwait(false);
        _known[id] = (found, now);
        foreach (var (old, _) in _known.Where(one => now - one.Value.At > Forgetting))
            _known.TryRemove(old, out _);
        return found;
    }

    /// <summary>What an account may do now, for programs that act as it; <see langword="null"/> where it was disabled, or a person must choose a new password first.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="isService">Its own secret stands for the person's password and second factor; otherwise the program has what the person would have in a browser.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SignedIn?> RightsOf(int accountId, bool isService, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId, cancellationToken).ConfigureAwait(false) is { IsDisabled: false } account
            && (isService || !MustChoosePassword(account))
            ? await Rights(db, Guid.Empty, isService, account, cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>The present password was given by somebody else, or has expired.</summary>
    public bool MustChoosePassword(Account account) => account.MustChangePassword || clock.UtcNow() - account.PasswordChangedAt > options.PasswordValidity;

    /// <summary>What is remembered of rights is read anew: a role was changed.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Somebody is using the session.</summary>
    public async Task Touch(Guid id, CancellationToken cancellationToken)
    {
        // Not with every request, but often enough that an active session never idles out.
        var (now, before) = (clock.UtcNow(), clock.UtcNow() - (options.IdleTimeout / 10));
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<AccountSession>().Where(session => session.Id == id && session.EndedAt == null && session.LastSeenAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken).ConfigureAwait(false);
    }

    public Task End(Guid id, string reason, CancellationToken cancellationToken) => EndWhere(session => session.Id == id, reason, cancellationToken);

    /// <summary>Signs an account out everywhere, but for one session.</summary>
    public Task EndAll(int accountId, Guid? except, string reason, CancellationToken cancellationToken) =>
        EndWhere(session => session.AccountId == accountId && session.Id != except, reason, cancellationToken);

    /// <summary>Signs an account out of every browser and every program.</summary>
    public async Task EndEverywhere(int accountId, string reason, CancellationToken cancellationToken)
    {
        await EndAll(accountId, null, reason, cancellationToken).ConfigureAwait(false);
        await tokens.RevokeOf(accountId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<AccountSession>> Open(int accountId, CancellationToken cancellationToken)
    {
        var idleSince = clock.UtcNow() - options.IdleTimeout;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<AccountSession>().AsNoTracking().Where(session => session.AccountId == accountId && session.EndedAt == null && (session.LastSeenAt > idleSince || session.Screen != ""))
            .OrderByDescending(session => session.LastSeenAt).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<SignedIn?> Load(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await db.Set<AccountSession>().Where(session => session.Id == id && session.EndedAt == null)
            .Join(db.Set<Account>(), session => session.AccountId, account => account.Id, (session, account) => new { session, account })
            .AsNoTracking().FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (found is null || found.account.IsDisabled)
            return null;
        if (found.session.Screen.Length > 0)
            return await Screen(db, found.session, found.account, now, cancellationToken).ConfigureAwait(false);
        if (now - found.session.LastSeenAt > options.IdleTimeout)
        {
            await End(id, "长时间没有操作", cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (now - found.session.StartedAt > options.SessionLifetime)
        {
            await End(id, "登录已满时限", cancellationToken).ConfigureAwait(false);
            return null;
        }

        return (await Rights(db, id, isService: false, found.account, cancellationToken).ConfigureAwait(false)) with { IdlesAt = found.session.LastSeenAt + options.IdleTimeout };
    }

    /// <summary>A wall: of what the account may do only to see, and nothing of the administrators.</summary>
    private async Task<SignedIn?> Screen(ParkDb db, AccountSession session, Account account, DateTime now, CancellationToken cancellationToken)
    {
        if (now - session.StartedAt > ScreenLifetime)
        {
            await End(session.Id, "大屏已满时限", cancellationToken).ConfigureAwait(false);
            return null;
        }

        if (now - session.LastSeenAt > ScreenSeen)
            await db.Set<AccountSession>().Where(one => one.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSeenAt, now), cancellationToken).ConfigureAwait(false);
        var rights = await Rights(db, session.Id, isService: true, account, cancellationToken).ConfigureAwait(false);
        return rights with
        {
            Screen = session.Screen,
            IdlesAt = session.StartedAt + ScreenLifetime,
            Permissions = rights.Permissions.Where(name => name.EndsWith(".view", StringComparison.Ordinal) && !Permissions.Reserved.Contains(name)).ToHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Whether one of these roles needs a second factor.</summary>
    private bool NeedsSecondFactor(IEnumerable<Role> roles) => options.SecondFactorRoles.Contains("*") || roles.Any(role => options.SecondFactorRoles.Contains(role.Name!));

    private async Task<SignedIn> Rights(ParkDb db, Guid session, bool isService, Account account, CancellationToken cancellationToken)
    {
        var roles = await db.Set<IdentityUserRole<int>>().Where(grant => grant.UserId == account.Id)
            .Join(db.Set<Role>(), grant => grant.RoleId, role => role.Id, (_, role) => role)
            .Where(role => role.IsOfEnterprise == account.EnterpriseId.HasValue) // Whatever was granted when: an enterprise has no rights of the park.
            .AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        // A service has its secret instead.
        var lacksFactor = !isService && !account.TwoFactorEnabled && NeedsSecondFactor(roles);
        var signedIn = new SignedIn(
            session, account.Id, account.UserName!, account.DisplayName, account.EnterpriseId,
            [.. roles.Select(role => role.Title)], lacksFactor ? new HashSet<string> { Permissions.BindSecondFactor } : roles.SelectMany(role => role.Permissions).ToHashSet(StringComparer.Ordinal));
        return signedIn with { Desk = account.EnterpriseId is not null ? Desk.Enterprise : roles.Count == 0 ? Desk.Duty : roles.Min(role => role.Desk) };
    }

    private async Task EndWhere(System.Linq.Expressions.Expression<Func<AccountSession, bool>> which, string reason, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<AccountSession>().Where(session => session.EndedAt == null).Where(which)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now).SetProperty(session => session.EndReason, reason), cancellationToken).ConfigureAwait(false);
        _known.Clear();
    }

    private void EndNow(AccountSession session, DateTime now, string reason)
    {
        (session.EndedAt, session.EndReason) = (now, reason);
        _known.TryRemove(session.Id, out _);
    }
}
