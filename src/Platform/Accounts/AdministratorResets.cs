using EcoPark.Platform.Data;
using EcoPark.Platform.Messages;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>
/// Resets of the three administrators: one of another kind asks, one of the third kind agrees, and each is shown half of the one-time password, so that
/// none of the three can sign in as another.
/// </summary>
public sealed class AdministratorResets(IDbContextFactory<ParkDb> databases, AccountService accounts, MessageCentre messages, AccountOptions options, TimeProvider clock)
{
    private const string Page = "/system/administrators";

    public async Task<IReadOnlyList<AdministratorRow>> All(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var administrators = await Administrators(db, cancellationToken).ConfigureAwait(false);
        var own = administrators.FirstOrDefault(one => one.Account.Id == Actor.Current.AccountId).Kind;
        var since = clock.UtcNow() - options.OneTimeValidity;
        var requests = await db.Set<AdministratorReset>().AsNoTracking().Where(one => one.At > since).ToDictionaryAsync(one => one.AccountId, cancellationToken).ConfigureAwait(false);
        return [.. administrators.OrderBy(one => one.Kind).ThenBy(one => one.Account.Id).Select(one =>
        {
            var (account, request) = (one.Account, requests.GetValueOrDefault(one.Account.Id));
            var isThird = own != Administration.None && own != one.Kind;
            return new AdministratorRow(
                account.Id, account.UserName!, account.DisplayName, one.Kind, account.IsDisabled, account.TwoFactorEnabled, account.LastSignInAt,
                request is null ? "" : administrators.FirstOrDefault(other => other.Account.Id == request.RequestedBy).Account?.DisplayName ?? "（已不是管理员）", request?.At,
                MayRequest: request is null && isThird, MayConfirm: request is not null && isThird && own != request.Kind, MayWithdraw: request is not null && own != Administration.None);
        })];
    }

    /// <summary>Asks for it; the owner and the other administrators are told.</summary>
    /// <returns>The first half of the one-time password; it is good for nothing until another agrees.</returns>
    public async Task<Outcome<OneTimePassword>> Request(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (actor, owner, problem) = await Parties(db, id, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
            return problem;
        if (await db.Set<AdministratorReset>().FirstOrDefaultAsync(one => one.AccountId == id, cancellationToken).ConfigureAwait(false) is { } former)
        {
            if (!IsOver(former))
                return new Problem("requested", "已有人申请重置此账户，请等待另一类管理员确认，或先撤销。");
            db.Remove(former);
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        var half = AccountService.NewHalf();
        db.Add(new AdministratorReset { AccountId = id, RequestedBy = actor.Account.Id, Kind = actor.Kind, At = clock.UtcNow(), FirstHalf = half });
        await Tell(db, $"{actor.Account.DisplayName}申请重置“{owner.Account.UserName}”的口令和双因素验证", "须由另一类管理员确认后才生效。若非本人要求，请撤销并查明。", cancellationToken).ConfigureAwait(false);
        return new OneTimePassword(id, half);
    }

    /// <summary>Agrees: the former password, the second factor and every way in end at once.</summary>
    /// <returns>The second half of the one-time password.</returns>
    public async Task<Outcome<OneTimePassword>> Confirm(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (actor, owner, problem) = await Parties(db, id, cancellationToken).ConfigureAwait(false);
        if (problem is not null)
            return problem;
        if (await db.Set<AdministratorReset>().FirstOrDefaultAsync(one => one.AccountId == id, cancellationToken).ConfigureAwait(false) is not { } request || IsOver(request))
            return new Problem("not-requested", "没有待确认的重置申请，或已过期。请先由另一类管理员申请。");
        var requester = (await Administrators(db, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Account.Id == request.RequestedBy);
        if (actor.Kind == request.Kind || requester.Kind != request.Kind || requester.Account.IsDisabled)
            return new Problem("separation", "申请人和确认人须是两名不同类别的在用管理员，且都不是被重置者的类别。");
        var second = AccountService.NewHalf();
        db.Remove(request);
        try
        {
            // Whoever is second to agree finds nothing to remove.
            await Tell(db, $"“{owner.Account.UserName}”的口令和双因素验证已重置", $"由{requester.Account.DisplayName}申请、{actor.Account.DisplayName}确认。若非本人要求，请查明。", cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("not-requested", "此申请刚被别人处理，请刷新。");
        }

        await accounts.SetOneTime(id, request.FirstHalf + second, cancellationToken).ConfigureAwait(false);
        return new OneTimePassword(id, second);
    }

    /// <summary>Takes a request back, or refuses it; the owner may too.</summary>
    public async Task<Outcome<OneTimePassword>> Withdraw(int id, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.ResetAdministrators, "重置管理员") is { } missing)
            return missing;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<AdministratorReset>().FirstOrDefaultAsync(one => one.AccountId == id, cancellationToken).ConfigureAwait(false) is not { } request)
            return new Problem("not-requested", "没有待确认的重置申请，请刷新。");
        db.Remove(request);
        await Tell(db, "管理员重置申请已撤销", $"撤销人：{Actor.Current.Name}。", cancellationToken).ConfigureAwait(false);
        return new OneTimePassword(id, "");
    }

    /// <summary>What these accounts administer.</summary>
    private static async Task<List<(Account Account, Administration Kind)>> Administrators(ParkDb db, CancellationToken cancellationToken) =>
        [.. (await db.Set<IdentityUserRole<int>>().Join(db.Set<Role>().Where(role => role.Administration != Administration.None), grant => grant.RoleId, role => role.Id, (grant, role) => new { grant.UserId, role.Administration })
            .Join(db.Set<Account>().AsNoTracking(), one => one.UserId, account => account.Id, (one, account) => new { account, one.Administration })
            .ToListAsync(cancellationToken).ConfigureAwait(false)).Select(one => (one.account, one.Administration))];

    /// <summary>Who acts and whose password it is: two administrators of different kinds.</summary>
    private static async Task<((Account Account, Administration Kind) Actor, (Account Account, Administration Kind) Owner, Problem? Problem)> Parties(ParkDb db, int id, CancellationToken cancellationToken)
    {
        if (Rights.Missing(Permissions.ResetAdministrators, "重置管理员") is { } missing)
            return (default, default, missing);
        var administrators = await Administrators(db, cancellationToken).ConfigureAwait(false);
        var (actor, owner) = (administrators.FirstOrDefault(one => one.Account.Id == Actor.Current.AccountId), administrators.FirstOrDefault(one => one.Account.Id == id));
        return owner.Account is null ? (actor, owner, new Problem("unknown-account", "没有这个管理员，请刷新。"))
            : actor.Account is null || actor.Kind == owner.Kind ? (actor, owner, new Problem("separation", "管理员的口令须由两名其他类别的管理员重置：一名申请，另一名确认。"))
            : (actor, owner, null);
    }

    private bool IsOver(AdministratorReset request) => clock.UtcNow() - request.At > options.OneTimeValidity;

    /// <summary>Saves, and tells all administrators, the owner among them.</summary>
    private async Task Tell(ParkDb db, string title, string text, CancellationToken cancellationToken)
    {
        var told = messages.Add(db, await MessageCentre.WhoMay(db, Permissions.ResetAdministrators, cancellationToken).ConfigureAwait(false), title, text, Page);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        messages.Tell(told);
    }
}
