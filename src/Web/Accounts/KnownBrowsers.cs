using System.Globalization;
using System.Security.Cryptography;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Web.Accounts;

/// <summary>
/// Remembers in a sealed cookie that an account was signed in with this browser, so that its owner gets in here whatever strangers try elsewhere. It opens nothing: the password is asked for all the same.
/// </summary>
internal sealed class KnownBrowsers(IDataProtectionProvider protection)
{
    private const string Cookie = "ecopark-known";
    private static readonly TimeSpan Memory = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("known-browser").ToTimeLimitedDataProtector();

    /// <summary>Where whoever signs in to an account comes from.</summary>
    public SignInSource SourceOf(HttpContext context, int? account)
    {
        var address = ClientAddress.Of(context);
        return account is { } meant && Read(context) is var (known, browser) && known == meant ? SignInSource.Browser(browser, address) : SignInSource.Stranger(address);
    }

    public void Remember(HttpContext context, int account)
    {
        var browser = Read(context) is var (known, present) && known == account ? present : Guid.NewGuid();
        context.Response.Cookies.Append(
            Cookie, _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{account}:{browser:N}"), Memory),
            new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = Memory, Secure = context.Request.IsHttps, Path = "/sign-in", IsEssential = true });
    }

    private (int Account, Guid Browser)? Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Cookie] is { Length: > 0 } sealedText && _protector.Unprotect(sealedText).Split(':') is [var account, var browser]
                ? (int.Parse(account, CultureInfo.InvariantCulture), Guid.ParseExact(browser, "N")) : null;
        }
        catch (CryptographicException)
        {
            return null; // Too old, or of another installation.
        }
    }
}
