using System.Security.Cryptography;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Http;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;

namespace EcoPark.Platform.OpenId;

/// <summary>Tables of API clients and their tokens.</summary>
public sealed class OpenIdModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.UseOpenIddict();
}

/// <summary>
/// Programs of others (OAuth 2): client credentials, and authorization code with PKCE. A token says which account it acts as and nothing
/// more; whether it is still good and what that account may do is looked up with every request, so that a withdrawn right is withdrawn at once.
/// </summary>
public static class OpenIdRegistration
{
    /// <summary>Cookie or bearer token, whichever the request brings.</summary>
    public const string Either = "cookie-or-token";

    /// <summary>How long a program may be silent before it must sign in anew.</summary>
    public static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(7);

    public const string TokenAddress = "/connect/token";
    public const string AuthorizeAddress = "/connect/authorize";

    internal static void AddOpenId(this IServiceCollection services)
    {
        services.AddSingleton<IModelPart, OpenIdModel>();
        services.AddSingleton<ApiClients>();
        services.AddSingleton<IssuedTokens>();
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<ParkDb>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris(TokenAddress).SetAuthorizationEndpointUris(AuthorizeAddress);
                server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(30)).SetRefreshTokenLifetime(RefreshLifetime);
                server.SetRefreshTokenReuseLeeway(TimeSpan.Zero); // Once: whoever shows it again has stolen it, or was stolen from.
                server.Configure(options => options.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain));
                // Tokens are protected by the key ring in the database, like cookies, so they outlive a restart and are good on every node.
                // Identity tokens, the one kind that needs a signing key, are not given out; an elliptic key is there at once, an RSA key costs the start seconds.
                server.UseDataProtection();
                server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).AddSigningKey(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)));
                server.UseAspNetCore().EnableTokenEndpointPassthrough().EnableAuthorizationEndpointPassthrough()
                    .DisableTransportSecurityRequirement(); // On loopback; outside it TLS is the proxy's, see docs/operations.md.
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.EnableTokenEntryValidation();
                validation.EnableAuthorizationEntryValidation();
                validation.UseDataProtection();
                validation.UseAspNetCore();
            });
    }

    internal static void AddCookieOrToken(this AuthenticationBuilder authentication) => authentication.AddPolicyScheme(Either, null, policy => policy.ForwardDefaultSelector = context =>
        context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme : SessionCookie.Scheme);

    /// <summary>Secrets, codes and refresh tokens that are wrong count with the wrong passwords of the address. Stands before whatever looks at them.</summary>
    public static IApplicationBuilder UseGuessLimit(this IApplicationBuilder app)
    {
        var guesses = app.ApplicationServices.GetRequiredService<PasswordGuesses>();
        return app.Use(async (context, next) =>
        {
            if (context.Request.Path != TokenAddress)
            {
                await next(context).ConfigureAwait(false);
                return;
            }

            if (guesses.MayNot(ClientAddress.Of(context)) is { } refused)
            {
                await Problems.Of(refused, StatusCodes.Status429TooManyRequests).ExecuteAsync(context).ConfigureAwait(false);
                return;
            }

            await next(context).ConfigureAwait(false);
            if (context.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status401Unauthorized)
                guesses.WrongFrom(ClientAddress.Of(context));
        });
    }

    /// <summary>The account behind a token, with what it may do now; nobody where it has been disabled.</summary>
    public static IApplicationBuilder UseApiClients(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.User.FindFirst(OpenIddictConstants.Claims.Subject)?.Value is { } subject && SessionCookie.SessionOf(context.User) is null)
        {
            var program = context.User.GetClaim(OpenIddictConstants.Claims.ClientId) ?? context.User.GetPresenters().FirstOrDefault() ?? "";
            var (isService, id, expiry) = (TokenClaims.IsService(context.User), context.User.GetTokenId(), context.User.GetExpirationDate());
            var rights = id is not null && int.TryParse(subject, System.Globalization.CultureInfo.InvariantCulture, out var account)
                ? await context.RequestServices.GetRequiredService<Sessions>().RightsOf(account, isService, context.RequestAborted).ConfigureAwait(false) : null;
            context.User = rights is null ? new System.Security.Claims.ClaimsPrincipal() : SessionCookie.PrincipalOf(rights, [.. TokenClaims.Of(id!, expiry, isService), new System.Security.Claims.Claim(SessionCookie.ProgramClaim, program)]);
        }

        await next(context).ConfigureAwait(false);
    });
}
