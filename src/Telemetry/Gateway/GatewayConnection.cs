using System.IO.Pipelines;
using EcoPark.Hj212;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Devices;
using EcoPark.Telemetry.Log;

namespace EcoPark.Telemetry.Gateway;

/// <summary>One socket: cut, judge, log, answer, hand on. Takes all telegrams that have arrived together through each step.</summary>
internal sealed class GatewayConnection : IDeviceLink, IAsyncDisposable
{
    /// <summary>Telegrams of one step; with what a twin may be behind this bounds the memory of a connection.</summary>
    private const int LargestBatch = 512;

    /// <summary>The same before the first good telegram: with the transport's buffer less than 64 KB.</summary>
    private const int FirstBatch = 8;

    private const int BatchesUnderWay = 4;

    private readonly string _remote;
    private readonly Neighbours.Neighbour _neighbour;
    private readonly GatewayServices _services;
    private readonly CancellationToken _gone;
    private readonly ConnectionInput _input;
    private readonly ConnectionOutput _output;
    private readonly ConnectionJudge _judge;
    private readonly ConnectionThrottle _throttle;
    private readonly Guid _id = Guid.NewGuid();
    private readonly SemaphoreSlim _underWay = new(BatchesUnderWay);
    private readonly DateTime _connectedAt;
    private DateTime _goodAt;
    private bool _isGood;
    private LinkInfo? _link;
    private string _released = "";

    /// <param name="transport">The socket's two pipes.</param>
    /// <param name="remote">Address and port of the peer.</param>
    /// <param name="neighbour">What it shares with the other connections of its address.</param>
    /// <param name="services">What it works with.</param>
    /// <param name="gone">Cancelled when the peer has closed: who has gone is not waited with, what was not answered comes again.</param>
    public GatewayConnection(IDuplexPipe transport, string remote, Neighbours.Neighbour neighbour, GatewayServices services, CancellationToken gone)
    {
        (_remote, _neighbour, _services, _gone) = (remote, neighbour, services, gone);
        _connectedAt = _goodAt = services.Clock.UtcNow();
        _input = new ConnectionInput(transport.Input, services.Clock);
        _output = new ConnectionOutput(transport.Output, services.Options.AnswersTakenWithin, () => End(ConnectionOutput.NotTaken));
        _judge = new ConnectionJudge(remote, neighbour, services);
        _throttle = new ConnectionThrottle(services.Options, neighbour);
    }

    /// <summary>Reads until the peer, a time-out or the host ends it; returns why. What had come before the peer closed is still taken.</summary>
    public async Task<string> Run(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        while (true)
        {
            if (await _input.Read(TimeLeft(), stop, cancellationToken).ConfigureAwait(false) is not { } read)
                return _isGood ? "长时间没有可接受的报文" : "连接后迟迟没有发送可接受的报文";

            var (buffer, batch) = (read.Buffer, _isGood ? LargestBatch : FirstBatch);
            var arrived = _judge.Cut(ref buffer, batch, isQuiet: _input.IsQuiet || read.IsCompleted);
            var isFull = arrived.Count >= batch;
            if (read.IsCompleted && !isFull && !buffer.IsEmpty)
            {
                arrived.Add(_judge.BrokenOff(buffer));
                buffer = buffer.Slice(buffer.End);
            }

            var isAtEnd = read.IsCompleted && buffer.IsEmpty && !isFull;
            _input.Took(buffer, isFull);
            if (arrived.Count > 0)
                await Take(arrived, cancellationToken).ConfigureAwait(false);
            if (_released.Length > 0)
                return _released;
            if (_throttle.IsHopeless)
                return "连续收到无法识别的内容";
            if (isAtEnd)
                return "对方关闭了连接";
        }
    }

    /// <inheritdoc/>
    public async Task Send(string mn, CommandCode command, string qn, byte[] frame)
    {
        var entry = new LogEntry
        {
            At = _services.Clock.UtcNow(),
            Direction = Direction.Sent,
            Verdict = TelegramVerdict.Accepted,
            Mn = mn,
            Command = command,
            Qn = qn,
            Remote = _remote,
            Node = _services.Node.Name,
            Raw = WithoutEnd(frame),
        };
        await _services.Log.Append([entry], CancellationToken.None).ConfigureAwait(false);
        await _output.Write([frame], CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task Release(string mn)
    {
        _judge.SignOut(mn);
        if (!_judge.HasDevices)
            End("同一 MN 的新连接已接入");
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < BatchesUnderWay; i++)
            await _underWay.WaitAsync().ConfigureAwait(false);
        foreach (var mn in _judge.Devices)
            _services.Grains.GetGrain<IDeviceGrain>(mn).Detach(_id).Ignore(); // A twin that cannot be reached has lost the link anyway.
        if (_link is not null)
            _services.Grains.DeleteObjectReference<IDeviceLink>(_link.Link);
        await _throttle.DisposeAsync().ConfigureAwait(false);
        _services.Neighbours.Leave(_neighbour, _isGood);
        _output.Dispose();
        _underWay.Dispose();
    }

    /// <summary>The first good telegram must come within its time, and good ones must go on coming.</summary>
    private TimeSpan TimeLeft() =>
        _goodAt + (_judge.HasDevices ? _services.Options.IdleTimeout : _services.Options.FirstTelegramWithin) - _services.Clock.UtcNow();

    private void End(string reason)
    {
        _released = reason;
        _input.Wake();
    }

    private async Task Take(List<Arrival> arrived, CancellationToken cancellationToken)
    {
        NoteGood(arrived);
        arrived = await _throttle.Pass(arrived, _judge.HasDevices, cancellationToken).ConfigureAwait(false);
        if (arrived.Count == 0)
            return;
        var entries = arrived.ConvertAll(one => one.Entry);
        var ticket = _services.Checkpoint.Open();
        long firstId;
        try
        {
            firstId = await PatientLog.Append(_services, entries, _gone, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            ticket.Close(); // Not logged, so not answered: the device will send it again.
            throw;
        }

        ticket.Appended(firstId, entries.Count);
        _services.Counters.Count(entries);
        try
        {
            // From here on everything is on disk, so it may be acknowledged.
            await _output.Write(arrived.Select(one => one.Answer).OfType<byte[]>(), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Also when the peer has gone meanwhile: what is in the log is delivered.
            await HandOn(arrived, firstId, ticket).ConfigureAwait(false);
        }
    }

    private void NoteGood(List<Arrival> arrived)
    {
        if (!arrived.Exists(_judge.IsGood))
            return;
        _goodAt = _services.Clock.UtcNow();
        if (_isGood)
            return;
        _isGood = true;
        _services.Neighbours.SignedIn(_neighbour);
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

        _link ??= new LinkInfo(_id, _services.Node.Name, _remote, _connectedAt, _services.Grains.CreateObjectReference<IDeviceLink>(this));
        await _underWay.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _ = Deliver(byDevice, ticket, _services.Lifetime.ApplicationStopping); // DisposeAsync waits for it.
    }

    private async Task Deliver(List<IGrouping<string, LoggedTelegram>> byDevice, ReplayCheckpoint.Ticket ticket, CancellationToken stopping)
    {
        try
        {
            foreach (var device in byDevice)
                await _services.Dispatcher.Deliver(device.Key, [.. device], _link, stopping).ConfigureAwait(false);
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

    private static ReadOnlyMemory<byte> WithoutEnd(byte[] frame) => frame.AsMemory()[..^(frame.AsSpan().EndsWith("\r\n"u8) ? 2 : 0)];
}
