using System.Data.Common;
using EcoPark.Platform.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Log;

/// <summary>
/// At start replays what a crash left between log and store; then notes every second how far this node has come, and takes
/// over nodes of the cluster that have fallen silent.
/// </summary>
internal sealed partial class CheckpointJob(
    ITelegramLog log, ReplayCheckpoint checkpoint, TelegramReplay replay, NodeOptions node, TimeProvider clock, ILogger<CheckpointJob> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await CatchUp(stoppingToken).ConfigureAwait(false);
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
        {
            try
            {
                var now = clock.UtcNow();
                await log.SaveCheckpoint(node.Name, checkpoint.Through, now, stoppingToken).ConfigureAwait(false);
                if (await log.AdoptSilentNode(node.Name, now - Silence, now, stoppingToken).ConfigureAwait(false) is { } silent)
                    await Adopt(silent, stoppingToken).ConfigureAwait(false);
            }
            catch (DbException exception)
            {
                LogFailed(logger, exception); // An older checkpoint only means that more is replayed.
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await log.SaveCheckpoint(node.Name, checkpoint.Through, clock.UtcNow(), cancellationToken).ConfigureAwait(false);
    }

    private async Task CatchUp(CancellationToken stoppingToken)
    {
        var through = await log.FindCheckpoint(node.Name, stoppingToken).ConfigureAwait(false) ?? 0;
        var ticket = checkpoint.OpenFrom(through);
        var (count, _) = await replay.Redeliver(node.Name, through, stoppingToken).ConfigureAwait(false);
        ticket.Close();
        LogCaughtUp(logger, count, through);
    }

    private async Task Adopt(string silent, CancellationToken stoppingToken)
    {
        var through = await log.FindCheckpoint(silent, stoppingToken).ConfigureAwait(false) ?? 0;
        var (count, last) = await replay.Redeliver(silent, through, stoppingToken).ConfigureAwait(false);
        await log.SaveCheckpoint(silent, last, clock.UtcNow(), stoppingToken).ConfigureAwait(false);
        LogAdopted(logger, silent, count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} telegrams after {Through} were delivered again at start.")]
    private static partial void LogCaughtUp(ILogger logger, long count, long through);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {Silent} is silent; {Count} of its telegrams were delivered here.")]
    private static partial void LogAdopted(ILogger logger, string silent, long count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The checkpoint could not be saved.")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}

/// <summary>This process within a cluster; the silo bears the same name.</summary>
/// <param name="Name">Stable over restarts, so that a node finds its own checkpoint again.</param>
public sealed record NodeOptions(string Name);
