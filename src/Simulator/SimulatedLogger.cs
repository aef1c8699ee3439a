using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>How a fleet behaves.</summary>
public sealed record FleetOptions
{
    /// <summary>Real-time interval instead of the logger's own.</summary>
    public TimeSpan? RealTimeInterval { get; init; }

    /// <summary>How long a logger waits for 9014 before it sends again.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Chance in an hour that a logger loses its connection for some minutes and uploads late.</summary>
    public double DisconnectsPerHour { get; init; }

    /// <summary>Days of minute and hour data uploaded at the first connection.</summary>
    public int HistoryDays { get; init; }

    /// <summary>Called for every upload that was acknowledged: MN, QN.</summary>
    public Action<string, string>? Acknowledged { get; init; }
}

/// <summary>A data logger: measures by the clock, keeps what was not acknowledged, answers commands.</summary>
public sealed class SimulatedLogger(LoggerSpec spec, FleetOptions options, TimeProvider clock)
{
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromSeconds(2);
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _unanswered = new(StringComparer.Ordinal);
    private readonly Queue<Upload> _kept = new();
    private readonly SemaphoreSlim _writing = new(1);
    private string _password = spec.Password;
    private string? _newKey;
    private TimeSpan _realTimeInterval = options.RealTimeInterval ?? spec.RealTimeInterval;
    private TimeSpan _clockOffset;
    private bool _sendsRealTime = true;
    private bool _hasSentHistory;
    private DateTime _lastQn;
    private DateTime _lastMeasured;

    public LoggerSpec Spec => spec;

    /// <summary>With the key that it was given last.</summary>
    private LoggerSpec Keyed => _newKey is null ? spec : spec with { EncryptionKey = _newKey };

    /// <summary>Uploads acknowledged so far.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Connects, measures, uploads and reconnects until it is stopped.</summary>
    public async Task Run(IPEndPoint server, CancellationToken cancellationToken)
    {
        _lastMeasured = Now;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
                client.NoDelay = true;
                await Serve(client.GetStream(), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is IOException or SocketException or TimeoutException)
            {
                // A line that breaks is part of the simulation: what was not acknowledged is kept and sent later.
            }

            Measure();
            await Task.Delay(ReconnectAfter, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private DateTime Now => TimeZoneInfo.ConvertTimeFromUtc(clock.GetUtcNow().UtcDateTime, Zone) + _clockOffset;

    private async Task Serve(NetworkStream stream, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = Listen(stream, stop.Token);
        try
        {
            if (!_hasSentHistory)
                await SendHistory(stream, stop.Token).ConfigureAwait(false);
            _hasSentHistory = true;
            while (!listening.IsCompleted)
            {
                Measure();
                while (_kept.TryPeek(out var upload))
                {
                    await SendAcknowledged(stream, upload, stop.Token).ConfigureAwait(false);
                    _kept.Dequeue();
                }

                if (Random.Shared.NextDouble() < options.DisconnectsPerHour * _realTimeInterval.TotalHours)
                {
                    stream.Close();
                    await Task.Delay(TimeSpan.FromMinutes(2), clock, cancellationToken).ConfigureAwait(false);
                    return;
                }

                await Task.WhenAny(listening, Task.Delay(_realTimeInterval, clock, stop.Token)).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Puts everything that was due since the last time into the store.</summary>
    private void Measure()
    {
        var (from, to) = (_lastMeasured, Now);
        _lastMeasured = to;
        foreach (var (command, step) in new[] { (CommandCode.MinuteData, TimeSpan.FromMinutes(spec.MinuteInterval)), (CommandCode.HourlyData, TimeSpan.FromHours(1)), (CommandCode.DailyData, TimeSpan.FromDays(1)) })
        {
            // Periods that ended in (from, to].
            foreach (var upload in Uploads.History(spec, command, from - step + TimeSpan.FromTicks(1), to - step))
                _kept.Enqueue(upload);
        }

        if (_sendsRealTime)
            _kept.Enqueue(Uploads.RealTime(spec, new DateTime(to.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond)));
        while (_kept.Count > 5_000)
            _kept.Dequeue();
    }

    private async Task SendHistory(NetworkStream stream, CancellationToken cancellationToken)
    {
        if (options.HistoryDays == 0)
            return;
        var now = Now;
        foreach (var (command, length) in new[] { (CommandCode.DailyData, TimeSpan.FromDays(1)), (CommandCode.HourlyData, TimeSpan.FromHours(1)), (CommandCode.MinuteData, TimeSpan.FromMinutes(spec.MinuteInterval)) })
        {
            foreach (var upload in Uploads.History(spec, command, now.Date.AddDays(-options.HistoryDays), now - length))
                await SendAcknowledged(stream, upload, cancellationToken).ConfigureAwait(false);
        }

        foreach (var upload in InstrumentTalk.History(spec, now).Where(upload => upload.DataTime <= now).OrderBy(upload => upload.DataTime))
            await SendAcknowledged(stream, upload, cancellationToken).ConfigureAwait(false);
    }

    private async Task SendAcknowledged(NetworkStream stream, Upload upload, CancellationToken cancellationToken)
    {
        var isLate = Now - upload.DataTime > TimeSpan.FromHours(2);
        var qn = NextQn(upload.DataAreas.Count);
        var frames = Uploads.Frames(Keyed, upload, qn, isLate, _password);
        for (var i = 0; i < frames.Count; i++)
        {
            var key = qn.AddMilliseconds(i).ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
            var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _unanswered[key] = answered;
            try
            {
                await Write(stream, frames[i], cancellationToken).ConfigureAwait(false);
                await answered.Task.WaitAsync(options.AnswerWithin, cancellationToken).ConfigureAwait(false);
                Acknowledged++;
                options.Acknowledged?.Invoke(spec.Mn, key);
            }
            finally
            {
                _unanswered.TryRemove(key, out _);
            }
        }
    }

    private async Task Listen(NetworkStream stream, CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream);
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            while (FrameReader.Read(ref buffer, isQuiet: true, out var frame, out _) is var status && status != FrameStatus.Incomplete)
            {
                if (status == FrameStatus.Frame && Telegram.TryParse(frame, new LoggerKey(Keyed), out var telegram, out _))
                    await Take(stream, telegram!, cancellationToken).ConfigureAwait(false);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private async Task Take(NetworkStream stream, Telegram telegram, CancellationToken cancellationToken)
    {
        if (telegram.Command is CommandCode.DataAnswer or CommandCode.NoticeAnswer)
        {
            var qn = telegram.Find("QN"u8) ?? Encoding.ASCII.GetString(telegram.QnText);
            if (_unanswered.TryGetValue(qn, out var waiting))
                waiting.TrySetResult();
            return;
        }

        var script = new CommandScript(spec, Now, _realTimeInterval);
        foreach (var (command, area) in script.Answer(telegram))
        {
            var isAnswer = (ushort)command is >= 9011 and <= 9013;
            var address = new Address(spec.Mn, _password, spec.Version, isAnswer ? TelegramWriter.Interaction : spec.SystemCode);
            var qn = Encoding.ASCII.GetString(telegram.QnText);
            var key = TelegramWriter.IsSecret(command) && Keyed.EncryptionKey is { } hex ? Convert.FromHexString(hex) : [];
            var frame = isAnswer && spec.Version == ProtocolVersion.V2005
                ? TelegramWriter.Write(address, null, command, $"QN={qn};{area}", wantsAnswer: false)
                : TelegramWriter.Write(address, script.IsHistory && !isAnswer ? NextQn(1) : telegram.Qn, command, area, wantsAnswer: false, key);
            await Write(stream, spec.HasLowerCaseCrc ? Uploads.LowerCaseCrc(frame) : frame, cancellationToken).ConfigureAwait(false);
        }

        (_password, _realTimeInterval, _sendsRealTime) = (script.NewPassword ?? _password, script.NewRealTimeInterval ?? _realTimeInterval, script.SendsRealTime ?? _sendsRealTime);
        if (script.NewKey is { } newKey)
            _newKey = Convert.ToHexString(Encoding.ASCII.GetBytes(newKey));
        if (script.NewTime is { } set)
            _clockOffset += set - Now;
    }

    private DateTime NextQn(int count)
    {
        var now = new DateTime(Now.Ticks / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond);
        var qn = now > _lastQn ? now : _lastQn.AddMilliseconds(1);
        _lastQn = qn.AddMilliseconds(count - 1);
        return qn;
    }

    private async Task Write(NetworkStream stream, byte[] frame, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(frame, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }
}
