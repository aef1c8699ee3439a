using System.Globalization;
using System.Threading.RateLimiting;
using EcoPark.Platform.OpenId;
using EcoPark.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Platform.Http;

/// <summary>Settings <c>EcoPark:Limits</c>: how much one account, or one address where nobody has signed in, may ask of a node.</summary>
public sealed class LimitOptions
{
    public const string Section = "EcoPark:Limits";

    /// <summary>Requests a second, of anything, for long; ten times as many at once.</summary>
    public int RequestsPerSecond { get; set; } = 200;

    /// <summary>Live streams open at once.</summary>
    public int Streams { get; set; } = 10;

    /// <summary>Pages open at once, in all browsers.</summary>
    public int Pages { get; set; } = 40;

    /// <summary>Exports and reports at once; more wait, and when too many wait are refused.</summary>
    public int Exports { get; set; } = 2;

    /// <summary>Exports and reports at once, of everybody.</summary>
    public int ExportsInAll { get; set; } = 8;

    /// <summary>Passwords looked at at once, of everybody: each is a tenth of a second of a processor by design.</summary>
    public int SignInsInAll { get; set; } = 8;
}

/// <summary>Limits of use, so that nobody keeps the others from working.</summary>
public static class RequestLimits
{
    private const int RetryAfterSeconds = 5;
    private static readonly string[] Files = [".xlsx", ".csv", ".docx", ".pdf"];

    internal static void AddRequestLimits(this IServiceCollection services, LimitOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetTokenBucketLimiter(Who(context), _ => new()
            {
                TokenLimit = options.RequestsPerSecond * 10,
                TokensPerPeriod = options.RequestsPerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            })),
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context.Request) switch
            {
                Kind.Stream => AtOnce("stream:" + Who(context), options.Streams, 0),
                Kind.Page => AtOnce("page:" + Who(context), options.Pages, 0),
                Kind.Export => AtOnce("export:" + Who(context), options.Exports, options.Exports * 2),
                Kind.SignIn => AtOnce("sign-in", options.SignInsInAll, options.SignInsInAll * 10),
                _ => RateLimitPartition.GetNoLimiter(""),
            }),
            PartitionedRateLimiter.Create<HttpContext, string>(context => KindOf(context.Request) == Kind.Export
                ? AtOnce("", options.ExportsInAll, options.ExportsInAll * 4) : RateLimitPartition.GetNoLimiter("")));
        limiter.OnRejected = (rejected, cancellationToken) => Refuse(rejected.HttpContext);
    });

    private enum Kind
    {
        Other,
        Stream,
        Page,
        Export,
        SignIn,
    }

    private static RateLimitPartition<string> AtOnce(string key, int most, int waiting) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = most, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private static string Who(HttpContext context) =>
        SessionCookie.ActorOf(context.User, "").AccountId is { } account ? account.ToString(CultureInfo.InvariantCulture) : "from " + ClientAddress.Of(context);

    /// <summary>By address, so that an export or a stream that a module adds is limited without asking for it.</summary>
    private static Kind KindOf(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (HttpMethods.IsPost(request.Method))
            return path.StartsWith("/sign-in/", StringComparison.Ordinal) || path == OpenIdRegistration.TokenAddress ? Kind.SignIn : Kind.Other;
        if (path.StartsWith("/_blazor", StringComparison.Ordinal))
            return request.Query.ContainsKey("id") || request.Headers.Upgrade.Count > 0 ? Kind.Page : Kind.Other; // What is open as long as the page, whatever it goes over.
        if (!path.StartsWith("/api/", StringComparison.Ordinal))
            return Kind.Other;
        var last = path[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        return last.StartsWith("live", StringComparison.Ordinal) ? Kind.Stream
            : last.StartsWith("export", StringComparison.Ordinal) || Files.Any(end => last.EndsWith(end, StringComparison.Ordinal)) ? Kind.Export : Kind.Other;
    }

    private static async ValueTask Refuse(HttpContext context)
    {
        var message = KindOf(context.Request) switch
        {
            Kind.Stream => "打开的实时推送过多，请先关闭一些。",
            Kind.Page => "打开的页面过多，请先关闭一些。",
            Kind.Export => "正在进行的导出过多，请等前面的完成后再导出。",
            Kind.SignIn => "登录的人过多，请几秒后重试。",
            _ => "请求过于频繁，请几秒后重试。",
        };
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        await Problems.Of(new Problem("too-many-requests", message), StatusCodes.Status429TooManyRequests).ExecuteAsync(context).ConfigureAwait(false);
    }
}
