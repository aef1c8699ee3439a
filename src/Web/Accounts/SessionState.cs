using System.Security.Claims;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Web.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging;

namespace EcoPark.Web.Accounts;

/// <summary>
/// Who stands in front of an open page, looked up anew with everything they do and every two seconds besides: a page whose right is gone says so, one whose
/// session has ended goes to the sign-in page, and what it reads by itself it reads with what is left.
/// </summary>
internal sealed class SessionState(ILoggerFactory logger, Sessions sessions, PageActor page) : RevalidatingServerAuthenticationStateProvider(logger)
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());
    private string? _remote;

    protected override TimeSpan RevalidationInterval => Sessions.AskAgain;

    /// <summary>Looks up who it is now, for what they are about to do.</summary>
    public async Task<ClaimsPrincipal> Renew(CancellationToken cancellationToken)
    {
        _remote ??= Actor.Current.Remote;
        var before = (await GetAuthenticationStateAsync()).User;
        var now = await LookUp(before, cancellationToken);
        page.Own = SessionCookie.ActorOf(now, _remote);
        if (!IsSame(page.Own, SessionCookie.ActorOf(before, _remote)))
            SetAuthenticationState(Task.FromResult(new AuthenticationState(now)));
        return now;
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        (await Renew(cancellationToken)).Identity?.IsAuthenticated == true;

    /// <summary>While the database is away nobody is signed out: nothing can be read or done then either, and the session is asked for again in two seconds.</summary>
    private async Task<ClaimsPrincipal> LookUp(ClaimsPrincipal before, CancellationToken cancellationToken)
    {
        try
        {
            return SessionCookie.SessionOf(before) is { } id && await sessions.Find(id, cancellationToken) is { } signedIn ? SessionCookie.PrincipalOf(signedIn) : Nobody;
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
        {
            return before;
        }
    }

    private static bool IsSame(Actor one, Actor other) =>
        one.AccountId == other.AccountId && one.EnterpriseId == other.EnterpriseId && one.Name == other.Name && one.Permissions!.SetEquals(other.Permissions!);
}

/// <summary>What happens in an open page is done on behalf of the person in front of it, with the rights they have now. It does not keep the session: a page is busy by itself (<see cref="IdleNotice"/>).</summary>
internal sealed class SessionActivity(AuthenticationStateProvider authentication, PageActor page) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        await ((SessionState)authentication).Renew(CancellationToken.None);
        page.Become();
        await next(context);
    };
}
