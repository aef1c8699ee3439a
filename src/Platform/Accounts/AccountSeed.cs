using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>First start: the built-in roles and the three administrators, each with a password that is shown once.</summary>
public sealed class AccountSeed(IDbContextFactory<ParkDb> databases, AccountService accounts, IEnumerable<Permission> permissions, AccountOptions options, TimeProvider clock)
{
    private static readonly (string UserName, string DisplayName, string Role)[] Administrators =
        [("admin", "系统管理员", BuiltInRoles.SystemAdministrator), ("security", "安全管理员", BuiltInRoles.SecurityAdministrator), ("auditor", "审计管理员", BuiltInRoles.Auditor)];

    /// <returns>User names with one-time passwords; empty where there are accounts already, but for administrators who never came and whose password has expired.</returns>
    public async Task<IReadOnlyList<(string UserName, string Password)>> Plant(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await PlantRoles(db, cancellationToken).ConfigureAwait(false);
        if (await db.Set<Account>().AnyAsync(cancellationToken).ConfigureAwait(false))
            return await Renew(db, cancellationToken).ConfigureAwait(false);
        var made = new List<(string, string)>();
        foreach (var (userName, displayName, role) in Administrators)
            made.Add((userName, await Make(new AccountInput(userName, displayName), role, cancellationToken).ConfigureAwait(false)));
        return made;
    }

    /// <summary>Nobody has ever signed in as one of the first administrators, and their password has expired: whoever starts the platform is told another.</summary>
    private async Task<IReadOnlyList<(string UserName, string Password)>> Renew(ParkDb db, CancellationToken cancellationToken)
    {
        var (names, since) = (Administrators.Select(one => one.UserName).ToList(), clock.UtcNow() - options.OneTimeValidity);
        var waiting = await db.Set<Account>().AsNoTracking()
            .Where(account => names.Contains(account.UserName!) && account.LastSignInAt == null && account.MustChangePassword && account.PasswordChangedAt < since && !account.IsDisabled)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var made = new List<(string, string)>();
        foreach (var account in waiting)
        {
            var password = AccountService.NewHalf() + AccountService.NewHalf();
            await accounts.SetOneTime(account.Id, password, cancellationToken).ConfigureAwait(false);
            made.Add((account.UserName!, password));
        }

        return made;
    }

    /// <summary>The built-in roles get each permission once, when its room first comes; what a park takes away later stays away.</summary>
    private async Task PlantRoles(ParkDb db, CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().ToListAsync(cancellationToken).ConfigureAwait(false);
        var known = await db.Set<KnownPermission>().Select(one => one.Name).ToHashSetAsync(cancellationToken).ConfigureAwait(false);
        if (known.Count == 0) // An installation from before the list was kept: what any role has was there.
            known = [.. roles.SelectMany(role => role.Permissions)];
        var recorded = await db.Set<KnownPermission>().Select(one => one.Name).ToHashSetAsync(cancellationToken).ConfigureAwait(false);
        var fresh = permissions.Where(one => !known.Contains(one.Name)).ToList();
        foreach (var wanted in BuiltInRoles.Create(fresh))
        {
            if (roles.Count == 0)
                db.Add(wanted);
            else if (roles.FirstOrDefault(role => role.Name == wanted.Name) is { Administration: Administration.None } present)
                present.Permissions = [.. present.Permissions.Union(wanted.Permissions)];
        }

        db.AddRange(permissions.Where(one => !recorded.Contains(one.Name)).Select(one => new KnownPermission { Name = one.Name }));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
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
