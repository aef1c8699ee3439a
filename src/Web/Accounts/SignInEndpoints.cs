using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace EcoPark.Web.Accounts;

/// <summary>The posts of the sign-in page; each step leads back to it until a session starts. Anti-forgery is checked on all.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var steps = app.MapGroup("/sign-in").AllowAnonymous().ExcludeFromDescription();
        steps.MapPost("/password", Password);
        steps.MapPost("/second-factor", SecondFactor);
        steps.MapPost("/new-password", NewPassword);
    }

    private static async Task<IResult> Password(
        [FromForm] string? user, [FromForm] string? password, [FromForm] string? from, SignIn signIn, Entrance entrance, KnownBrowsers browsers, HttpContext context, CancellationToken token)
    {
        var outcome = await signIn.Password((user ?? "").Trim(), password ?? "", account => browsers.SourceOf(context, account), token);
        return await Follow(outcome, new Entry(null, null, ""), from, signIn, entrance, browsers, context, token);
    }

    private static async Task<IResult> SecondFactor(
        [FromForm] string? digits, [FromForm] string? from, SignIn signIn, Entrance entrance, KnownBrowsers browsers, HttpContext context, CancellationToken token)
    {
        if (entrance.Read(context) is not { AccountId: { } account, Next: NextStep.SecondFactor } entry)
            return Back(from);
        return await Follow(await signIn.SecondFactor(account, digits ?? "", token), entry, from, signIn, entrance, browsers, context, token);
    }

    private static async Task<IResult> NewPassword(
        [FromForm] string? present, [FromForm] string? chosen, [FromForm] string? again, [FromForm] string? from, SignIn signIn, Entrance entrance, KnownBrowsers browsers, HttpContext context, CancellationToken token)
    {
        if (entrance.Read(context) is not { AccountId: { } account, Next: NextStep.NewPassword } entry)
            return Back(from);
        Outcome<Entering> outcome = chosen == again
            ? await signIn.ChangePassword(account, present ?? "", chosen ?? "", browsers.SourceOf(context, account), token)
            : new Problem("different", "两次输入的新口令不一致，请重新输入。");
        return await Follow(outcome, entry, from, signIn, entrance, browsers, context, token);
    }

    private static async Task<IResult> Follow(
        Outcome<Entering> outcome, Entry entry, string? from, SignIn signIn, Entrance entrance, KnownBrowsers browsers, HttpContext context, CancellationToken token)
    {
        if (!outcome.IsOk)
        {
            entrance.Write(context, entry with { Message = outcome.Problem.Message });
            return Back(from);
        }

        var (account, next) = outcome.Value;
        if (next != NextStep.Session)
        {
            entrance.Write(context, new Entry(account, next, ""));
            return Back(from);
        }

        entrance.Clear(context);
        browsers.Remember(context, account);
        var session = await signIn.Enter(account, context.Connection.RemoteIpAddress?.ToString() ?? "", context.Request.Headers.UserAgent.ToString(), token);
        await context.SignInAsync(SessionCookie.Scheme, SessionCookie.Ticket(session));
        return Results.LocalRedirect(IsOwn(from) ? from! : "/");
    }

    private static IResult Back(string? from) => Results.LocalRedirect("/sign-in" + (IsOwn(from) ? "?from=" + Uri.EscapeDataString(from!) : ""));

    /// <summary>An address of this product, so that nobody is led elsewhere after signing in.</summary>
    private static bool IsOwn(string? address) => address is ['/', ..] && address.All(letter => letter is > ' ' and < '\x7f') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal);
}
