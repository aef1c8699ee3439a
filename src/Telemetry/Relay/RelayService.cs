using System.Data.Common;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Relay;

/// <summary>Sees to it that each enabled platform is served by one node: takes leases, starts and ends the senders, follows what is saved.</summary>
internal sealed partial class RelayService(JobKit kit, IDbContextFactory<ParkDb> databases, RelayLeases leases, RelayServices relays)
    : Job(kit, "relay", "上级平台转发", JobSchedule.Every(TimeSpan.FromSeconds(1)))
{
    /// <summary>A node that has died is followed by another after this time.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);
    private readonly Dictionary<int, Running> _running = [];

    protected override async Task End()
    {
        foreach (var id in _running.Keys.ToList())
            await End(id).ConfigureAwait(false);
    }

    /// <summary>Where it fails, senders go on as long as their leases hold.</summary>
    protected override async Task Run(CancellationToken cancellationToken)
    {
        var wanted = await Wanted(cancellationToken).ConfigureAwait(false);
        foreach (var id in _running.Where(one => one.Value.Task.IsCompleted || wanted.GetValueOrDefault(one.Key) != one.Value.Revision).Select(one => one.Key).ToList())
            await End(id).ConfigureAwait(false);
        foreach (var (id, revision) in wanted)
            await Keep(id, revision, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Platforms that this node may serve, with what of them is current.</summary>
    private async Task<Dictionary<int, int>> Wanted(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<UpperPlatform>().Where(platform => platform.IsEnabled)
            .Join(db.Set<RelayState>(), platform => platform.Id, state => state.PlatformId, (_, state) => state)
            .Where(state => state.Holder == Node.Name || state.Holder == "" || state.HeldUntil < now)
            .ToDictionaryAsync(state => state.PlatformId, state => state.Revision, cancellationToken).ConfigureAwait(false);
    }

    private async Task Keep(int id, int revision, CancellationToken stoppingToken)
    {
        if (_running.TryGetValue(id, out var running))
        {
            await running.Journal.Flush(stoppingToken).ConfigureAwait(false);
            if (Clock.UtcNow() - running.RenewedAt < Renewal)
                return;
            if (await leases.Take(id, Held, stoppingToken).ConfigureAwait(false))
                running.RenewedAt = Clock.UtcNow();
            else
                await End(id).ConfigureAwait(false);
            return;
        }

        if (!await leases.Take(id, Held, stoppingToken).ConfigureAwait(false))
            return;
        await using var db = await databases.CreateDbContextAsync(stoppingToken).ConfigureAwait(false);
        if (await db.Set<UpperPlatform>().AsNoTracking().Include(platform => platform.Devices).SingleOrDefaultAsync(platform => platform.Id == id, stoppingToken).ConfigureAwait(false) is not { } platform)
            return;
        var journal = new RelayJournal(id, databases, Clock);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _running[id] = new Running(revision, journal, stop, Serve(platform, revision, journal, stop.Token)) { RenewedAt = Clock.UtcNow() };
    }

    private async Task Serve(UpperPlatform platform, int revision, RelayJournal journal, CancellationToken cancellationToken)
    {
        try
        {
            await new RelaySender(platform, relays, new RelayLedger(platform.Id, revision, databases, Node), journal).Run(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Paused, changed, or the host stops.
        }
        catch (RelayLostException)
        {
            LogLost(Logger, platform.Name);
        }
#pragma warning disable CA1031 // A fault of one relay must not end the host, nor the other relays; it is started again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFault(Logger, platform.Name, exception);
        }
    }

    private async Task End(int id)
    {
        _running.Remove(id, out var running);
        await running!.Stop.CancelAsync().ConfigureAwait(false);
        await running.Task.ConfigureAwait(false);
        running.Stop.Dispose();
        try
        {
            await running.Journal.Flush(CancellationToken.None).ConfigureAwait(false);
            await leases.LetGo(id, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            LogFailed(Logger, exception); // The lease runs out by itself.
        }
    }

    private sealed record Running(int Revision, RelayJournal Journal, CancellationTokenSource Stop, Task Task)
    {
        public DateTime RenewedAt { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay's leases could not be seen to.")]
    private static partial void LogFailed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Upper platform {Name} is served anew, here or by another node.")]
    private static partial void LogLost(ILogger logger, string name);

    [LoggerMessage(Level = LogLevel.Error, Message = "The relay to {Name} failed and is started again.")]
    private static partial void LogFault(ILogger logger, string name, Exception exception);
}
