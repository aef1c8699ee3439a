namespace EcoPark.Platform.Workflow;

/// <summary>Something that whoever takes a step must or may give.</summary>
/// <param name="Name">In programs.</param>
/// <param name="Label">Chinese.</param>
public sealed record FlowAsk(string Name, string Label)
{
    public bool IsRequired { get; init; }

    /// <summary>One of these; empty for a text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public int MaxLength { get; init; } = 1_000;

    /// <summary>What to do, where it is required and missing; made of the label where it is empty.</summary>
    public string Missing { get; init; } = "";

    internal Problem? Check(string given)
    {
        if (Choices.Count > 0 && (given.Length > 0 || IsRequired))
            return Choices.Contains(given) ? null : new Problem(Name, $"请选择{Label}。", Name);
        return given.Length > MaxLength || (IsRequired && given.Length == 0) ? new Problem(Name, Missing.Length > 0 ? Missing : $"请填写{Label}，至多 {MaxLength} 字。", Name) : null;
    }
}
