namespace EcoPark.Platform.Workflow;

/// <summary>Whose step it is, beside the permission.</summary>
public enum FlowSide
{
    /// <summary>Of everybody who has the permission.</summary>
    Any = 0,

    /// <summary>Of the park's people alone.</summary>
    Park = 1,

    /// <summary>Of the enterprise's people alone.</summary>
    Enterprise = 2,
}

/// <summary>A step from one state to another, or within one.</summary>
/// <param name="Name">Stable, in programs and statistics.</param>
/// <param name="Title">Chinese, a verb: 确认.</param>
public sealed record FlowStep<T, TState>(string Name, string Title)
    where T : class, IFlowing
    where TState : struct, Enum
{
    /// <summary>States that it can be taken from.</summary>
    public required IReadOnlyList<TState> From { get; init; }

    /// <summary>State after it; <see langword="null"/> where it stays.</summary>
    public TState? To { get; init; }

    /// <summary>What whoever takes it must be permitted.</summary>
    public required Func<T, string> Permission { get; init; }

    public FlowSide Side { get; init; }

    /// <summary>What must be given.</summary>
    public IReadOnlyList<FlowAsk> Asks { get; init; } = [];

    /// <summary>Why it cannot be taken although the state is right; <see langword="null"/> where it can.</summary>
    public Func<T, FlowTurn, Problem?> When { get; init; } = (_, _) => null;

    /// <summary>Why it cannot be taken from the present state, for whoever was slower.</summary>
    public Func<T, Problem?> TooLate { get; init; } = _ => null;

    /// <summary>What it writes into the subject beside the state.</summary>
    public Action<T, FlowTurn> Write { get; init; } = (_, _) => { };

    /// <summary>Its line in the time line.</summary>
    public Func<T, FlowTurn, string> Says { get; init; } = (_, turn) => string.Join("；", turn.Given.Values.Where(one => one.Length > 0));

    /// <summary>Event of the notice that it makes; empty for none.</summary>
    public string Event { get; init; } = "";

    /// <summary>The only person whom the notice is for; <see langword="null"/> for all who subscribe.</summary>
    public Func<T, int?> ToldTo { get; init; } = _ => null;

    /// <summary>Words of the notice; those of the time line where they are empty.</summary>
    public Func<T, FlowTurn, string> Tells { get; init; } = (_, _) => "";

    /// <summary>The park's own affair: enterprises do not see it in the time line.</summary>
    public bool IsInternal { get; init; }
}
