using EcoPark.Platform.Accounts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Wall;

/// <summary>Makes the browser a wall: its person is signed out of it, and the session of the wall takes their place.</summary>
internal static class WallEndpoints
{
    public static void MapWall(this IEndpointRouteBuilder app) =>
        app.MapGet(WallView.Path + "/start", Start).RequireAuthorization(Permissions.StartWall).ExcludeFromDescription();

    private static async Task<IResult> Start(string? ticket, WallTickets tickets, Sessions sessions, AuditLog audit, HttpContext context, TimeProvider clock, CancellationToken token)
    {
        if (tickets.Read(ticket) is not { } asked || SessionCookie.SessionOf(context.User) != asked.Session || await sessions.Find(asked.Session, token) is not { } person)
            return Results.LocalRedirect(WallView.Path + "/setup");
        var screen = await sessions.StartScreen(
            person.AccountId, asked.Name, context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString(), token);
        await audit.Write("启用", "大屏", asked.Name, asked.Address, token);
        await sessions.End(asked.Session, "本浏览器改作大屏", token);
        await context.SignInAsync(SessionCookie.Scheme, SessionCookie.Ticket(screen), new AuthenticationProperties { IsPersistent = true, ExpiresUtc = clock.GetUtcNow() + Sessions.ScreenLifetime });
        return Results.LocalRedirect(asked.Address);
    }
}
