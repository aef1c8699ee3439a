using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using EcoPark.Hj212;

namespace EcoPark.Support;

/// <summary>A data logger whose every word the test chooses.</summary>
public sealed class TestDevice : IAsyncDisposable
{
    private readonly TcpClient _client;
    private readonly Stream _stream;
    private readonly PipeReader _reader;

    private TestDevice(TcpClient client, Stream stream)
    {
        (_client, _stream) = (client, stream);
        _reader = PipeReader.Create(stream);
    }

    public static TestDevice Connect(IPEndPoint server)
    {
        var client = new TcpClient { NoDelay = true };
        client.Connect(server);
        return new TestDevice(client, client.GetStream());
    }

    /// <summary>Over TLS, trusting one certificate.</summary>
    public static async Task<TestDevice> ConnectTls(IPEndPoint server, X509Certificate2 trusted)
    {
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server);
        var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => certificate?.GetCertHashString() == trusted.GetCertHashString());
        await tls.AuthenticateAsClientAsync("localhost");
        return new TestDevice(client, tls);
    }

    /// <summary>A real-time upload that wants an answer.</summary>
    public static byte[] RealTime(string mn, DateTime wallClock, string area, DateTime? qn = null) => TelegramWriter.Write(
        new Address(mn, "123456", ProtocolVersion.V2017, "32"), qn ?? wallClock, CommandCode.RealTimeData, $"DataTime={wallClock:yyyyMMddHHmmss};{area}", wantsAnswer: true);

    public async Task Send(ReadOnlyMemory<byte> bytes) => await _stream.WriteAsync(bytes);

    /// <summary>The next telegram from the server, or null where it closed the connection or nothing came in time.</summary>
    public async Task<Telegram?> Receive(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(45));
        try
        {
            while (true)
            {
                var read = await _reader.ReadAsync(patience.Token);
                var buffer = read.Buffer;
                if (FrameReader.Read(ref buffer, isQuiet: false, out var frame, out _) == FrameStatus.Frame)
                {
                    Telegram.TryParse(frame, null, out var telegram, out _);
                    _reader.AdvanceTo(buffer.Start);
                    return telegram;
                }

                _reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                    return null;
            }
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Reads on until the server closes the connection.</summary>
    /// <returns>False where it stayed open.</returns>
    public async Task<bool> IsClosed(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(45));
        try
        {
            while (true)
            {
                var read = await _reader.ReadAsync(patience.Token);
                _reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    return true;
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
