using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace EcoPark.Platform.Security;

/// <summary>Every permission is a policy of the same name: the claim must be there.</summary>
public sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public const string Claim = "permission";

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        await base.GetPolicyAsync(policyName).ConfigureAwait(false)
        ?? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireClaim(Claim, policyName).Build();
}
