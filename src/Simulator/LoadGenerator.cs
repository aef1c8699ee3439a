using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Simulator;

/// <summary>What a load run achieved.</summary>
/// <param name="Sent">Telegrams sent.</param>
/// <param name="Acknowledged">Telegrams answered 9014.</param>
/// <param name="Elapsed">Time from the first telegram to the last answer.</param>
/// <param name="MedianMs">Median time from sending to the answer.</param>
/// <param name="Percentile99Ms">99th percentile of the same.</param>
public sealed record LoadReport(long Sent, long Acknowledged, TimeSpan Elapsed, double MedianMs, double Percentile99Ms)
{
    public double PerSecond => Acknowledged / Elapsed.TotalSeconds;
}

/// <summary>
/// Sends ten-factor real-time telegrams over many connections as fast as they are answered, or at a given rate. A telegram is a
/// template in which QN, DataTime, values and CRC are patched, so that the generator leaves the machine to the server.
/// </summary>
public sealed class LoadGenerator(IReadOnlyList<string> mns, string password)
{
    /// <summary>Factors of a telegram; register them as channels.</summary>
    public static readonly IReadOnlyList<string> FactorCodes = ["w00000", "w01001", "w01010", "w01014", "w01009", "w01018", "w21003", "w21011", "w21001", "w01019"];

    private long _sent;
    private long _acknowledged;
    private readonly int[] _latencies = new int[60_001];

    /// <summary>Telegrams each connection may have under way without an answer.</summary>
    public int Window { get; init; } = 32;

    /// <summary>Telegrams a second over all connections; 0 for as fast as they are answered.</summary>
    public int PerSecond { get; init; }

    /// <summary>Called with MN and QN for every acknowledged telegram; from many threads.</summary>
    public Action<string, string>? Acknowledged { get; init; }

    /// <summary>First QN; a later run on the same devices must start later.</summary>
    public DateTime Start { get; init; } = DateTime.UtcNow.AddHours(8);

    /// <summary>First DataTime; <see cref="Start"/> by default.</summary>
    public DateTime? LatestDataTime { get; init; }

    /// <summary>From one DataTime of a logger to its next: back into the past by default, so that every telegram is a new row however fast they come.</summary>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(-1);

    /// <summary>When cancelled nothing more is sent; what is under way is still waited for.</summary>
    public CancellationToken EndSending { get; init; }

    public long AcknowledgedSoFar => Interlocked.Read(ref _acknowledged);

    /// <summary>Runs for a time, or until the server goes away.</summary>
    public async Task<LoadReport> Run(IPEndPoint server, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, EndSending);
        stop.CancelAfter(duration);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(mns.Select(mn => Connection(mn, server, stop.Token, cancellationToken))).ConfigureAwait(false);
        var elapsed = watch.Elapsed < duration ? watch.Elapsed : duration;
        return new LoadReport(_sent, _acknowledged, elapsed, Percentile(0.5), Percentile(0.99));
    }

    private async Task Connection(string mn, IPEndPoint server, CancellationToken stopSending, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(server, cancellationToken).ConfigureAwait(false);
            using var window = new SemaphoreSlim(Window, Window);
            var sentAt = new long[Window * 4];
            var receiving = Receive(mn, client.GetStream(), window, sentAt, cancellationToken);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopSending);
            var sending = Send(mn, client.GetStream(), window, sentAt, stop.Token);
            if (await Task.WhenAny(sending, receiving).ConfigureAwait(false) == receiving)
                await stop.CancelAsync().ConfigureAwait(false); // The server has gone.
            await sending.ConfigureAwait(false);
            client.Client.Shutdown(SocketShutdown.Send);
            await receiving.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // The server was killed: the report counts what had been answered until then.
        }
    }

    private async Task Send(string mn, NetworkStream stream, SemaphoreSlim window, long[] sentAt, CancellationToken stop)
    {
        var template = new Template(mn, password);
        var pace = PerSecond == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)mns.Count / PerSecond);
        var next = Stopwatch.GetTimestamp();
        var buffer = new byte[template.Length * 16];
        for (var number = 0L; !stop.IsCancellationRequested;)
        {
            var batch = 0;
            try
            {
                await window.WaitAsync(stop).ConfigureAwait(false);
                do
                {
                    sentAt[number % sentAt.Length] = Stopwatch.GetTimestamp();
                    template.Write(buffer.AsSpan(batch * template.Length), Start.AddMilliseconds(number), (LatestDataTime ?? Start) + (Step * number), number);
                    number++;
                    batch++;
                }
                while (pace == TimeSpan.Zero && batch < 16 && window.Wait(0, CancellationToken.None));
                await stream.WriteAsync(buffer.AsMemory(0, batch * template.Length), CancellationToken.None).ConfigureAwait(false);
                Interlocked.Add(ref _sent, batch);
                if (pace == TimeSpan.Zero)
                    continue;
                next += (long)(pace.TotalSeconds * Stopwatch.Frequency);
                if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), next) is { Ticks: > 0 } wait)
                    await Task.Delay(wait, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Receive(string mn, NetworkStream stream, SemaphoreSlim window, long[] sentAt, CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream);
        var number = 0L;
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = read.Buffer;
            var count = 0;
            while (FrameReader.Read(ref buffer, isQuiet: false, out var frame, out _) == FrameStatus.Frame)
            {
                var latency = (int)Stopwatch.GetElapsedTime(sentAt[number++ % sentAt.Length]).TotalMilliseconds;
                Interlocked.Increment(ref _latencies[Math.Clamp(latency, 0, _latencies.Length - 1)]);
                Acknowledged?.Invoke(mn, Encoding.ASCII.GetString(frame.Slice(9, 17)));
                count++;
            }

            if (count > 0)
            {
                Interlocked.Add(ref _acknowledged, count);
                window.Release(count);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
                return;
        }
    }

    private double Percentile(double share)
    {
        var (wanted, sum) = ((long)(share * _latencies.Sum(count => (long)count)), 0L);
        for (var ms = 0; ms < _latencies.Length; ms++)
        {
            if ((sum += _latencies[ms]) >= wanted)
                return ms;
        }

        return _latencies.Length;
    }

    /// <summary>A frame whose QN, DataTime and values are overwritten in place: QN counts milliseconds up, DataTime seconds down, so that every telegram is a new row.</summary>
    private sealed class Template
    {
        private readonly byte[] _frame;
        private readonly int _qn;
        private readonly int _dataTime;
        private readonly int[] _values;

        public Template(string mn, string password)
        {
            var area = "DataTime=20240101000000;" + string.Join(';', FactorCodes.Select(code => $"{code}-Rtd=000.00,{code}-Flag=N"));
            _frame = TelegramWriter.Write(new Address(mn, password, ProtocolVersion.V2017, "32"), new DateTime(2024, 1, 1), CommandCode.RealTimeData, area, wantsAnswer: true);
            _qn = _frame.AsSpan().IndexOf("QN="u8) + 3;
            _dataTime = _frame.AsSpan().IndexOf("DataTime="u8) + 9;
            _values = [.. Enumerable.Range(0, _frame.Length - 4).Where(at => _frame.AsSpan(at).StartsWith("Rtd="u8)).Select(at => at + 4)];
        }

        public int Length => _frame.Length;

        public void Write(Span<byte> into, DateTime qn, DateTime dataTime, long number)
        {
            qn.TryFormat(_frame.AsSpan(_qn), out _, "yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);
            dataTime.TryFormat(_frame.AsSpan(_dataTime), out _, "yyyyMMddHHmmss", CultureInfo.InvariantCulture);
            for (var i = 0; i < _values.Length; i++)
                ((number + (i * 37)) % 1000).TryFormat(_frame.AsSpan(_values[i]), out _, "000", CultureInfo.InvariantCulture);
            Crc16.Compute(_frame.AsSpan(6, _frame.Length - 12)).TryFormat(_frame.AsSpan(_frame.Length - 6), out _, "X4", CultureInfo.InvariantCulture);
            _frame.CopyTo(into);
        }
    }
}
