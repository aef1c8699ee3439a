using EcoPark.Platform.Accounts;
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

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        SessionCookie.SessionOf(authenticationState.User) is { } id && await sessions.Find(id, cancellationToken) is not null;
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
                await sessions.Touch(id, CancellationToken.None);
        }

        await next(context);
    };
}
