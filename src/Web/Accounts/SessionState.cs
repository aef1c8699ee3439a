using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Web.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Logging;

namespace EcoPark.Web.Accounts;

/// <summary>An open page notices within seconds that its session has ended, and goes to the sign-in page.</summary>
internal sealed class SessionState(ILoggerFactory logger, Sessions sessions) : RevalidatingServerAuthenticationStateProvider(logger)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(10);

    /// <summary>While the database is away nobody is signed out: nothing can be read or done then either, and the session is asked for again in ten seconds.</summary>
    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        try
        {
            return SessionCookie.SessionOf(authenticationState.User) is { } id && await sessions.Find(id, cancellationToken) is not null;
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
        {
            return true;
        }
    }
}

/// <summary>What a person does in an open page is done on their behalf and keeps the session from idling out; what the page does by itself does not.</summary>
internal sealed class SessionActivity(AuthenticationStateProvider authentication, Sessions sessions, PageActor page, TimeProvider clock) : CircuitHandler
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(1);
    private DateTimeOffset _touched;

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        var user = (await authentication.GetAuthenticationStateAsync()).User;
        page.Own = SessionCookie.ActorOf(user, Actor.Current.Remote);
        page.Become();
        if (clock.GetUtcNow() - _touched > TouchEvery)
        {
            _touched = clock.GetUtcNow();
            if (SessionCookie.SessionOf(user) is { } id)
                await Touch(id);
        }

        await next(context);
    };

    private async Task Touch(Guid session)
    {
        try
        {
            await sessions.Touch(session, CancellationToken.None);
        }
        catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
        {
            _touched = default; // With the next activity.
        }
    }
}
