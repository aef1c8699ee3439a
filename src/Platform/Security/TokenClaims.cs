using System.Globalization;
using System.Security.Claims;

namespace EcoPark.Platform.Security;

/// <summary>What a request that came with a token keeps of it, so that it can be asked for again.</summary>
public static class TokenClaims
{
    public const string Id = "token";

    /// <summary>The program has signed in by itself, with its secret.</summary>
    public const string Service = "service";

    /// <summary>When somebody signed in to the program; later renewals do not move it.</summary>
    private const string SignedInAt = "signed-in-at";

    private const string Expiry = "token-expiry";

    public static IEnumerable<Claim> Of(string id, DateTimeOffset? expiry, bool isService)
    {
        yield return new Claim(Id, id);
        yield return new Claim(Expiry, (expiry ?? DateTimeOffset.MinValue).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (isService)
            yield return new Claim(Service, "true");
    }

    /// <summary>Notes in codes and refresh tokens, not in access tokens, when somebody signed in.</summary>
    public static ClaimsIdentity Note(ClaimsIdentity identity, DateTimeOffset signedInAt)
    {
        identity.AddClaim(new Claim(SignedInAt, signedInAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        return identity;
    }

    /// <summary>When somebody signed in to the program.</summary>
    public static DateTimeOffset? SignedInAtOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirst(SignedInAt)?.Value, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    public static bool IsService(ClaimsPrincipal user) => user.HasClaim(Service, "true");

    public static DateTime ExpiryOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirst(Expiry)?.Value, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : DateTime.MinValue;
}
