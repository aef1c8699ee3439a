using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcoPark.Platform.Security;

/// <summary>
/// Until there are accounts: whoever works on the machine itself is the operator and may do everything; a request from
/// anywhere else is refused, whatever address the server listens on.
/// </summary>
public sealed class LoopbackOperator(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "LoopbackOperator";
    public const string PermissionClaim = "permission";
    public const string OperatorName = "本机操作员";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var remote = Context.Connection.RemoteIpAddress;
        if (remote is null || !IPAddress.IsLoopback(remote))
            return Task.FromResult(AuthenticateResult.NoResult());

        var identity = new ClaimsIdentity(
            Permissions.All.Select(permission => new Claim(PermissionClaim, permission)).Append(new Claim(ClaimTypes.Name, OperatorName)), SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}

/// <summary>Registers authentication and one policy for every permission; without a permission nothing is served.</summary>
public static class SecurityRegistration
{
    public static IServiceCollection AddParkSecurity(this IServiceCollection services)
    {
        services.AddAuthentication(LoopbackOperator.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, LoopbackOperator>(LoopbackOperator.SchemeName, null);

        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permissions.All)
            authorization.AddPolicy(permission, policy => policy.RequireClaim(LoopbackOperator.PermissionClaim, permission));
        return services;
    }
}
