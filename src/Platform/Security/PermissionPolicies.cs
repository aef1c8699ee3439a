using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace EcoPark.Platform.Security;

/// <summary>Every permission is a policy of the same name: the claim must be there.</summary>
public sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public const string Claim = "permission";

    /// <summary>Policy of pages that say why one cannot go on: for whoever has signed in, walls too.</summary>
    public const string SignedIn = "signed-in";

    private static readonly AuthorizationPolicy Anybody = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();

    /// <summary>Somebody who sits in front of it: a wall is nobody's desk.</summary>
    public static readonly AuthorizationPolicy Person = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
        .RequireAssertion(context => !context.User.HasClaim(claim => claim.Type == SessionCookie.ScreenClaim)).Build();

    private static readonly AuthorizationPolicy Any = new AuthorizationPolicyBuilder(Person).RequireClaim(Claim).Build();

    private static readonly AuthorizationPolicy AnyRecords = new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
        .RequireAssertion(context => context.User.HasClaim(claim => claim.Type == Claim && claim.Value.StartsWith(Permissions.Records + ".", StringComparison.Ordinal))).Build();

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        await base.GetPolicyAsync(policyName).ConfigureAwait(false)
        ?? policyName switch
        {
            SignedIn => Anybody,
            Permissions.Any => Any,
            Permissions.Records => AnyRecords,
            _ => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Claim, policyName).Build(),
        };
}
