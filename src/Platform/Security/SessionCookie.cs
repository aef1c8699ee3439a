using System.Globalization;
using System.Security.Claims;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Security;

/// <summary>
/// The cookie of a signed-in browser holds the session's id alone; who it is and what they may do is looked up on every request,
/// so that a withdrawn right is withdrawn at once.
/// </summary>
public static class SessionCookie
{
    public const string Scheme = "park";
    public const string SessionClaim = "session";
    public const string EnterpriseClaim = "enterprise";

    /// <summary>See <see cref="Accounts.Desk"/>.</summary>
    public const string DeskClaim = "desk";

    /// <summary>Name of the wall whose session it is; people have none.</summary>
    public const string ScreenClaim = "screen";

    /// <summary>Client of a token.</summary>
    public const string ProgramClaim = "program";

    internal static void AddSessionCookie(this AuthenticationBuilder authentication, AccountOptions options) => authentication.AddCookie(Scheme, cookie =>
    {
        cookie.Cookie.Name = "ecopark";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // Plain HTTP only on the machine itself; see docs/operations.md.
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/no-permission";
        cookie.ReturnUrlParameter = "from";
        cookie.ExpireTimeSpan = TimeSpan.FromDays(1);
        cookie.Events.OnValidatePrincipal = Validate;
        cookie.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Refuse(context, StatusCodes.Status403Forbidden);
    });

    /// <summary>The cookie's content for a session.</summary>
    public static ClaimsPrincipal Ticket(Guid session) => new(new ClaimsIdentity([new Claim(SessionClaim, session.ToString())], Scheme));

    /// <summary>The session of a principal.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) => Guid.TryParse(principal.FindFirst(SessionClaim)?.Value, out var id) ? id : null;

    public static ClaimsPrincipal PrincipalOf(SignedIn signedIn, params IEnumerable<Claim> more)
    {
        var identity = new ClaimsIdentity(more, Scheme);
        if (signedIn.SessionId != Guid.Empty) // Programs have none.
            identity.AddClaim(new Claim(SessionClaim, signedIn.SessionId.ToString()));
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, signedIn.AccountId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(ClaimTypes.Name, signedIn.DisplayName));
        identity.AddClaim(new Claim(DeskClaim, signedIn.Desk.ToString()));
        if (signedIn.Screen.Length > 0)
            identity.AddClaim(new Claim(ScreenClaim, signedIn.Screen));
        if (signedIn.EnterpriseId is { } enterprise)
            identity.AddClaim(new Claim(EnterpriseClaim, enterprise.ToString(CultureInfo.InvariantCulture)));
        foreach (var permission in signedIn.Permissions)
            identity.AddClaim(new Claim(PermissionPolicies.Claim, permission));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>What the request does, it does as the person who has signed in; so does the page's connection that it opens.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        Actor.Become(ActorOf(context.User, context.Connection.RemoteIpAddress?.ToString() ?? ""));
        await next(context).ConfigureAwait(false);
    });

    /// <summary>Who a principal is; without a claim nothing is permitted.</summary>
    public static Actor ActorOf(ClaimsPrincipal user, string remote)
    {
        if (user.Identity?.IsAuthenticated != true)
            return Actor.Nobody with { Remote = remote };
        var account = int.TryParse(user.FindFirst(ClaimTypes.NameIdentifier)?.Value, CultureInfo.InvariantCulture, out var id) ? id : (int?)null;
        var enterprise = int.TryParse(user.FindFirst(EnterpriseClaim)?.Value, CultureInfo.InvariantCulture, out var own) ? own : (int?)null;
        var permissions = user.FindAll(PermissionPolicies.Claim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        return new Actor(account, user.Identity.Name ?? "", enterprise, remote, permissions) { Program = user.FindFirst(ProgramClaim)?.Value ?? "" };
    }

    /// <summary>What the overview shows this person first.</summary>
    public static Desk DeskOf(ClaimsPrincipal user) => Enum.TryParse<Desk>(user.FindFirst(DeskClaim)?.Value, out var desk) ? desk : Desk.Duty;

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        try
        {
            if (SessionOf(context.Principal!) is not { } id || await sessions.Find(id, context.HttpContext.RequestAborted).ConfigureAwait(false) is not { } signedIn)
            {
                context.RejectPrincipal();
                return;
            }

            context.ReplacePrincipal(PrincipalOf(signedIn));
            if (IsUse(context.HttpContext))
                await sessions.Touch(id, context.HttpContext.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception) && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            // Scripts, style sheets and /health are for everybody, also while nobody can be looked up.
            context.RejectPrincipal();
        }
    }

    /// <summary>Scripts, style sheets and what a page loads or connects by itself are nobody's hands.</summary>
    private static bool IsUse(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null && !context.Request.Path.StartsWithSegments("/_blazor", StringComparison.Ordinal);

    /// <summary>People go to the sign-in page, or to one that says what they lack; programs get the status.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api/v1", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
