using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using EcoPark.Hj212;

namespace EcoPark.Telemetry.Relay;

/// <summary>What came of a telegram.</summary>
/// <param name="Refusal">Chinese reason; <see langword="null"/> where it was taken.</param>
internal readonly record struct UpperAnswer(string? Refusal);

/// <summary>One connection to an upper platform: sends, finds the answer to what was sent, and hands on what comes down.</summary>
internal sealed class UpperLink : IAsyncDisposable
{
    private readonly TcpClient _client;
    private readonly Stream _stream;
    private readonly IDeviceKeys _keys;
    private readonly Func<Telegram, Task<IReadOnlyList<byte[]>>> _requested;
    private readonly Func<string, string, Task> _wronglyAnswered;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _stop = new();
    private volatile Waiting? _waiting;

    private UpperLink(TcpClient client, Stream stream, IDeviceKeys keys, Func<Telegram, Task<IReadOnlyList<byte[]>>> requested, Func<string, string, Task> wronglyAnswered)
    {
        (_client, _stream, _keys, _requested, _wronglyAnswered) = (client, stream, keys, requested, wronglyAnswered);
        Closed = Read();
    }

    /// <summary>Ends when the peer or the line has closed the connection.</summary>
    public Task Closed { get; }

    /// <summary>Connects, with TLS where the platform has it.</summary>
    /// <param name="platform">Whom to.</param>
    /// <param name="requested">Answers a command that comes down.</param>
    /// <param name="wronglyAnswered">Is told the MN and what was wrong of an answer that answers nothing.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="IOException">It could not be reached; the message is for people.</exception>
    public static async Task<UpperLink> Open(
        UpperPlatform platform, RelayReach reach, Func<Telegram, Task<IReadOnlyList<byte[]>>> requested, Func<string, string, Task> wronglyAnswered, CancellationToken cancellationToken)
    {
        var (client, stream) = await UpperConnection.Open(platform, reach, cancellationToken).ConfigureAwait(false);
        return new UpperLink(client, stream, new PlatformKey(platform), requested, wronglyAnswered);
    }

    /// <summary>Sends a telegram and waits for its answer; <see langword="null"/> where none came in time.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<UpperAnswer?> Ask(RelayFrame frame, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        var waiting = new Waiting(frame);
        _waiting = waiting;
        await Send([frame.Bytes], patience, cancellationToken).ConfigureAwait(false);
        try
        {
            await Task.WhenAny(waiting.Answer.Task, Closed).WaitAsync(patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }

        if (waiting.Answer.Task.IsCompleted)
            return await waiting.Answer.Task.ConfigureAwait(false);
        throw new IOException("上级平台在应答之前关闭了连接。");
    }

    /// <exception cref="IOException">The connection broke, or the peer takes nothing any more.</exception>
    public async Task Send(IEnumerable<byte[]> frames, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        limit.CancelAfter(patience);
        await _sending.WaitAsync(limit.Token).ConfigureAwait(false);
        try
        {
            foreach (var frame in frames)
                await _stream.WriteAsync(frame, limit.Token).ConfigureAwait(false);
            await _stream.FlushAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("上级平台不再接收数据。");
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        _client.Dispose();
        await Closed.ConfigureAwait(false);
        _sending.Dispose();
        _stop.Dispose();
    }

    private async Task Read()
    {
        var reader = PipeReader.Create(_stream);
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(_stop.Token).ConfigureAwait(false);
                var buffer = read.Buffer;
                // A frame is taken as soon as its CRC is there: a CR LF that follows is skipped with the next.
                while (FrameReader.Read(ref buffer, isQuiet: true, out var bytes, out _) is var status && status != FrameStatus.Incomplete)
                    await Take(status, bytes).ConfigureAwait(false);
                reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                    return;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException or System.Data.Common.DbException)
        {
            // The line is gone, or must be opened anew once the database is back: which is all that Closed says.
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task Take(FrameStatus status, ReadOnlySequence<byte> bytes)
    {
        if (status == FrameStatus.Garbage || !Telegram.TryParse(bytes, _keys, out var telegram, out _))
        {
            await _wronglyAnswered("", $"收到无法识别的内容：{Encoding.Latin1.GetString(bytes.Slice(0, Math.Min(80, bytes.Length)))}").ConfigureAwait(false);
            return;
        }

        if ((ushort)telegram!.Command is < 9011 or > 9014)
        {
            if (await _requested(telegram).ConfigureAwait(false) is { Count: > 0 } answers)
                await Send(answers, TimeSpan.FromSeconds(10), _stop.Token).ConfigureAwait(false);
            return;
        }

        await TakeAnswer(telegram).ConfigureAwait(false);
    }

    private async Task TakeAnswer(Telegram telegram)
    {
        var isOurs = _waiting?.IsAnsweredBy(telegram) == true;
        var refusal = PayloadReader.Read(telegram) switch
        {
            RequestAnswer { Code: not AnswerCode.Ready } refused => $"上级平台拒绝：{CodeNames.Of(refused.Code)}（QnRtn={(int)refused.Code}）。",
            ExecutionResult { Code: not ResultCode.Succeeded } failed => $"上级平台未能执行：{CodeNames.Of(failed.Code)}（ExeRtn={(int)failed.Code}）。",
            _ => null,
        };
        if (isOurs && (refusal is not null || telegram.Command == CommandCode.DataAnswer))
            _waiting!.Answer.TrySetResult(new UpperAnswer(refusal)); // Again for one that was answered before: nothing.
        else if (refusal is not null)
            await _wronglyAnswered(telegram.Mn, refusal).ConfigureAwait(false);
        else if (isOurs)
            await _wronglyAnswered(telegram.Mn, $"以 {(ushort)telegram.Command} 应答数据报文，标准为 9014。").ConfigureAwait(false);
        else if (_waiting is { Answer.Task.IsCompleted: false } && telegram.Command == CommandCode.DataAnswer)
            await _wronglyAnswered(telegram.Mn, $"9014 应答的 MN、QN 与报文不符（应为 {_waiting.Frame.Qn}，实为 {QnOf(telegram)}）。").ConfigureAwait(false);
    }

    /// <summary>2005 writes it inside CP.</summary>
    private static string QnOf(Telegram answer) => answer.Find("QN"u8) ?? Encoding.Latin1.GetString(answer.QnText);

    private sealed record Waiting(RelayFrame Frame)
    {
        public TaskCompletionSource<UpperAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsAnsweredBy(Telegram telegram) => QnOf(telegram) == Frame.Qn && string.Equals(telegram.Mn, Frame.Mn, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class PlatformKey(UpperPlatform platform) : IDeviceKeys
    {
        public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> key)
        {
            key = platform.EncryptionKey.Length > 0 ? Convert.FromHexString(platform.EncryptionKey) : default;
            return key.Length > 0;
        }
    }
}
