using EcoPark.Platform.Security;

namespace EcoPark.Platform.Workflow;

/// <summary>Somebody takes a step.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Now">When, UTC.</param>
/// <param name="Given">What they gave, by the names of the step's <see cref="FlowAsk"/>s.</param>
public sealed record FlowTurn(Actor Actor, DateTime Now, IReadOnlyDictionary<string, string> Given)
{
    /// <summary>Deadline that they set for the state after it, UTC; <see langword="null"/> for that of the description.</summary>
    public DateTime? Due { get; init; }

    public string this[string name] => Given.GetValueOrDefault(name, "").Trim();
}
