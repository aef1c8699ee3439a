using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EcoPark.Platform.Operation;

/// <summary>
/// For whoever starts, restarts and balances: <c>/health/live</c> says that the process runs (restart it when it does not), <c>/health/ready</c> that it can serve
/// (send nobody here while it cannot, and wait). Names and states only; reasons are on the page 运行状态.
/// </summary>
public static class HealthEndpoints
{
    /// <summary>Tag of the checks that readiness depends on.</summary>
    public const string Ready = "ready";

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = Write }).AllowAnonymous();
    }

    private static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        var said = new { status = Word(report.Status), checks = report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status)) };
        return context.Response.WriteAsync(JsonSerializer.Serialize(said));
    }

    private static string Word(HealthStatus status) => status switch { HealthStatus.Healthy => "ok", HealthStatus.Degraded => "degraded", _ => "unavailable" };
}
