using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using EcoPark.Hj212;

namespace EcoPark.Support;

/// <summary>A telegram as the upper platform got it.</summary>
/// <param name="Telegram">As read.</param>
/// <param name="Raw">The whole frame.</param>
/// <param name="Connection">Number of the connection it came by, from 1.</param>
public sealed record Arrived(Telegram Telegram, byte[] Raw, int Connection)
{
    public string Qn => System.Text.Encoding.ASCII.GetString(Telegram.QnText);

    public string Area => System.Text.Encoding.UTF8.GetString(Telegram.DataArea);
}

/// <summary>An upper platform on a real socket that does what the test says; by itself it answers every upload with 9014.</summary>
public sealed class TestUpperPlatform : IAsyncDisposable, IDeviceKeys
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Arrived> _received = new();
    private readonly ConcurrentQueue<Telegram> _replies = new();
    private readonly ConcurrentDictionary<int, (TcpClient Client, Stream Stream)> _connected = new();
    private readonly byte[]? _key;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private TcpListener? _listener;
    private int _connections;

    public TestUpperPlatform(int port = 0, string? key = null, X509Certificate2? certificate = null)
    {
        Port = port == 0 ? TestServer.FreePort() : port;
        _certificate = certificate;
        _key = key is null ? null : Convert.FromHexString(key);
        Return();
        _accepting = Accept();
    }

    public int Port { get; }

    /// <summary>The answer to an upload; null stays silent.</summary>
    public Func<Arrived, byte[]?> Answer { get; set; } = arrived => TelegramWriter.AnswerTo(arrived.Telegram);

    /// <summary>Uploads in the order they came, repeats included.</summary>
    public IReadOnlyList<Arrived> Received => [.. _received];

    /// <summary>Answers to commands that were sent down, and heartbeats.</summary>
    public IReadOnlyList<Telegram> Replies => [.. _replies];

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Stops listening and closes every connection, as a machine that is switched off.</summary>
    public void GoAway()
    {
        Interlocked.Exchange(ref _listener, null)?.Stop();
        foreach (var connected in _connected.Values)
            connected.Client.Client?.Close(0); // Null once the connection has ended by itself.
    }

    /// <summary>Listens again at the same port.</summary>
    public void Return()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _listener = listener;
    }

    /// <summary>Sends a command down, on every connection.</summary>
    public async Task Send(byte[] frame)
    {
        foreach (var connected in _connected.Values)
            await connected.Stream.WriteAsync(frame);
    }

    public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key)
    {
        key = _key;
        return _key is not null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        GoAway();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (_listener is { } listener)
                    _ = Serve(await listener.AcceptTcpClientAsync(_stop.Token)); // Ends with its connection.
                else
                    await Task.Delay(20, _stop.Token);
            }
            catch (Exception gone) when (gone is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // Went away, or the test has ended.
            }
        }
    }

    private async Task Serve(TcpClient client)
    {
        var number = Interlocked.Increment(ref _connections);
        client.NoDelay = true;
        try
        {
            var stream = await Secure(client.GetStream());
            _connected[number] = (client, stream);
            var reader = PipeReader.Create(stream);
            while (true)
            {
                var read = await reader.ReadAsync(_stop.Token);
                var buffer = read.Buffer;
                while (FrameReader.Read(ref buffer, isQuiet: false, out var frame, out _) == FrameStatus.Frame)
                {
                    if (Take(frame, number) is { } answer)
                        await stream.WriteAsync(answer, _stop.Token);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                    return;
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            // Closed by either side.
        }
        finally
        {
            _connected.TryRemove(number, out _);
            client.Dispose();
        }
    }

    private async Task<Stream> Secure(Stream plain)
    {
        if (_certificate is null)
            return plain;
        var tls = new SslStream(plain);
        await tls.AuthenticateAsServerAsync(_certificate);
        return tls;
    }

    private byte[]? Take(in System.Buffers.ReadOnlySequence<byte> frame, int connection)
    {
        var raw = System.Buffers.BuffersExtensions.ToArray(frame);
        if (!Telegram.TryParse(frame, this, out var telegram, out var error))
            throw new InvalidOperationException($"The relay sent what cannot be read: {error}");
        if ((ushort)telegram!.Command is (>= 9011 and <= 9015) or < 2000)
        {
            _replies.Enqueue(telegram);
            return null;
        }

        var arrived = new Arrived(telegram, raw, connection);
        _received.Enqueue(arrived);
        return Answer(arrived);
    }
}
