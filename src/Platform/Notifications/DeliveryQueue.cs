using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Notifications.Channels;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EcoPark.Platform.Notifications;

/// <summary>
/// Sends what waits in the table, a few at a time and on whichever node is first; what fails is tried again ever more rarely. A lease that runs out
/// gives a delivery of a node that died to another: at least once.
/// </summary>
public sealed partial class DeliveryQueue(JobKit kit, IDbContextFactory<ParkDb> databases, IEnumerable<IChannel> channels)
    : Job(kit, "deliveries", "通知发送", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    /// <summary>Tries before it is given up: over about four hours.</summary>
    public const int MostAttempts = 9;

    private const int MostAtOnce = 40;
    private const int Parallel = 4;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Dictionary<ChannelKind, IChannel> _channels = channels.ToDictionary(channel => channel.Kind);
    private DateTime _sweptAt;

    /// <summary>How long to wait after a failed try.</summary>
    internal static TimeSpan WaitAfter(int attempts) => FirstWait * Math.Pow(2, attempts - 1) is var wait && wait < LongestWait ? wait : LongestWait;

    protected override async Task Run(CancellationToken cancellationToken)
    {
        while (await Work(cancellationToken).ConfigureAwait(false) > 0)
        {
            // There may be more.
        }

        await Sweep(cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> Work(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var due = await db.Set<Delivery>().AsNoTracking().Where(one => one.State == DeliveryState.Waiting && one.DueAt <= now && (one.LeasedUntil == null || one.LeasedUntil < now))
            .OrderBy(one => one.DueAt).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false);
        await System.Threading.Tasks.Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken }, async (delivery, token) => await Send(delivery, token).ConfigureAwait(false)).ConfigureAwait(false);
        return due.Count;
    }

    private async Task Send(Delivery delivery, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var until = Clock.UtcNow() + Claim;
        var leased = await db.Set<Delivery>().Where(one => one.Id == delivery.Id && one.State == DeliveryState.Waiting && one.LeasedUntil == delivery.LeasedUntil)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LeasedUntil, until), cancellationToken).ConfigureAwait(false);
        if (leased == 0)
            return; // Another node has it.

        var result = await Try(delivery, cancellationToken).ConfigureAwait(false);
        var (now, attempts) = (Clock.UtcNow(), delivery.Attempts + 1);
        var state = result.IsTaken ? DeliveryState.Sent : result.IsFinal || attempts >= MostAttempts ? DeliveryState.Failed : DeliveryState.Waiting;
        var (due, sent, error) = (now + WaitAfter(attempts), result.IsTaken ? now : (DateTime?)null, result.Error.Length > 500 ? result.Error[..500] : result.Error);
        await db.Set<Delivery>().Where(one => one.Id == delivery.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(one => one.State, state)
                .SetProperty(one => one.Attempts, attempts)
                .SetProperty(one => one.DueAt, due)
                .SetProperty(one => one.SentAt, sent)
                .SetProperty(one => one.Error, error)
                .SetProperty(one => one.LeasedUntil, (DateTime?)null),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<SendResult> Try(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(delivery.Channel, out var channel))
            return new SendResult(false, "没有这种通知方式", IsFinal: true);
        if (channel.Missing is { } missing)
            return new SendResult(false, missing);
        try
        {
            return await channel.Send(delivery, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever a channel fails with is shown beside the delivery, and the others go on.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogBroken(Logger, delivery.Channel, exception);
            return new SendResult(false, exception.Message);
        }
    }

    /// <summary>What was settled long ago is forgotten, so that the tables do not grow without end.</summary>
    private async Task Sweep(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        if (now - _sweptAt < TimeSpan.FromHours(1))
            return;
        _sweptAt = now;
        var old = now - Kept;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<Delivery>().Where(one => one.At < old && one.State != DeliveryState.Waiting).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await db.Set<Notice>().Where(one => one.At < old && one.SpreadAt != null).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The channel {Channel} failed.")]
    private static partial void LogBroken(ILogger logger, ChannelKind channel, Exception exception);
}
