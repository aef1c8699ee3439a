using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using EcoPark.Hj212;

namespace EcoPark.Support;

/// <summary>A data logger whose every word the test chooses.</summary>
public sealed class TestDevice : IAsyncDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly PipeReader _reader;

    private TestDevice(IPEndPoint server)
    {
        _client.Connect(server);
        _reader = PipeReader.Create(_client.GetStream());
    }

    public static TestDevice Connect(IPEndPoint server) => new(server);

    /// <summary>A real-time upload that wants an answer.</summary>
    public static byte[] RealTime(string mn, DateTime wallClock, string area, DateTime? qn = null) => TelegramWriter.Write(
        new Address(mn, "123456", ProtocolVersion.V2017, "32"), qn ?? wallClock, CommandCode.RealTimeData, $"DataTime={wallClock:yyyyMMddHHmmss};{area}", wantsAnswer: true);

    public async Task Send(ReadOnlyMemory<byte> bytes) => await _client.GetStream().WriteAsync(bytes);

    /// <summary>The next telegram from the server, or null where it closed the connection or nothing came in time.</summary>
    public async Task<Telegram?> Receive(TimeSpan? within = null)
    {
        using var patience = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(20));
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

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
