using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Accounts;

/// <summary>What is still missing after a step of signing in.</summary>
public enum NextStep
{
    /// <summary>Nothing: a session may start.</summary>
    Session,

    /// <summary>The six digits of the second factor.</summary>
    SecondFactor,

    /// <summary>A password of one's own.</summary>
    NewPassword,
}

/// <summary>Somebody on the way in.</summary>
public sealed record Entering(int AccountId, NextStep Next);

/// <summary>Signing in: password, second factor, change of password. Every attempt is in the audit log.</summary>
public sealed class SignIn(IServiceScopeFactory scopes, Sessions sessions, SecondFactor factor, PasswordGuesses guesses, PasswordCheck check, AccountOptions options, AuditLog audit, TimeProvider clock)
{
    private const string WrongPassword = "用户名或口令不正确。请核对后重试；连续输错会锁定账户。";
    private static readonly Account Nobody = new() { DisplayName = "", UserName = "" };
    private string? _nobodysHash;

    /// <summary>First step.</summary>
    /// <param name="userName">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="from">Where from, by the account that is meant, if there is one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<Entering>> Password(string userName, string password, Func<int?, SignInSource> from, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        _nobodysHash ??= users.PasswordHasher.HashPassword(Nobody, "nobody");
        var account = await users.FindByNameAsync(userName).ConfigureAwait(false);
        var (name, source) = (Cut(userName), from(account?.Id));
        var begun = await guesses.Begin(name, source, cancellationToken).ConfigureAwait(false);
        if (!begun.IsOk)
            return begun.Problem;

        // As much work for a user who does not exist as for one who does, so that neither answer nor time tells.
        var isRight = account is null
            ? users.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, password) == PasswordVerificationResult.Success
            : await users.CheckPasswordAsync(account, password).ConfigureAwait(false);
        if (!isRight || account is null)
        {
            await audit.Write("登录失败", "账户", name, account is null ? "没有此用户名" : "口令不正确", cancellationToken).ConfigureAwait(false);
            if (!guesses.Wrong(source, begun.Value))
                return new Problem("wrong-password", WrongPassword);
            await audit.Write("登录锁定", "账户", name, "连续输错", cancellationToken).ConfigureAwait(false);
            return guesses.Locked;
        }

        await guesses.Right(name, source, cancellationToken).ConfigureAwait(false);
        if (account.IsDisabled)
        {
            await Failed(account, "账户已停用", cancellationToken).ConfigureAwait(false);
            return new Problem("disabled", "此账户已停用，请联系系统管理员。");
        }

        if (account.MustChangePassword && clock.UtcNow() - account.PasswordChangedAt > options.OneTimeValidity)
        {
            await Failed(account, "一次性口令已过期", cancellationToken).ConfigureAwait(false);
            return new Problem("expired", "一次性口令已过期，请联系管理员重新重置。");
        }

        return account.TwoFactorEnabled
            ? new Entering(account.Id, NextStep.SecondFactor)
            : await Passed(users, account, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Second step, for those who have a second factor: TOTP, RFC 6238.</summary>
    public async Task<Outcome<Entering>> SecondFactor(int accountId, string digits, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByIdAsync(Text(accountId)).ConfigureAwait(false))!;
        if (await users.IsLockedOutAsync(account).ConfigureAwait(false))
            return await Locked(account, cancellationToken).ConfigureAwait(false);
        if (await factor.Take(users, account, digits, cancellationToken).ConfigureAwait(false))
            return await Passed(users, account, cancellationToken).ConfigureAwait(false);

        await users.AccessFailedAsync(account).ConfigureAwait(false);
        await Failed(account, "动态口令不正确", cancellationToken).ConfigureAwait(false);
        return Accounts.SecondFactor.Wrong;
    }

    /// <summary>A password of one's own, at the first sign-in, when it has expired, or when one wants to. Ends all other sessions.</summary>
    public async Task<Outcome<Entering>> ChangePassword(int accountId, string present, string chosen, SignInSource source, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = (await users.FindByIdAsync(Text(accountId)).ConfigureAwait(false))!;
        if (await check.Ask(users, account, present, source, "修改口令", cancellationToken).ConfigureAwait(false) is { } wrong)
            return wrong;
        var former = account.PasswordHash!;
        var changed = await users.ChangePasswordAsync(account, present, chosen).ConfigureAwait(false);
        if (!changed.Succeeded)
            return new Problem("password", changed.Errors.First().Description);

        (account.MustChangePassword, account.PasswordChangedAt) = (false, clock.UtcNow());
        await users.UpdateAsync(account).ConfigureAwait(false);
        var db = scope.ServiceProvider.GetRequiredService<ParkDb>();
        db.Add(new FormerPassword { AccountId = accountId, Hash = former, ReplacedAt = clock.UtcNow() });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await sessions.EndEverywhere(accountId, "口令已修改", cancellationToken).ConfigureAwait(false);
        return new Entering(accountId, NextStep.Session);
    }

    /// <summary>The last step.</summary>
    public async Task<Guid> Enter(int accountId, string remote, string agent, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ParkDb>();
        var now = clock.UtcNow();
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(one => one.Id == accountId, cancellationToken).ConfigureAwait(false);
        await db.Set<Account>().Where(one => one.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastSignInAt, now), cancellationToken).ConfigureAwait(false);
        var session = await sessions.Start(accountId, remote, agent, cancellationToken).ConfigureAwait(false);
        // What they may do is looked up with the next request; here only who it was.
        using var turn = Actor.As(new Actor(accountId, account.DisplayName, account.EnterpriseId, remote, new HashSet<string>()));
        await audit.Write("登录", "账户", account.UserName!, agent, cancellationToken).ConfigureAwait(false);
        return session;
    }

    private async Task<Outcome<Entering>> Passed(UserManager<Account> users, Account account, CancellationToken cancellationToken)
    {
        await users.ResetAccessFailedCountAsync(account).ConfigureAwait(false);
        return new Entering(account.Id, sessions.MustChoosePassword(account) ? NextStep.NewPassword : NextStep.Session);
    }

    private async Task<Problem> Locked(Account account, CancellationToken cancellationToken)
    {
        await Failed(account, "账户已锁定", cancellationToken).ConfigureAwait(false);
        return new Problem("locked", $"连续输错 {options.FailuresBeforeLockout} 次，账户已锁定。请在 {options.Lockout.TotalMinutes:0} 分钟后重试，或联系系统管理员。");
    }

    private Task Failed(Account account, string reason, CancellationToken cancellationToken) =>
        audit.Write("登录失败", "账户", account.UserName!, reason, cancellationToken);

    private static string Cut(string name) => name.Length > 50 ? name[..50] : name;

    private static string Text(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
