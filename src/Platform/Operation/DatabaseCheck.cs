using EcoPark.Platform.Data;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EcoPark.Platform.Operation;

/// <summary>Whether the park's database answered when it was last asked, within two seconds.</summary>
internal sealed class DatabaseCheck(DatabaseState state) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(state.IsAvailable ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(state.Reason));
}
