using System.Globalization;
using System.Security.Cryptography;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Messages;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Accounts;

/// <summary>What an administrator fills in of an account.</summary>
public sealed record AccountInput(string UserName, string DisplayName, string Department = "", string? Phone = null, string? Email = null, int? EnterpriseId = null);

/// <summary>What a security administrator fills in of a role.</summary>
public sealed record RoleInput(string Title, string Purpose, bool IsOfEnterprise, IReadOnlyList<string> Permissions, Desk Desk = Desk.Duty);

/// <summary>An account in the list.</summary>
public sealed record AccountRow(
    int Id, string UserName, string DisplayName, string Department, int? EnterpriseId, IReadOnlyList<string> Roles, bool IsDisabled, bool IsLocked, bool HasSecondFactor, DateTime? LastSignInAt);

/// <summary>A password that must be changed at the first sign-in.</summary>
/// <param name="Password">Shown once; empty where it went to its owner.</param>
/// <param name="SentTo">Where it went.</param>
public sealed record OneTimePassword(int AccountId, string Password, string SentTo = "");

/// <summary>Accounts and roles, kept by the system and the security administrator.</summary>
public sealed class AccountService(IServiceScopeFactory scopes, IDbContextFactory<ParkDb> databases, Sessions sessions, IEnumerable<Permission> permissions, RecordTypes types, ParkDictionaries dictionaries, MessageCentre messages, PasswordGuesses guesses, OneTimePost post, AuditLog audit, TimeProvider clock)
{
    /// <summary>Without characters that are taken for one another.</summary>
    private const string PasswordLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// <param name="sort">userName, displayName, department or lastSignInAt; by age without one.</param>
    public async Task<Page<AccountRow>> Search(string? text, int skip, int take, CancellationToken cancellationToken, string? sort = null, bool isDescending = false)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = db.Set<Account>().AsNoTracking().Where(account => string.IsNullOrEmpty(text) || account.UserName!.Contains(text) || account.DisplayName.Contains(text));
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        System.Linq.Expressions.Expression<Func<Account, object?>> key = sort switch
        {
            "userName" => account => account.UserName,
            "displayName" => account => account.DisplayName,
            "department" => account => account.Department,
            "lastSignInAt" => account => account.LastSignInAt,
            _ => account => account.Id,
        };
        var accounts = await (isDescending ? found.OrderByDescending(key) : found.OrderBy(key)).ThenBy(account => account.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        var ids = accounts.Select(account => account.Id).ToList();
        var roles = (await db.Set<IdentityUserRole<int>>().Where(grant => ids.Contains(grant.UserId))
            .Join(db.Set<Role>(), grant => grant.RoleId, role => role.Id, (grant, role) => new { grant.UserId, role.Title })
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(one => one.UserId, one => one.Title);
        var locked = await guesses.LockedOf(db, [.. accounts.Select(account => account.UserName!)], cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        return new(
            [.. accounts.Select(account => new AccountRow(
                account.Id, account.UserName!, account.DisplayName, account.Department, account.EnterpriseId, [.. roles[account.Id]],
                account.IsDisabled, account.LockoutEnd > now || locked.Contains(account.NormalizedUserName!), account.TwoFactorEnabled, account.LastSignInAt))],
            total);
    }

    /// <summary>Names of departments, for whoever makes an account; nothing else of them is shown.</summary>
    public async Task<IReadOnlyList<string>> Departments(string? text, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Department>().AsNoTracking().Where(department => string.IsNullOrEmpty(text) || department.Name.Contains(text)).OrderBy(department => department.Name).Select(department => department.Name)
            .Take(most).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enterprises by name, for whoever makes an account for one; nothing else of them is shown.</summary>
    public async Task<IReadOnlyList<RecordTitle>> Enterprises(string? text, int most, CancellationToken cancellationToken)
    {
        if (types.All.FirstOrDefault(one => one.IsEnterpriseItself) is not { } type)
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await type.Search(db, new RecordQuery { Text = text, Take = most, Sort = type.TitleField.Name }, type.Fields, dictionaries, cancellationToken).ConfigureAwait(false);
        return [.. found.Items.Select(record => new RecordTitle(record.Id, type.TitleOf(record), record.Id))];
    }

    /// <summary>Names of these enterprises.</summary>
    public async Task<IReadOnlyDictionary<int, string>> EnterpriseNames(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || types.All.FirstOrDefault(one => one.IsEnterpriseItself) is not { } type)
            return new Dictionary<int, string>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return (await type.Titles(db, ids, cancellationToken).ConfigureAwait(false)).ToDictionary(one => one.Id, one => one.Title);
    }

    public async Task<Account?> Find(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Outcome<OneTimePassword>> Create(AccountInput input, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.EditAccounts, "建立账户") is { } missing)
            return missing;
        if (await CheckAll(input, cancellationToken).ConfigureAwait(false) is { } problem)
            return problem;
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { DisplayName = "", UserName = input.UserName.Trim(), CreatedAt = clock.UtcNow(), PasswordChangedAt = clock.UtcNow(), LockoutEnabled = true };
        Fill(account, input);
        var password = NewPassword();
        var created = await users.CreateAsync(account, password).ConfigureAwait(false);
        return created.Succeeded ? await Hand(account, password, cancellationToken).ConfigureAwait(false) : Problem(created, input.UserName);
    }

    /// <summary>To its owner where that can be done, else to who asked.</summary>
    private async Task<OneTimePassword> Hand(Account account, string password, CancellationToken cancellationToken) =>
        await post.Send(account, password, cancellationToken).ConfigureAwait(false) is { Length: > 0 } sentTo ? new OneTimePassword(account.Id, "", sentTo) : new OneTimePassword(account.Id, password);

    public async Task<Outcome<Account>> Update(int id, AccountInput input, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.EditAccounts, "修改账户") is { } missing)
            return missing;
        if (await CheckAll(input, cancellationToken).ConfigureAwait(false) is { } problem)
            return problem;
        if (await Find(id, cancellationToken).ConfigureAwait(false) is { } present && present.EnterpriseId != input.EnterpriseId && (await RolesOf(id, cancellationToken).ConfigureAwait(false)).Count > 0)
            return new Problem("scope", "账户已授予角色，不能改变所属企业。请先由安全管理员收回角色。", nameof(input.EnterpriseId));
        return await Change(id, account => Fill(account, input), null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A new one-time password; also lifts a lock-out, and takes the second factor away where its device is lost. The owner finds it among their messages.</summary>
    public async Task<Outcome<OneTimePassword>> ResetPassword(int id, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.EditAccounts, "重置口令") is { } missing)
            return missing;
        if (await IsAdministrator(id, cancellationToken).ConfigureAwait(false))
            return new Problem("administrator", "管理员的口令须由两名其他类别的管理员重置：请到“系统管理 → 管理员重置”申请，由另一名确认。");
        var password = NewPassword();
        return await SetOneTime(id, password, cancellationToken).ConfigureAwait(false) && await Find(id, cancellationToken).ConfigureAwait(false) is { } account
            ? await Hand(account, password, cancellationToken).ConfigureAwait(false) : NotFound(id);
    }

    /// <summary>Gives an account a password that must be changed at the next sign-in; the former one, the second factor and every way in end.</summary>
    internal async Task<bool> SetOneTime(int id, string password, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false) is not { } account)
            return false;
        var db = scope.ServiceProvider.GetRequiredService<ParkDb>();
        // What it was may not come back either.
        db.Add(new FormerPassword { AccountId = id, Hash = account.PasswordHash!, ReplacedAt = clock.UtcNow() });
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        (account.MustChangePassword, account.PasswordChangedAt, account.TwoFactorEnabled) = (true, clock.UtcNow(), false);
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        var told = messages.Add(db, [id], "您的口令和双因素验证被重置", $"由{Actor.Current.Name}办理。若非本人要求，请告知安全管理员。", "/me");
        await users.UpdateAsync(account).ConfigureAwait(false);
        await sessions.EndEverywhere(id, "口令被管理员重置", cancellationToken).ConfigureAwait(false);
        await guesses.Forget(account.UserName!, cancellationToken).ConfigureAwait(false);
        messages.Tell(told);
        return true;
    }

    /// <summary>Lifts the locks of wrong passwords and codes; the password stays.</summary>
    public async Task<Outcome<Account>> Unlock(int id, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.EditAccounts, "解锁账户") is { } missing)
            return missing;
        var changed = await Change(id, account => (account.LockoutEnd, account.AccessFailedCount) = (null, 0), null, cancellationToken).ConfigureAwait(false);
        if (!changed.IsOk)
            return changed;
        await guesses.Forget(changed.Value.UserName!, cancellationToken).ConfigureAwait(false);
        await audit.Write("解锁", "账户", changed.Value.UserName!, "", cancellationToken).ConfigureAwait(false);
        return changed;
    }

    public async Task<Outcome<Account>> SetDisabled(int id, bool isDisabled, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.EditAccounts, "停用账户") is { } missing)
            return missing;
        if (isDisabled && id == Actor.Current.AccountId)
            return new Problem("oneself", "不能停用自己的账户。");
        if (isDisabled && await LastAdministration(id, cancellationToken).ConfigureAwait(false) is { } title)
            return new Problem("last-administrator", $"这是最后一个可用的{title}，停用后将无人担任。请先授予他人。");
        return await Change(id, account => account.IsDisabled = isDisabled, isDisabled ? "账户已停用" : null, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Role>> Roles(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Role>().AsNoTracking().OrderBy(role => role.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<int>> RolesOf(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<IdentityUserRole<int>>().Where(grant => grant.UserId == accountId).Select(grant => grant.RoleId).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives an account exactly these roles. The three administrations cannot be held together, nor beside any other role.</summary>
    public async Task<Outcome<Account>> Grant(int accountId, IReadOnlyCollection<int> roleIds, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.GrantRoles, "授予角色") is { } missing)
            return missing;
        if (accountId == Actor.Current.AccountId)
            return new Problem("oneself", "不能给自己授予角色，请由另一位安全管理员办理。");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId, cancellationToken).ConfigureAwait(false) is not { } account)
            return NotFound(accountId);
        var roles = await db.Set<Role>().AsNoTracking().Where(role => roleIds.Contains(role.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (roles.Count != roleIds.Distinct().Count())
            return new Problem("unknown-role", "所选角色已不存在，请刷新后重选。");
        if (roles.Count > 1 && roles.Any(role => role.Administration != Administration.None))
            return new Problem("separation", "系统管理员、安全管理员、审计管理员须由不同的人担任，且不能兼任其他角色（GB/T 22239 三员分离）。");
        if (roles.FirstOrDefault(role => role.IsOfEnterprise != account.EnterpriseId.HasValue) is { } unfit)
            return new Problem("scope", unfit.IsOfEnterprise ? $"“{unfit.Title}”只能授予企业账户。" : $"“{unfit.Title}”不能授予企业账户。");
        if (await LastAdministration(accountId, cancellationToken).ConfigureAwait(false) is { } title && roles.All(role => role.Title != title))
            return new Problem("last-administrator", $"这是最后一个可用的{title}，不能收回。请先授予他人。");

        var held = await db.Set<IdentityUserRole<int>>().Where(grant => grant.UserId == accountId).ToListAsync(cancellationToken).ConfigureAwait(false);
        db.RemoveRange(held.Where(grant => !roleIds.Contains(grant.RoleId)));
        db.AddRange(roleIds.Except(held.Select(grant => grant.RoleId)).Select(roleId => new IdentityUserRole<int> { UserId = accountId, RoleId = roleId }));
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await sessions.EndEverywhere(accountId, "角色已变更，请重新登录", cancellationToken).ConfigureAwait(false);
        return account;
    }

    /// <summary>Makes a role or changes one; those of the three administrations stand as they are.</summary>
    public async Task<Outcome<Role>> SaveRole(int? id, RoleInput input, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.GrantRoles, "设定角色") is { } missing)
            return missing;
        if (string.IsNullOrWhiteSpace(input.Title) || input.Title.Length > 50)
            return new Problem("no-title", "请填写角色名称，至多 50 字。", nameof(input.Title));
        var known = permissions.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        if (input.Permissions.FirstOrDefault(name => !known.Contains(name) || Permissions.Reserved.Contains(name)) is { } wrong)
            return new Problem("permission", $"权限“{wrong}”不存在，或只属于三个管理员角色。", nameof(input.Permissions));

        if (!Desks.OfPark.Contains(input.Desk))
            return new Problem("desk", "总览请选值守、管理或现场。", nameof(input.Desk));
        if (input.IsOfEnterprise && input.Permissions.FirstOrDefault(name => !permissions.Any(one => one.Name == name && one.IsForEnterprises)) is { } wide)
            return new Problem("scope", $"企业角色不能有权限“{wide}”：它所见的是全园数据，而企业账户只能看本企业。", nameof(input.Permissions));

        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var role = id is null ? new Role { Title = "", Name = $"role-{Guid.NewGuid():N}" } : await db.Set<Role>().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
        if (role is null)
            return new Problem("unknown-role", "该角色已不存在，请刷新。");
        if (role.Administration != Administration.None)
            return new Problem("separation", "三个管理员角色是固定的，不能修改。");
        if (id is not null && role.IsOfEnterprise != input.IsOfEnterprise && await db.Set<IdentityUserRole<int>>().AnyAsync(grant => grant.RoleId == id, cancellationToken).ConfigureAwait(false))
            return new Problem("held", $"“{role.Title}”已授予账户，不能改为{(input.IsOfEnterprise ? "企业" : "园区")}角色：请先收回，或另建一个角色。", nameof(input.IsOfEnterprise));
        (role.Title, role.Purpose, role.IsOfEnterprise, role.Desk, role.Permissions) = (input.Title.Trim(), input.Purpose.Trim(), input.IsOfEnterprise, input.Desk, [.. input.Permissions.Distinct()]);
        (role.NormalizedName, role.ConcurrencyStamp) = (role.Name!.ToUpperInvariant(), Guid.NewGuid().ToString());
        if (id is null)
            db.Add(role);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        sessions.Forget();
        return role;
    }

    /// <summary>Title of the administration that would be without anybody if this account had it no more.</summary>
    private async Task<string?> LastAdministration(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var holders = await db.Set<IdentityUserRole<int>>()
            .Join(db.Set<Role>().Where(role => role.Administration != Administration.None), grant => grant.RoleId, role => role.Id, (grant, role) => new { grant.UserId, role.Title })
            .Join(db.Set<Account>().Where(account => !account.IsDisabled), one => one.UserId, account => account.Id, (one, _) => one)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return holders.GroupBy(one => one.Title).FirstOrDefault(group => group.All(one => one.UserId == accountId))?.Key;
    }

    private async Task<Outcome<Account>> Change(int id, Action<Account> change, string? endSessions, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await users.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false) is not { } account)
            return NotFound(id);
        change(account);
        var changed = await users.UpdateAsync(account).ConfigureAwait(false);
        if (!changed.Succeeded)
            return Problem(changed, account.UserName!);
        if (endSessions is not null)
            await sessions.EndEverywhere(id, endSessions, cancellationToken).ConfigureAwait(false);
        return account;
    }

    private static void Fill(Account account, AccountInput input) =>
        (account.UserName, account.DisplayName, account.Department, account.PhoneNumber, account.Email, account.EnterpriseId) =
            (input.UserName.Trim(), input.DisplayName.Trim(), input.Department.Trim(), input.Phone?.Trim(), input.Email?.Trim(), input.EnterpriseId);

    private async Task<Problem?> CheckAll(AccountInput input, CancellationToken cancellationToken)
    {
        if (Check(input) is { } problem)
            return problem;
        if (input.EnterpriseId is not { } enterprise || types.All.FirstOrDefault(one => one.IsEnterpriseItself) is not { } type)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await type.Find(db, enterprise, isDeleted: false, cancellationToken).ConfigureAwait(false) is null
            ? new Problem("enterprise", "没有这家企业，请先在企业档案中建立，再为它建账户。", nameof(input.EnterpriseId)) : null;
    }

    private static Problem? Check(AccountInput input)
    {
        if (input.UserName.Trim() is not { Length: >= 3 and <= 50 } name || !name.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_' or '.'))
            return new Problem("user-name", "用户名应为 3～50 位字母、数字、点、横线或下划线。", nameof(input.UserName));
        return input.DisplayName.Trim() is { Length: >= 1 and <= 50 } ? null : new Problem("display-name", "请填写姓名，至多 50 字。", nameof(input.DisplayName));
    }

    private async Task<bool> IsAdministrator(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<IdentityUserRole<int>>().Where(grant => grant.UserId == id)
            .Join(db.Set<Role>(), grant => grant.RoleId, role => role.Id, (_, role) => role).AnyAsync(role => role.Administration != Administration.None, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Half of a one-time password; two of them are one.</summary>
    internal static string NewHalf() => RandomNumberGenerator.GetString(PasswordLetters, 9);

    private static string NewPassword() => RandomNumberGenerator.GetString(PasswordLetters, 12) + "-" + RandomNumberGenerator.GetString("23456789", 2);

    private static Problem NotFound(int id) => new("unknown-account", $"编号为 {id} 的账户不存在，请刷新列表。");

    private static Problem Problem(IdentityResult result, string userName) => result.Errors.First() switch
    {
        { Code: nameof(IdentityErrorDescriber.DuplicateUserName) } => new("duplicate", $"用户名“{userName}”已被使用，请换一个。", nameof(AccountInput.UserName)),
        { Code: nameof(IdentityErrorDescriber.ConcurrencyFailure) } => new("changed", "此账户刚被别人修改，请刷新后重做。"),
        var other => new(other.Code, other.Description),
    };
}
