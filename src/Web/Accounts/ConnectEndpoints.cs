using System.Globalization;
using System.Security.Claims;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Security;
using EcoPark.Web.Records;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace EcoPark.Web.Accounts;

/// <summary>OAuth 2 for programs of others, and the list of these programs.</summary>
internal static class ConnectEndpoints
{
    public static void MapConnect(this IEndpointRouteBuilder app)
    {
        app.MapPost(OpenIdRegistration.TokenAddress, Token).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        app.MapMethods(OpenIdRegistration.AuthorizeAddress, ["GET", "POST"], (Delegate)Authorize).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        var clients = app.MapGroup("/api/v1/clients").WithTags("接口程序").RequireAuthorization(Permissions.ManageAccounts).DisableAntiforgery();
        clients.MapGet("/", (ApiClients service, CancellationToken token) => service.List(token)).WithSummary("可调用接口的程序");
        clients.MapPost("/", async (ApiClientInput input, ApiClients service, CancellationToken token) => RecordEndpoints.Answer(await service.Add(input, token)))
            .RequireAuthorization(Permissions.EditAccounts).WithSummary("登记程序；密钥只返回这一次");
        clients.MapPost("/{clientId}/approve", async (string clientId, ApiClients service, CancellationToken token) => RecordEndpoints.Answer(await service.Approve(clientId, token)))
            .RequireAuthorization(Permissions.GrantRoles).WithSummary("安全管理员批准程序，此后方可取得令牌");
        clients.MapDelete("/{clientId}", async (string clientId, ApiClients service, CancellationToken token) => RecordEndpoints.Answer(await service.Remove(clientId, token)))
            .RequireAuthorization(Permissions.EditAccounts).WithSummary("删除程序，其令牌立即失效");
    }

    /// <summary>Client credentials give the client's own account; a code or a refresh token the account of whoever signed in.</summary>
    private static async Task<IResult> Token(HttpContext context, ApiClients clients, Sessions sessions, CancellationToken token)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var (isApproved, own) = await clients.Find(request.ClientId!, token);
        var account = !isApproved ? null : request.IsClientCredentialsGrantType() ? own
            : int.TryParse((await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal?.GetClaim(OpenIddictConstants.Claims.Subject), CultureInfo.InvariantCulture, out var subject) ? subject : null;
        return account is { } known && await sessions.RightsOf(known, token) is not null ? Results.SignIn(PrincipalOf(known, request), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)
            : Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.InvalidGrant,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "The client has not been approved, or its account is disabled.",
                }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    /// <summary>Whoever has signed in here lets the program act in their name; others sign in first.</summary>
    private static async Task<IResult> Authorize(HttpContext context, ApiClients clients, CancellationToken token)
    {
        if (!(await clients.Find(context.GetOpenIddictServerRequest()!.ClientId!, token)).IsApproved)
            return Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.UnauthorizedClient }),
                [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var signedIn = await context.AuthenticateAsync(SessionCookie.Scheme);
        if (SessionCookie.ActorOf(signedIn.Principal ?? new ClaimsPrincipal(), "").AccountId is not { } account)
            return Results.Challenge(new AuthenticationProperties { RedirectUri = context.Request.PathBase + context.Request.Path + context.Request.QueryString }, [SessionCookie.Scheme]);
        return Results.SignIn(PrincipalOf(account, context.GetOpenIddictServerRequest()!), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static ClaimsPrincipal PrincipalOf(int account, OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, account.ToString(CultureInfo.InvariantCulture));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        return principal;
    }
}
