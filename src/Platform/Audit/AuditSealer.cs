using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Audit;

/// <summary>Seals new entries every second, and once an hour writes the head of the chain to the server's log, outside the database.</summary>
internal sealed partial class AuditSealer(AuditChain chain, TimeProvider clock, ILogger<AuditSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private const int RoundsAnHour = 3_600;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        for (var round = 0L; await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false); round++)
        {
            try
            {
                await chain.SealNew(stoppingToken).ConfigureAwait(false);
                if (round % RoundsAnHour == RoundsAnHour - 1)
                {
                    var report = await chain.Check(stoppingToken).ConfigureAwait(false);
                    if (report.BrokenAt is { } broken)
                        LogBroken(logger, broken);
                    else
                        LogHead(logger, report.Checked, report.Head);
                }
            }
            catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException)
            {
                LogFailed(logger, exception); // Another node was faster, or the database is away: the next round tries again.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit chain: {Count} entries, head {Head}.")]
    private static partial void LogHead(ILogger logger, long count, string head);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit chain is broken at entry {Number}: it was altered or removed outside the platform.")]
    private static partial void LogBroken(ILogger logger, long number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sealing the audit log failed and will be tried again.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
