using System.Collections.Concurrent;

namespace EcoPark.Platform.Jobs;

/// <summary>How a job of this node is doing. Times are UTC.</summary>
/// <param name="Name">Stable name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Schedule">When it runs, in words.</param>
public sealed record JobState(string Name, string Title, string Schedule)
{
    public DateTime? BegunAt { get; init; }

    public DateTime? SucceededAt { get; init; }

    /// <summary>Of the last run that succeeded.</summary>
    public TimeSpan? Took { get; init; }

    public DateTime? FailedAt { get; init; }

    /// <summary>Why the last failed run failed.</summary>
    public string Failure { get; init; } = "";

    /// <summary>Failures since the last success.</summary>
    public int FailuresInRow { get; init; }

    /// <summary>Failures since the start of the process.</summary>
    public long Failures { get; init; }

    public long Runs { get; init; }

    public DateTime? NextAt { get; init; }

    /// <summary>Another node does it.</summary>
    public bool IsElsewhere { get; init; }

    public bool IsRunning { get; init; }
}

/// <summary>The jobs of this node and how each is doing.</summary>
public sealed class JobBoard
{
    private readonly ConcurrentDictionary<string, JobState> _states = new(StringComparer.Ordinal);

    public IReadOnlyList<JobState> All => [.. _states.Values.OrderBy(state => state.Name, StringComparer.Ordinal)];

    internal void Post(JobState first, Func<JobState, JobState> change) =>
        _states.AddOrUpdate(first.Name, _ => change(first), (_, state) => change(state));
}
