using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace EcoPark.Platform.Accounts;

/// <summary>Identity's store; the key of a second factor is its account's, and another account's does not open in its place.</summary>
internal sealed class AccountStore(ParkDb db, IdentityErrorDescriber? describer = null) : UserStore<Account, Role, ParkDb, int>(db, describer)
{
    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, RowSecret.Close(Row(user), key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken).ConfigureAwait(false) is { } closed ? RowSecret.Open(Row(user), closed) : null;

    private static string Row(Account user) => user.Id.ToString(CultureInfo.InvariantCulture);
}
