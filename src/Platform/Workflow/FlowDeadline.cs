namespace EcoPark.Platform.Workflow;

/// <summary>What happens when a moment passes: a line in the time line and a notice.</summary>
/// <param name="Action">Chinese, in the time line: 说明逾期.</param>
/// <param name="Event">Of the notice.</param>
/// <param name="Text">What is said; the instant is now.</param>
public sealed record FlowPassing<T>(string Action, string Event, Func<T, DateTime, string> Text);

/// <summary>Until when a state must be left, and what happens on the way: a reminder before, a word when it is over, and others who are told when it stays so.</summary>
/// <param name="State">The state.</param>
public sealed record FlowDeadline<T, TState>(TState State)
    where TState : struct, Enum
{
    /// <summary>From entering the state, see <see cref="Time.WorkingDays.After"/>; <see langword="null"/> where whoever brings it there sets the deadline.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>How long before the deadline it is reminded of; not where the state was entered later than that.</summary>
    public TimeSpan RemindsBefore { get; init; }

    public FlowPassing<T>? Reminder { get; init; }

    public required FlowPassing<T> Overdue { get; init; }

    /// <summary>How long after the deadline others are told.</summary>
    public TimeSpan EscalatesAfter { get; init; }

    public FlowPassing<T>? Escalation { get; init; }

    /// <summary>What lies ahead of a deadline, in order.</summary>
    internal IEnumerable<(DateTime At, FlowPassing<T> Passing)> Passings(DateTime due)
    {
        if (Reminder is not null)
            yield return (due - RemindsBefore, Reminder);
        yield return (due, Overdue);
        if (Escalation is not null)
            yield return (due + EscalatesAfter, Escalation);
    }
}
