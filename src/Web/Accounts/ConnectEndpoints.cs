using System.Globalization;
using System.Security.Claims;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Security;
using EcoPark.Web.Records;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
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

    private const string NotApproved = "The client has not been approved, or its account is disabled.";
    private const string SignInAnew = "The account has to sign in anew.";

    /// <summary>Client credentials give the client's own account; a code or a refresh token the account of whoever signed in.</summary>
    private static async Task<IResult> Token(HttpContext context, ApiClients clients, Sessions sessions, AccountOptions options, TimeProvider clock, CancellationToken token)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var (isApproved, own) = await clients.Find(request.ClientId!, token);
        if (!isApproved)
            return Refused(OpenIddictConstants.Errors.InvalidGrant, NotApproved);
        if (request.IsClientCredentialsGrantType())
            return own is { } service && await sessions.RightsOf(service, isService: true, token) is not null
                ? SignedIn(IdentityOf(service, isService: true), request) : Refused(OpenIddictConstants.Errors.InvalidGrant, NotApproved);

        // A person stands behind a code or a refresh token: what holds in their browser holds here.
        var shown = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        var since = TokenClaims.SignedInAtOf(shown) ?? clock.GetUtcNow();
        var left = options.ProgramLifetime - (clock.GetUtcNow() - since);
        if (left <= TimeSpan.Zero || !int.TryParse(shown.GetClaim(OpenIddictConstants.Claims.Subject), CultureInfo.InvariantCulture, out var person)
            || await sessions.RightsOf(person, isService: false, token) is not { LacksSecondFactor: false })
            return Refused(OpenIddictConstants.Errors.InvalidGrant, SignInAnew);
        return SignedIn(TokenClaims.Note(IdentityOf(person, isService: false), since), request, left);
    }

    /// <summary>Whoever has signed in here, and agrees on the page that asks, lets the program act in their name; others sign in first.</summary>
    private static async Task<IResult> Authorize(HttpContext context, ApiClients clients, IAntiforgery forgery, AuditLog audit, TimeProvider clock, CancellationToken token)
    {
        if (!(await clients.Find(context.GetOpenIddictServerRequest()!.ClientId!, token)).IsApproved)
            return Refused(OpenIddictConstants.Errors.UnauthorizedClient, NotApproved);
        var signedIn = await context.AuthenticateAsync(SessionCookie.Scheme);
        var actor = SessionCookie.ActorOf(signedIn.Principal ?? new ClaimsPrincipal(), "");
        if (actor.AccountId is not { } account)
            return Results.Challenge(new AuthenticationProperties { RedirectUri = context.Request.PathBase + context.Request.Path + context.Request.QueryString }, [SessionCookie.Scheme]);
        if (actor.May(Permissions.BindSecondFactor))
            return Refused(OpenIddictConstants.Errors.AccessDenied, "The account has to bind its second factor first.");
        // A link alone gives no code: the page asks, and its answer bears the token of this browser.
        if (!HttpMethods.IsPost(context.Request.Method) || !await forgery.IsRequestValidAsync(context))
            return Results.LocalRedirect(ConsentPage.Address + context.Request.QueryString);
        var isGranted = context.Request.Form[ConsentPage.Decision] == ConsentPage.Granted;
        using var turn = Actor.As(actor);
        await audit.Write(isGranted ? "授权" : "拒绝", "接口程序", context.GetOpenIddictServerRequest()!.ClientId!, isGranted ? "同意程序以本人身份使用平台" : "不同意程序以本人身份使用平台", token);
        return !isGranted ? Refused(OpenIddictConstants.Errors.AccessDenied, "The person did not agree.")
            : SignedIn(TokenClaims.Note(IdentityOf(account, isService: false), clock.GetUtcNow()), context.GetOpenIddictServerRequest()!);
    }

    private static IResult Refused(string error, string description) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    private static ClaimsIdentity IdentityOf(int account, bool isService)
    {
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, account.ToString(CultureInfo.InvariantCulture));
        if (isService)
            identity.SetClaim(TokenClaims.Service, "true");
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return identity;
    }

    /// <param name="identity">Who the tokens act as.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="most">How long a refresh token may hold at most.</param>
    private static IResult SignedIn(ClaimsIdentity identity, OpenIddictRequest request, TimeSpan? most = null)
    {
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        if (most < OpenIdRegistration.RefreshLifetime)
            principal.SetRefreshTokenLifetime(most);
        return Results.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}
