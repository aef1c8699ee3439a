using System.Buffers;
using System.IO.Pipelines;

namespace EcoPark.Telemetry.Gateway;

/// <summary>The bytes of a connection as they come, and whether a half frame has been left alone long enough.</summary>
internal sealed class ConnectionInput(PipeReader input, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private bool _hasRest;

    /// <summary>Nothing more has come behind what is in the buffer.</summary>
    public bool IsQuiet { get; private set; }

    /// <summary>What there is to read; <see langword="null"/> where nothing came within the time that is left.</summary>
    /// <param name="left">Bytes alone renew no time limit: the caller counts it from the last good telegram.</param>
    /// <param name="stop">Of the connection, linked to the token.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    public async Task<ReadResult?> Read(TimeSpan left, CancellationTokenSource stop, CancellationToken cancellationToken)
    {
        if (left <= TimeSpan.Zero)
            return null;
        if (input.TryRead(out var ready))
        {
            IsQuiet = false;
            return ready;
        }

        // Something is left in the buffer: give the rest of it a moment, then take a frame that only lacks its CR LF.
        if (_hasRest && !IsQuiet)
        {
            await Task.Delay(Quiet, clock, cancellationToken).ConfigureAwait(false);
            IsQuiet = !input.TryRead(out ready);
            if (!IsQuiet)
                return ready;
            input.CancelPendingRead();
            return await input.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        stop.CancelAfter(left);
        try
        {
            var read = await input.ReadAsync(stop.Token).ConfigureAwait(false);
            IsQuiet = false;
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

    /// <summary>Says what of the buffer was not taken.</summary>
    /// <param name="rest">What is left.</param>
    /// <param name="isFull">As many as fit were taken: behind them there may be whole frames. Otherwise everything was looked at, and an incomplete frame must not spin.</param>
    public void Took(in ReadOnlySequence<byte> rest, bool isFull)
    {
        _hasRest = !rest.IsEmpty && !isFull;
        input.AdvanceTo(rest.Start, isFull ? rest.Start : rest.End);
    }

    /// <summary>Wakes a read that waits.</summary>
    public void Wake() => input.CancelPendingRead();
}
