using System.Security.Cryptography;
using System.Text.Json;
using EcoPark.Platform.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Web.Accounts;

/// <summary>Where somebody stands between name and session: kept in a sealed cookie for five minutes.</summary>
/// <param name="AccountId">Set once the password was right.</param>
/// <param name="Next">What the page asks for.</param>
/// <param name="Message">What went wrong, or why something is asked for; Chinese.</param>
internal sealed record Entry(int? AccountId, NextStep? Next, string Message);

/// <summary>Reads and writes the cookie of the sign-in page.</summary>
internal sealed class Entrance(IDataProtectionProvider protection)
{
    private const string Cookie = "ecopark-entering";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("entrance").ToTimeLimitedDataProtector();

    public Entry Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } sealedText
                ? JsonSerializer.Deserialize<Entry>(_protector.Unprotect(sealedText))!
                : new Entry(null, null, "");
        }
        catch (CryptographicException)
        {
            return new Entry(null, null, ""); // Too old, or of another installation: begin again.
        }
    }

    public void Write(HttpContext context, Entry entry) => context.Response.Cookies.Append(
        Cookie, _protector.Protect(JsonSerializer.Serialize(entry), Patience),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Patience, Secure = context.Request.IsHttps, Path = "/sign-in" });

    public void Clear(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/sign-in" });
}
