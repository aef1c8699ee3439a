using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Log;

/// <summary>
/// At start replays what a crash left between log and store; then notes every second how far this node has come, and takes
/// over nodes of the cluster that have fallen silent.
/// </summary>
internal sealed partial class CheckpointJob(JobKit kit, ITelegramLog log, ReplayCheckpoint checkpoint, TelegramReplay replay)
    : Job(kit, "checkpoint", "报文处理进度与接管", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);
    private bool _hasCaughtUp;

    /// <summary>An older checkpoint, the database being away, only means that more is replayed.</summary>
    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        await log.SaveCheckpoint(Node.Name, checkpoint.Through, now, cancellationToken).ConfigureAwait(false);
        if (await log.AdoptSilentNode(Node.Name, now - Silence, now, cancellationToken).ConfigureAwait(false) is { } silent)
            await Adopt(silent, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task Begin(CancellationToken cancellationToken)
    {
        var through = await log.FindCheckpoint(Node.Name, cancellationToken).ConfigureAwait(false) ?? 0;
        var ticket = checkpoint.OpenFrom(through);
        try
        {
            var (count, _) = await replay.Redeliver(Node.Name, through, cancellationToken).ConfigureAwait(false);
            _hasCaughtUp = true;
            LogCaughtUp(Logger, count, through);
        }
        finally
        {
            ticket.Close(); // A try that failed must not hold the checkpoint back; nothing is noted until one has succeeded.
        }
    }

    protected override Task End() => _hasCaughtUp ? log.SaveCheckpoint(Node.Name, checkpoint.Through, Clock.UtcNow(), CancellationToken.None) : Task.CompletedTask;

    private async Task Adopt(string silent, CancellationToken cancellationToken)
    {
        var through = await log.FindCheckpoint(silent, cancellationToken).ConfigureAwait(false) ?? 0;
        var (count, last) = await replay.Redeliver(silent, through, cancellationToken).ConfigureAwait(false);
        await log.SaveCheckpoint(silent, last, Clock.UtcNow(), cancellationToken).ConfigureAwait(false);
        LogAdopted(Logger, silent, count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} telegrams after {Through} were delivered again at start.")]
    private static partial void LogCaughtUp(ILogger logger, long count, long through);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {Silent} is silent; {Count} of its telegrams were delivered here.")]
    private static partial void LogAdopted(ILogger logger, string silent, long count);
}
