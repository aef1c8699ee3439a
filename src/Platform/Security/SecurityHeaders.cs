using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Platform.Security;

/// <summary>Headers that tell the browser to run nothing but the product's own scripts and to be framed by nobody.</summary>
public static class SecurityHeaders
{
    private const string NonceItem = "csp-nonce";

    /// <summary>The nonce of this response, for the one script that stands in the page itself (the import map).</summary>
    public static string Nonce(HttpContext context) => (string)context.Items[NonceItem]!;

    /// <param name="app">The application.</param>
    /// <param name="mapServers">Servers of map tiles that the browser may ask; none by default.</param>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app, IReadOnlyList<string> mapServers)
    {
        var maps = string.Concat(mapServers.Select(server => " " + server));
        return app.Use((context, next) => Answer(context, next, maps));
    }

    private static Task Answer(HttpContext context, RequestDelegate next, string maps)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[NonceItem] = nonce;
        var headers = context.Response.Headers;
        // The API page (Scalar) brings inline scripts of its own; MudBlazor sets styles on elements.
        var scripts = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? "'self' 'unsafe-inline' 'unsafe-eval'" : $"'self' 'nonce-{nonce}'";
        headers.ContentSecurityPolicy = IsForPrograms(context.Request.Path)
            ? "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
            : $"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:{maps}; font-src 'self' data:; connect-src 'self'{maps}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        if (IsForPrograms(context.Request.Path))
            headers.CacheControl = "no-store"; // What is answered to one account stays in nobody's cache.
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(self), geolocation=(self), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    }

    /// <summary>Data and files: nothing of it is a page.</summary>
    private static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api/v1", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal) || path.StartsWithSegments("/metrics", StringComparison.Ordinal);
}
