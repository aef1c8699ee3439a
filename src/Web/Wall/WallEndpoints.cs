using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Wall;

/// <summary>Makes the browser a wall: the session of its person becomes that of the wall.</summary>
internal static class WallEndpoints
{
    public static void MapWall(this IEndpointRouteBuilder app) =>
        app.MapGet(WallView.Path + "/start", Start).RequireAuthorization(Permissions.StartWall).ExcludeFromDescription();

    private static async Task<IResult> Start(string? ticket, WallTickets tickets, Sessions sessions, AuditLog audit, HttpContext context, TimeProvider clock, CancellationToken token)
    {
        if (tickets.Read(ticket) is not { } asked || SessionCookie.SessionOf(context.User) != asked.Session)
            return Results.LocalRedirect(WallView.Path + "/setup");
        // The same session goes on: one that ended here would send the page that asked to the sign-in page before this answer is there.
        await sessions.BecomeScreen(asked.Session, asked.Name, token);
        await audit.Write("启用", "大屏", asked.Name, asked.Address, token);
        await context.SignInAsync(SessionCookie.Scheme, SessionCookie.Ticket(asked.Session), new AuthenticationProperties { IsPersistent = true, ExpiresUtc = clock.GetUtcNow() + Sessions.ScreenLifetime });
        return Results.LocalRedirect(asked.Address);
    }
}
