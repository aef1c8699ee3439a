using System.Buffers;
using System.IO.Pipelines;

namespace EcoPark.Telemetry.Gateway;

/// <summary>Writes frames to a peer, one batch after another; a peer that takes none for too long is given up.</summary>
internal sealed class ConnectionOutput(PipeWriter output, TimeSpan patience, Action givenUp) : IDisposable
{
    /// <summary>Why a connection ends whose peer reads nothing: its buffers are not waited for.</summary>
    public const string NotTaken = "对方长时间不接收应答";

    private readonly SemaphoreSlim _sending = new(1);

    public async Task Write(IEnumerable<byte[]> frames, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var any = false;
            foreach (var frame in frames)
            {
                output.Write(frame);
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

    public void Dispose() => _sending.Dispose();

    private async Task Flush(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            await output.FlushAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            givenUp(); // Whatever is done on this connection, it ends: nobody is there who listens.
            throw new IOException(NotTaken);
        }
    }
}
