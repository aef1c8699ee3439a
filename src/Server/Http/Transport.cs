using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace EcoPark.Server.Http;

/// <summary>How the product is reached: HTTPS of its own, named proxies, named hosts, cookies that go over TLS alone.</summary>
internal static class Transport
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public static void AddTransport(this WebApplicationBuilder builder, HttpSettings http)
    {
        // The machine itself asks for its health by these.
        builder.Configuration["AllowedHosts"] = string.Join(';', [.. http.Hosts, "localhost", "127.0.0.1", "[::1]"]);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in http.Proxies)
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            options.ForwardLimit = null; // As far as the named ones reach.
        });
        builder.Services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (Year, false));
        builder.Services.AddHttpsRedirection(options => options.HttpsPort = http.HttpsPort);
        if (!http.IsOpen)
            return;
        builder.Services.PostConfigure<CookieAuthenticationOptions>(SessionCookie.Scheme, cookie =>
        {
            (cookie.Cookie.Name, cookie.Cookie.Path, cookie.Cookie.SecurePolicy) = ("__Host-ecopark", "/", CookieSecurePolicy.Always);
        });
        builder.Services.Configure<AntiforgeryOptions>(forms => (forms.Cookie.Name, forms.Cookie.Path, forms.Cookie.SecurePolicy) = ("__Host-ecopark-forms", "/", CookieSecurePolicy.Always));
    }

    public static void ListenHttp(this KestrelServerOptions kestrel, HttpSettings http)
    {
        kestrel.Listen(IPAddress.Parse(http.Address), http.Port);
        if (http.HttpsPort == 0)
            return;
        var certificate = new ServerCertificate(http.CertificateFile!, http.CertificateKeyFile, http.CertificatePassword, TimeProvider.System);
        _ = certificate.Current; // What is wrong with the file is told at the start.
        kestrel.Listen(IPAddress.Parse(http.HttpsAddress), http.HttpsPort, endpoint => endpoint.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate.Current,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            }),
        }));
    }

    /// <summary>First of all: what comes after sees the caller's address and scheme.</summary>
    public static void UseTransport(this WebApplication app, HttpSettings http)
    {
        if (http.Proxies.Count > 0)
            app.UseForwardedHeaders();
        if (!http.IsOpen)
            return;
        app.UseHsts();
        if (http.HttpsPort != 0)
            app.UseWhen(context => !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal), branch => branch.UseHttpsRedirection());
    }
}
