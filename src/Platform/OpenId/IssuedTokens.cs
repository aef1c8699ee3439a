using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;

namespace EcoPark.Platform.OpenId;

/// <summary>Tokens that programs hold: what becomes of them when their account or client changes.</summary>
public sealed class IssuedTokens(IServiceScopeFactory scopes)
{
    /// <summary>All tokens that act as an account are worthless from now on, and so is every consent that could renew them.</summary>
    public async Task RevokeOf(int accountId, CancellationToken cancellationToken)
    {
        var subject = accountId.ToString(CultureInfo.InvariantCulture);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().RevokeBySubjectAsync(subject, cancellationToken).ConfigureAwait(false);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().RevokeBySubjectAsync(subject, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a token is still what it was when it was shown: neither revoked nor gone with its client.</summary>
    public async Task<bool> IsGood(string tokenId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>();
        return await tokens.FindByIdAsync(tokenId, cancellationToken).ConfigureAwait(false) is { } token
            && await tokens.HasStatusAsync(token, OpenIddictConstants.Statuses.Valid, cancellationToken).ConfigureAwait(false);
    }
}
