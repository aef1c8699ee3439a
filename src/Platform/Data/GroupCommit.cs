using System.Threading.Channels;
using EcoPark.Platform.Security;

namespace EcoPark.Platform.Data;

/// <summary>
/// Gathers what many callers want to write and writes it together: one transaction and one wait for the disk serve all that
/// came in while the one before was being written. A caller's task ends when its items are durable.
/// </summary>
/// <typeparam name="T">What is written.</typeparam>
public sealed class GroupCommit<T> : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Func<IReadOnlyList<T>, CancellationToken, Task<long>> _write;
    private readonly Channel<Submission> _queue;
    private readonly int _largestGroup;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    /// <param name="write">Writes a group durably; its result, plus the offset in the group, is what <see cref="Add"/> returns.</param>
    /// <param name="largestGroup">Items after which a group is closed.</param>
    /// <param name="capacity">Submissions that may wait; beyond it callers wait to submit.</param>
    public GroupCommit(Func<IReadOnlyList<T>, CancellationToken, Task<long>> write, int largestGroup = 10_000, int capacity = 4_096)
    {
        _write = write;
        _largestGroup = largestGroup;
        _queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(capacity) { SingleReader = true });
        // A thread of its own: SQLite writes synchronously and would hold up the pool.
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <summary>Submits items; ends when they are durable, or fails with the reason the group failed.</summary>
    public async Task<long> Add(IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        var submission = new Submission(items);
        await _queue.Writer.WriteAsync(submission, cancellationToken).ConfigureAwait(false);
        return await submission.Done.Task.ConfigureAwait(false);
    }

    /// <summary>Writes what is queued and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_queue.Writer.TryComplete())
            return;
        _stop.CancelAfter(Patience); // Who stops while the database is away must not wait for it.
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task Run()
    {
        Actor.Become(Actor.System); // Whoever came first and made it, it writes for all.
        var group = new List<T>();
        var submissions = new List<Submission>();
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (group.Count < _largestGroup && _queue.Reader.TryRead(out var submission))
            {
                group.AddRange(submission.Items);
                submissions.Add(submission);
            }

            await Write(group, submissions).ConfigureAwait(false);
            group.Clear();
            submissions.Clear();
        }
    }

    private async Task Write(IReadOnlyList<T> group, List<Submission> submissions)
    {
        try
        {
            var next = await _write(group, _stop.Token).ConfigureAwait(false);
            foreach (var submission in submissions)
            {
                submission.Done.SetResult(next);
                next += submission.Items.Count;
            }
        }
        catch (Exception exception) when (submissions.Count > 1 && !DatabaseTrouble.IsOne(exception))
        {
            // Something that one caller brought cannot be written: the others are not to suffer for it.
            foreach (var submission in submissions)
                await Write(submission.Items, [submission]).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever went wrong belongs to the callers, each of whom gets it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var submission in submissions)
                submission.Done.SetException(exception);
        }
    }

    private sealed class Submission(IReadOnlyList<T> items)
    {
        public IReadOnlyList<T> Items { get; } = items;

        public TaskCompletionSource<long> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
