using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Notifications;

/// <summary>Somebody who may be told things.</summary>
public sealed record Recipient(int AccountId, string UserName, string Mail, string Phone, int? EnterpriseId, IReadOnlySet<string> Roles, IReadOnlySet<string> Permissions)
{
    /// <summary>A person sees of a notice what they could see of its subject.</summary>
    public bool MaySee(Notice notice) => Permissions.Contains(notice.Permission) && (EnterpriseId is null || EnterpriseId == notice.EnterpriseId);

    /// <summary>All accounts that are not disabled, with what they may do now.</summary>
    public static async Task<IReadOnlyList<Recipient>> All(ParkDb db, CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().AsNoTracking().ToDictionaryAsync(role => role.Id, cancellationToken).ConfigureAwait(false);
        var grants = (await db.Set<IdentityUserRole<int>>().AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(grant => grant.UserId, grant => roles[grant.RoleId]);
        var accounts = await db.Set<Account>().AsNoTracking().Where(account => !account.IsDisabled).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. accounts.Select(account => new Recipient(
            account.Id, account.UserName!, account.Email ?? "", account.PhoneNumber ?? "", account.EnterpriseId,
            grants[account.Id].Select(role => role.Title).ToHashSet(), grants[account.Id].SelectMany(role => role.Permissions).ToHashSet()))];
    }
}
