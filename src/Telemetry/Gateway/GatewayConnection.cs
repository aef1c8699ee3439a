using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Threading.RateLimiting;
using EcoPark.Hj212;
using EcoPark.Platform.Data;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EcoPark.Telemetry.Gateway;

/// <summary>What a connection works with; one for the whole gateway.</summary>
internal sealed record GatewayServices(
    ITelegramLog Log, ReplayCheckpoint Checkpoint, IDeviceRegistry Registry, IDeviceKeys Keys, TelegramDispatcher Dispatcher,
    IGrainFactory Grains, GatewayOptions Options, NodeOptions Node, GatewayCounters Counters, PasswordGuard Passwords, Strangers Strangers, Neighbours Neighbours,
    IHostApplicationLifetime Lifetime,
    TimeProvider Clock, ILogger<GatewayConnection> Logger);

/// <summary>One socket: cut, judge, log, answer, hand on. Takes all telegrams that have arrived together through each step.</summary>
/// <param name="transport">The socket's two pipes.</param>
/// <param name="remote">Address and port of the peer.</param>
/// <param name="neighbour">What it shares with the other connections of its address.</param>
/// <param name="services">What it works with.</param>
/// <param name="gone">Cancelled when the peer has closed: who has gone is not waited with, what was not answered comes again.</param>
internal sealed class GatewayConnection(IDuplexPipe transport, string remote, Neighbours.Neighbour neighbour, GatewayServices services, CancellationToken gone) : IDeviceLink, IAsyncDisposable
{
    /// <summary>Telegrams of one step; with what a twin may be behind this bounds the memory of a connection.</summary>
    private const int LargestBatch = 512;

    /// <summary>The same before the first good telegram: with the transport's buffer less than 64 KB.</summary>
    private const int FirstBatch = 8;

    private const int BatchesUnderWay = 4;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private readonly Guid _id = Guid.NewGuid();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly SemaphoreSlim _underWay = new(BatchesUnderWay);
    /// <summary>Devices that have signed in: with their password.</summary>
    private readonly ConcurrentDictionary<string, byte> _devices = new(StringComparer.Ordinal);
    private readonly Lazy<TokenBucketRateLimiter> _rate = new(() => Limits.PerSecond(services.Options.TelegramsPerSecond));
    private readonly DateTime _connectedAt = services.Clock.UtcNow();
    private DateTime _goodAt = services.Clock.UtcNow();
    private bool _isGood;
    private long _leftOut;
    private LinkInfo? _link;
    private bool _hasRest;
    private bool _isQuiet;
    private int _malformedInRow;
    private string _released = "";

    /// <summary>Reads until the peer, a time-out or the host ends it; returns why. What had come before the peer closed is still taken.</summary>
    public async Task<string> Run(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (true)
        {
            if (await ReadSome(stop, cancellationToken).ConfigureAwait(false) is not { } read)
                return _isGood ? "长时间没有可接受的报文" : "连接后迟迟没有发送可接受的报文";

            var (buffer, batch) = (read.Buffer, _isGood ? LargestBatch : FirstBatch);
            var arrived = Cut(ref buffer, batch, isQuiet: _isQuiet || read.IsCompleted);
            var isFull = arrived.Count >= batch;
            if (read.IsCompleted && !isFull && !buffer.IsEmpty)
            {
                arrived.Add(Arrival.Malformed(buffer, new TelegramError(TelegramErrorKind.BadLength, 0, "包尾", "连接中断", ""), services.Clock.UtcNow(), remote, services.Node.Name));
                buffer = buffer.Slice(buffer.End);
            }

            _hasRest = !buffer.IsEmpty && !isFull;
            // Behind a full batch there may be whole frames; otherwise everything was looked at, and an incomplete frame must not spin.
            transport.Input.AdvanceTo(buffer.Start, isFull ? buffer.Start : buffer.End);
            if (arrived.Count > 0)
                await Take(arrived, cancellationToken).ConfigureAwait(false);
            if (_released.Length > 0)
                return _released;
            if (_malformedInRow > services.Options.MaxMalformedInRow)
                return "连续收到无法识别的内容";
            if (read.IsCompleted && buffer.IsEmpty && !isFull)
                return "对方关闭了连接";
        }
    }

    /// <inheritdoc/>
    public async Task Send(string mn, CommandCode command, string qn, byte[] frame)
    {
        var entry = new LogEntry
        {
            At = services.Clock.UtcNow(),
            Direction = Direction.Sent,
            Verdict = TelegramVerdict.Accepted,
            Mn = mn,
            Command = command,
            Qn = qn,
            Remote = remote,
            Node = services.Node.Name,
            Raw = WithoutEnd(frame),
        };
        await services.Log.Append([entry], CancellationToken.None).ConfigureAwait(false);
        await Write([frame], CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task Release(string mn)
    {
        _devices.TryRemove(mn, out _);
        if (_devices.IsEmpty)
        {
            _released = "同一 MN 的新连接已接入";
            transport.Input.CancelPendingRead();
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < BatchesUnderWay; i++)
            await _underWay.WaitAsync().ConfigureAwait(false);
        foreach (var mn in _devices.Keys)
            services.Grains.GetGrain<IDeviceGrain>(mn).Detach(_id).Ignore(); // A twin that cannot be reached has lost the link anyway.
        if (_link is not null)
            services.Grains.DeleteObjectReference<IDeviceLink>(_link.Link);
        if (_rate.IsValueCreated)
            await _rate.Value.DisposeAsync().ConfigureAwait(false);
        services.Neighbours.Leave(neighbour, _isGood);
        _sending.Dispose();
        _underWay.Dispose();
    }

    /// <summary>Bytes alone renew no time limit: the first good telegram must come within its time, and good ones must go on coming.</summary>
    private async Task<ReadResult?> ReadSome(CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        var left = _goodAt + (_devices.IsEmpty ? services.Options.FirstTelegramWithin : services.Options.IdleTimeout) - services.Clock.UtcNow();
        if (left <= TimeSpan.Zero)
            return null;
        if (transport.Input.TryRead(out var ready))
        {
            _isQuiet = false;
            return ready;
        }

        // Something is left in the buffer: give the rest of it a moment, then take a frame that only lacks its CR LF.
        if (_hasRest && !_isQuiet)
        {
            await Task.Delay(Quiet, services.Clock, cancellationToken).ConfigureAwait(false);
            _isQuiet = !transport.Input.TryRead(out ready);
            if (!_isQuiet)
                return ready;
            transport.Input.CancelPendingRead();
            return await transport.Input.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        stop.CancelAfter(left);
        try
        {
            var read = await transport.Input.ReadAsync(stop.Token).ConfigureAwait(false);
            _isQuiet = false;
            return read;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            stop.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private List<Arrival> Cut(ref ReadOnlySequence<byte> buffer, int most, bool isQuiet)
    {
        var arrived = new List<Arrival>();
        var now = services.Clock.UtcNow();
        while (arrived.Count < most && !buffer.IsEmpty)
        {
            var status = FrameReader.Read(ref buffer, isQuiet, out var bytes, out var kind);
            if (status == FrameStatus.Incomplete)
                break;
            arrived.Add(status == FrameStatus.Frame ? Judge(bytes, now) : Arrival.Malformed(bytes, new TelegramError(kind, 0, "", "", ""), now, remote, services.Node.Name));
        }

        return arrived;
    }

    private Arrival Judge(in ReadOnlySequence<byte> frame, DateTime now)
    {
        if (!Telegram.TryParse(frame, services.Keys, out var telegram, out var error))
            return Arrival.Malformed(frame, error, now, remote, services.Node.Name);
        var device = services.Registry.Current.DeviceByMn.GetValueOrDefault(telegram!.Mn);
        var (verdict, reason) = IsLocked(telegram, device, now) is { } until
            ? (TelegramVerdict.Rejected, $"访问密码 PW 多次错误，{ParkTime.FromUtc(until):HH:mm:ss} 前不再核对，报文未处理。")
            : TelegramJudge.Judge(telegram, device, now);
        if (verdict == TelegramVerdict.Quarantined && services.Strangers.Refusal(telegram.Mn, neighbour.Address, now) is { } refusal)
            (verdict, reason) = (TelegramVerdict.Rejected, refusal);
        return Arrival.Of(frame, telegram, verdict, reason, now, remote, services.Node.Name);
    }

    /// <summary>Counts right and wrong passwords; until when this one is not even compared.</summary>
    private DateTime? IsLocked(Telegram telegram, Device? device, DateTime now)
    {
        if (device is not { IsEnabled: true })
            return null;
        var hasSignedIn = _devices.ContainsKey(device.Mn);
        if (!hasSignedIn && services.Passwords.LockedUntil(device.Mn, neighbour.Address, device.Password, now) is { } until)
            return until;
        if (!TelegramJudge.HasPassword(telegram, device.Password))
            services.Passwords.Wrong(device.Mn, neighbour.Address, device.Password, now);
        else if (_devices.TryAdd(device.Mn, 0))
            services.Passwords.Right(device.Mn, neighbour.Address);
        return null;
    }

    private async Task Take(List<Arrival> arrived, CancellationToken cancellationToken)
    {
        NoteGood(arrived);
        arrived = await Throttle(arrived, cancellationToken).ConfigureAwait(false);
        if (arrived.Count == 0)
            return;
        var entries = arrived.ConvertAll(one => one.Entry);
        var ticket = services.Checkpoint.Open();
        long firstId;
        try
        {
            firstId = await Append(entries, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            ticket.Close(); // Not logged, so not answered: the device will send it again.
            throw;
        }

        ticket.Appended(firstId, entries.Count);
        services.Counters.Count(entries);
        try
        {
            // From here on everything is on disk, so it may be acknowledged.
            await Write(arrived.Select(one => one.Answer).OfType<byte[]>(), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Also when the peer has gone meanwhile: what is in the log is delivered.
            await HandOn(arrived, firstId, ticket).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A log that cannot write (database away, disk full) is waited for, and nothing is answered meanwhile. As nothing is read either, the device slows down
    /// and sends again by its own rules; also one that wants no answer loses nothing as long as it stays connected.
    /// </summary>
    private async Task<long> Append(List<LogEntry> entries, CancellationToken cancellationToken)
    {
        for (var wait = FirstWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                var firstId = await services.Log.Append(entries, cancellationToken).ConfigureAwait(false);
                services.Counters.Taken();
                return firstId;
            }
            catch (Exception exception) when (DatabaseTrouble.IsOne(exception))
            {
                if (services.Counters.NotTaken(services.Clock.UtcNow(), exception))
                    GatewayHandler.LogNotTaken(services.Logger, exception);
                using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, gone);
                await Task.Delay(wait, services.Clock, waiting.Token).ConfigureAwait(false);
            }
        }
    }

    private async Task HandOn(List<Arrival> arrived, long firstId, ReplayCheckpoint.Ticket ticket)
    {
        var byDevice = arrived
            .Select((one, index) => (one.Telegram, one.Entry, Id: firstId + index))
            .Where(one => one.Entry.Verdict == TelegramVerdict.Accepted)
            .GroupBy(one => one.Entry.Mn, one => new LoggedTelegram(one.Id, one.Entry.At, one.Entry.Raw, one.Telegram), StringComparer.Ordinal)
            .ToList();
        if (byDevice.Count == 0)
        {
            ticket.Close();
            return;
        }

        _link ??= new LinkInfo(_id, services.Node.Name, remote, _connectedAt, services.Grains.CreateObjectReference<IDeviceLink>(this));
        await _underWay.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _ = Deliver(byDevice, ticket, services.Lifetime.ApplicationStopping); // DisposeAsync waits for it.
    }

    private async Task Deliver(List<IGrouping<string, LoggedTelegram>> byDevice, ReplayCheckpoint.Ticket ticket, CancellationToken stopping)
    {
        try
        {
            foreach (var device in byDevice)
                await services.Dispatcher.Deliver(device.Key, [.. device], _link, stopping).ConfigureAwait(false);
            ticket.Close();
        }
        catch (OperationCanceledException)
        {
            // The host stops: the ticket stays open, so the next start delivers these telegrams again.
        }
        finally
        {
            _underWay.Release();
        }
    }

    private async Task Write(IEnumerable<byte[]> frames, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var any = false;
            foreach (var frame in frames)
            {
                transport.Output.Write(frame);
                any = true;
            }

            if (any)
                await Flush(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task Flush(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(services.Options.AnswersTakenWithin);
        try
        {
            await transport.Output.FlushAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever is done on this connection, it ends: nobody is there who listens.
            _released = AnswersNotTaken;
            transport.Input.CancelPendingRead();
            throw new IOException(AnswersNotTaken);
        }
    }

    /// <summary>Why a connection ends whose peer reads nothing: its buffers are not waited for.</summary>
    public const string AnswersNotTaken = "对方长时间不接收应答";

    /// <summary>A telegram of a device that has signed in, or one that is kept of an unknown one: somebody who speaks HJ 212 is there.</summary>
    private void NoteGood(List<Arrival> arrived)
    {
        if (!arrived.Exists(IsGood))
            return;
        _goodAt = services.Clock.UtcNow();
        if (_isGood)
            return;
        _isGood = true;
        services.Neighbours.SignedIn(neighbour);
    }

    private bool IsGood(Arrival one) => one.Entry.Verdict == TelegramVerdict.Quarantined
        || (one.Entry.Verdict is TelegramVerdict.Accepted or TelegramVerdict.Held && _devices.ContainsKey(one.Entry.Mn));

    /// <summary>
    /// Waits for permits; as nothing is read meanwhile, TCP slows the sender down. Where a registered device speaks, it must not wait for others on its
    /// connection: doubtful telegrams beyond their measure are left out, neither logged nor answered, which the next of them says.
    /// </summary>
    private async Task<List<Arrival>> Throttle(List<Arrival> arrived, CancellationToken cancellationToken)
    {
        _malformedInRow = arrived[^1].Entry.Verdict == TelegramVerdict.Malformed ? _malformedInRow + arrived.Count(one => one.Entry.Verdict == TelegramVerdict.Malformed) : 0;
        if (!_devices.IsEmpty)
            arrived = [.. arrived.Select(Measured).OfType<Arrival>()];
        await Acquire(_rate.Value, services.Options.TelegramsPerSecond, arrived.Count, cancellationToken).ConfigureAwait(false);
        var doubtful = _devices.IsEmpty ? arrived.Count(one => IsDoubtful(one.Entry)) : 0;
        if (doubtful > 0)
            await Acquire(neighbour.Doubtful, services.Options.DoubtfulPerSecond, doubtful, cancellationToken).ConfigureAwait(false);
        return arrived;
    }

    private static bool IsDoubtful(LogEntry entry) => entry.Verdict is not (TelegramVerdict.Accepted or TelegramVerdict.Held);

    private Arrival? Measured(Arrival one)
    {
        if (!IsDoubtful(one.Entry))
            return one;
        using var permit = neighbour.Doubtful.AttemptAcquire();
        if (!permit.IsAcquired)
        {
            _leftOut++;
            return null;
        }

        if (_leftOut == 0)
            return one;
        var told = one with { Entry = one.Entry with { Reason = $"{one.Entry.Reason}（此前同一连接上另有 {_leftOut} 条过快的报文未保留、未应答。）" } };
        _leftOut = 0;
        return told;
    }

    private static async Task Acquire(TokenBucketRateLimiter limiter, int limit, int count, CancellationToken cancellationToken)
    {
        for (var left = count; left > 0; left -= limit)
            (await limiter.AcquireAsync(Math.Min(left, limit), cancellationToken).ConfigureAwait(false)).Dispose();
    }

    private static ReadOnlyMemory<byte> WithoutEnd(byte[] frame) => frame.AsMemory()[..^(frame.AsSpan().EndsWith("\r\n"u8) ? 2 : 0)];
}
