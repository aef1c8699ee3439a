using EcoPark.Platform.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Readings;

/// <summary>Works off the periods that are to be rolled up, on every node.</summary>
internal sealed partial class RollupJob(IReadingStore store, IRollupRule rule, TimeProvider clock, ILogger<RollupJob> logger) : BackgroundService
{
    /// <summary>Periods of one transaction: few, so that writers wait little and what they are made of takes little memory.</summary>
    public const int ChunkSize = 100;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>Works off all that is ready.</summary>
    public static async Task<int> WorkOff(IReadingStore store, IRollupRule rule, DateTime now, CancellationToken cancellationToken)
    {
        var total = 0;
        int done;
        do
        {
            done = await store.RollUp(now, ChunkSize, rule, cancellationToken).ConfigureAwait(false);
            total += done;
        }
        while (done > 0);
        return total;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                await WorkOff(store, rule, clock.UtcNow(), stoppingToken).ConfigureAwait(false);
            }
            catch (System.Data.Common.DbException exception)
            {
                LogFailed(logger, exception); // The transaction was undone; what was due still is.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rolling up failed and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
