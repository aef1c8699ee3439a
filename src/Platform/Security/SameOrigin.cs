using EcoPark.Platform.Http;
using EcoPark.Platform.OpenId;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Platform.Security;

/// <summary>
/// Whatever changes something, and the socket of open pages, is taken from the product's own pages alone: another page of the same host would bring the cookie along as well.
/// Programs, which are no browsers, say no origin; tokens are not brought along by themselves.
/// </summary>
public static class SameOrigin
{
    private static readonly Problem Foreign = new("foreign-origin", "此请求来自别的网站，没有执行。请在平台自己的页面上操作。");

    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use((context, next) =>
        IsForeign(context.Request) ? Problems.Of(Foreign, StatusCodes.Status403Forbidden).ExecuteAsync(context) : next(context));

    private static bool IsForeign(HttpRequest request)
    {
        if (IsReading(request) || request.Path == OpenIdRegistration.TokenAddress || request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return false;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is not ("same-origin" or "none");
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request.Host);
    }

    private static bool IsReading(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) && request.Headers.Upgrade.Count == 0;

    /// <summary>The scheme is not compared: the proxy in front speaks HTTPS, the platform behind it may not.</summary>
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Host, host.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
            && (host.Port is { } port ? from.Port == port : from.IsDefaultPort);
}
