using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Registry;

/// <summary>Takes over changes that another node made to the registry, within two seconds.</summary>
internal sealed partial class RegistryRefresh(DeviceRegistry registry, TimeProvider clock, ILogger<RegistryRefresh> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await registry.Refresh(stoppingToken).ConfigureAwait(false);
            }
            catch (System.Data.Common.DbException exception)
            {
                LogFailed(logger, exception); // The snapshot in memory stays in force; the next tick tries again.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The registry could not be read; the last snapshot stays in force.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
