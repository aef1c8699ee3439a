using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Accounts;

/// <summary>The second factor of an account: six digits of an authenticator (TOTP, RFC 6238), each good for one use.</summary>
public sealed class SecondFactor(IServiceScopeFactory scopes, PasswordCheck check, TimeProvider clock)
{
    internal static readonly Problem Wrong = new("wrong-digits", "动态口令不正确或已用过。请输入验证器当前显示的 6 位数字（每个只能用一次），并确认手机时间准确。");

    /// <summary>A key for the authenticator app, as the text of its QR code; it counts once <see cref="Confirm"/> has seen six digits of it.</summary>
    /// <param name="accountId">Whose.</param>
    /// <param name="password">The present one: whoever finds an open page cannot bind a telephone of their own.</param>
    /// <param name="source">Where it was typed.</param>
    /// <param name="issuer">Name in the app.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Outcome<string>> Begin(int accountId, string password, SignInSource source, string issuer, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (users, account) = await Find(scope, accountId).ConfigureAwait(false);
        if (account.TwoFactorEnabled)
            return new Problem("bound", "已绑定验证器。手机遗失时请系统管理员重置后再绑定。");
        if (await check.Ask(users, account, password, source, "绑定验证器", cancellationToken).ConfigureAwait(false) is { } wrong)
            return wrong;
        await users.ResetAuthenticatorKeyAsync(account).ConfigureAwait(false);
        var key = await users.GetAuthenticatorKeyAsync(account).ConfigureAwait(false);
        return $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period=30";
    }

    public async Task<Outcome<Account>> Confirm(int accountId, string digits, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (users, account) = await Find(scope, accountId).ConfigureAwait(false);
        if (!await Take(users, account, digits, cancellationToken).ConfigureAwait(false))
            return Wrong;
        await users.SetTwoFactorEnabledAsync(account, true).ConfigureAwait(false);
        scope.ServiceProvider.GetRequiredService<Sessions>().Forget();
        return account;
    }

    /// <summary>Takes six digits, once: whoever saw them typed cannot use them again, on whatever node.</summary>
    internal async Task<bool> Take(UserManager<Account> users, Account account, string digits, CancellationToken cancellationToken)
    {
        if (await users.GetAuthenticatorKeyAsync(account).ConfigureAwait(false) is not { } key || Totp.StepOf(key, digits.Trim(), clock.GetUtcNow()) is not { } step)
            return false;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<ParkDb>>().CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Account>().Where(one => one.Id == account.Id && one.LastCodeStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LastCodeStep, step), cancellationToken).ConfigureAwait(false) == 1;
    }

    private static async Task<(UserManager<Account> Users, Account Account)> Find(AsyncServiceScope scope, int id)
    {
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return (users, (await users.FindByIdAsync(id.ToString(System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false))!);
    }
}
