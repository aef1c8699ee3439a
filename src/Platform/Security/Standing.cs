using System.Security.Claims;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Security;

/// <summary>
/// Whether somebody who was let in may stay: asked again every two seconds of whatever lasts (streams, long exports). Open pages ask by themselves.
/// </summary>
public sealed partial class Standing(Sessions sessions, IssuedTokens tokens, TimeProvider clock, ILogger<Standing> log)
{
    private readonly TimeProvider _clock = clock;
    private readonly ILogger _log = log;

    /// <summary>What a principal may do now; <see langword="null"/> where its session, token or account has ended.</summary>
    public async Task<SignedIn?> Of(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (SessionCookie.SessionOf(user) is { } session)
            return await sessions.Find(session, cancellationToken).ConfigureAwait(false);
        return user.FindFirst(TokenClaims.Id)?.Value is { } token && TokenClaims.ExpiryOf(user) > _clock.UtcNow()
            && await tokens.IsGood(token, cancellationToken).ConfigureAwait(false) && SessionCookie.ActorOf(user, "").AccountId is { } account
            ? await sessions.RightsOf(account, TokenClaims.IsService(user), cancellationToken).ConfigureAwait(false) : null;
    }

    /// <summary>Whether they have lost anything that they had when they were let in.</summary>
    public async Task<bool> HasLost(ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var before = SessionCookie.ActorOf(user, "");
        return await Of(user, cancellationToken).ConfigureAwait(false) is not { } now || now.EnterpriseId != before.EnterpriseId || !now.Permissions.IsSupersetOf(before.Permissions!);
    }

    /// <summary>Watches a request until the result is disposed of, and cuts it off where somebody no longer has what they were let in with.</summary>
    internal IDisposable Watch(HttpContext context) => new Watched(this, context);

    [LoggerMessage(Level = LogLevel.Error, Message = "Rights could not be looked up again; the request was cut off.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    private sealed class Watched : IDisposable
    {
        private readonly Lock _gate = new();
        private readonly Standing _standing;
        private readonly ClaimsPrincipal _user;
        private readonly CancellationToken _aborted;
        private readonly ITimer _timer;
        private HttpContext? _context;
        private bool _isAsking;

        public Watched(Standing standing, HttpContext context)
        {
            (_standing, _context, _user, _aborted) = (standing, context, context.User, context.RequestAborted);
            _timer = standing._clock.CreateTimer(_ => Ask(), null, Sessions.AskAgain, Sessions.AskAgain);
        }

        /// <summary>The server uses the context for another request afterwards: that one must not be cut off.</summary>
        public void Dispose()
        {
            lock (_gate)
                _context = null;
            _timer.Dispose();
        }

        private async void Ask()
        {
            lock (_gate)
            {
                if (_isAsking || _context is null)
                    return;
                _isAsking = true;
            }

            try
            {
                if (await _standing.HasLost(_user, _aborted).ConfigureAwait(false))
                    Cut();
            }
            catch (Exception exception) when (_aborted.IsCancellationRequested || DatabaseTrouble.IsOne(exception))
            {
                // It is over anyway, or nobody can be looked up: again in two seconds.
            }
#pragma warning disable CA1031 // Nobody waits for it: whatever it is, the request does not go on unwatched.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailed(_standing._log, exception);
                Cut();
            }

            lock (_gate)
                _isAsking = false;
        }

        private void Cut()
        {
            lock (_gate)
                _context?.Abort();
        }
    }
}

/// <summary>Puts the watch over every request of somebody who was let in.</summary>
public static class StandingRights
{
    /// <summary>The socket of open pages: they look rights up with every activity and lead to the sign-in page themselves.</summary>
    private const string Pages = "/_blazor";

    public static IApplicationBuilder UseStandingRights(this IApplicationBuilder app)
    {
        var standing = app.ApplicationServices.GetRequiredService<Standing>();
        return app.Use(async (context, next) =>
        {
            if (context.User.Identity?.IsAuthenticated != true || context.Request.Path.StartsWithSegments(Pages, StringComparison.Ordinal))
            {
                await next(context).ConfigureAwait(false);
                return;
            }

            using var watch = standing.Watch(context);
            await next(context).ConfigureAwait(false);
        });
    }
}
