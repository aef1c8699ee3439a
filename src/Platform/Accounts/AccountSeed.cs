using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>First start: the built-in roles and the three administrators, each with a password that is shown once.</summary>
public sealed class AccountSeed(IDbContextFactory<ParkDb> databases, AccountService accounts, IEnumerable<Permission> permissions)
{
    private static readonly (string UserName, string DisplayName, string Role)[] Administrators =
        [("admin", "系统管理员", BuiltInRoles.SystemAdministrator), ("security", "安全管理员", BuiltInRoles.SecurityAdministrator), ("auditor", "审计管理员", BuiltInRoles.Auditor)];

    /// <returns>User names with one-time passwords; empty where there are accounts already.</returns>
    public async Task<IReadOnlyList<(string UserName, string Password)>> Plant(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (!await db.Set<Role>().AnyAsync(cancellationToken).ConfigureAwait(false))
        {
            db.AddRange(BuiltInRoles.Create([.. permissions]));
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        if (await db.Set<Account>().AnyAsync(cancellationToken).ConfigureAwait(false))
            return [];
        var made = new List<(string, string)>();
        foreach (var (userName, displayName, role) in Administrators)
            made.Add((userName, await Make(new AccountInput(userName, displayName), role, cancellationToken).ConfigureAwait(false)));
        return made;
    }

    /// <summary>An account with a role, for the first start and for the demo.</summary>
    /// <returns>Its one-time password.</returns>
    public async Task<string> Make(AccountInput input, string roleName, CancellationToken cancellationToken)
    {
        var created = await accounts.Create(input, cancellationToken).ConfigureAwait(false);
        if (!created.IsOk)
            throw new InvalidOperationException($"{input.UserName}: {created.Problem.Message}");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var role = await db.Set<Role>().SingleAsync(one => one.Name == roleName, cancellationToken).ConfigureAwait(false);
        db.Add(new IdentityUserRole<int> { UserId = created.Value.AccountId, RoleId = role.Id });
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        return created.Value.Password;
    }

    /// <summary>Gives an account a known password that need not be changed. For the demo alone.</summary>
    public async Task SetKnownPassword(string userName, string password, UserManager<Account> users, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var account = await db.Set<Account>().SingleAsync(one => one.UserName == userName, cancellationToken).ConfigureAwait(false);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.MustChangePassword = false;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
