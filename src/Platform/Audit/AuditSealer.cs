using EcoPark.Platform.Jobs;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Audit;

/// <summary>Seals new entries every second, and once an hour writes the head of the chain to the server's log, outside the database.</summary>
internal sealed partial class AuditSealer(JobKit kit, AuditChain chain) : Job(kit, "audit-seal", "审计日志封链", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    private const int RoundsAnHour = 3_600;
    private long _round;

    protected override async Task Run(CancellationToken cancellationToken)
    {
        while (await chain.SealNew(cancellationToken).ConfigureAwait(false) == AuditChain.ChunkSize)
        {
            // There may be more: an import writes many at once.
        }

        if (++_round % RoundsAnHour != 0)
            return;
        var report = await chain.Check(cancellationToken).ConfigureAwait(false);
        if (report.BrokenAt is { } broken)
            LogBroken(Logger, broken);
        else
            LogHead(Logger, report.Checked, report.Head);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit chain: {Count} entries, head {Head}.")]
    private static partial void LogHead(ILogger logger, long count, string head);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit chain is broken at entry {Number}: it was altered or removed outside the platform.")]
    private static partial void LogBroken(ILogger logger, long number);
}
