using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Audit;

/// <summary>Seals new entries every second; at the start and once an hour it goes through the whole chain, as --check-audit does.</summary>
internal sealed partial class AuditSealer(JobKit kit, AuditChain chain, AuditWitness witness, AuditLog log, IDbContextFactory<ParkDb> databases) : Job(kit, "audit-seal", "审计日志封链", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    private const int RoundsAnHour = 3_600;
    private long _round;

    protected override async Task Run(CancellationToken cancellationToken)
    {
        while (await chain.SealNew(cancellationToken).ConfigureAwait(false) == AuditChain.ChunkSize)
        {
            // There may be more: an import writes many at once.
        }

        await Miss(cancellationToken).ConfigureAwait(false);
        if (_round++ % RoundsAnHour != 0)
            return;
        var report = await chain.Check(cancellationToken).ConfigureAwait(false);
        if (report.IsWhole)
            LogHead(Logger, report.Checked, report.Head);
        else
            LogBroken(Logger, report.BrokenAt ?? report.Checked, report.Finding);
    }

    /// <summary>What was committed and is gone before it was sealed, somebody has deleted: what it said is said again.</summary>
    private async Task Miss(CancellationToken cancellationToken)
    {
        if (_round == 0)
            witness.Recall();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        foreach (var lost in await witness.Missing(db, Clock.UtcNow(), cancellationToken).ConfigureAwait(false))
        {
            LogMissing(Logger, lost);
            await log.Write(AuditLog.Missing, "审计日志", "", $"封链之前被删去的一条：{lost}", cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "An audit entry was deleted before it was sealed: {Entry}")]
    private static partial void LogMissing(ILogger logger, string entry);

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit chain: {Count} entries, head {Head}.")]
    private static partial void LogHead(ILogger logger, long count, string head);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit chain is not whole at entry {Number}: {Finding}")]
    private static partial void LogBroken(ILogger logger, long number, string finding);
}
