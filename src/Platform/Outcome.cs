namespace EcoPark.Platform;

/// <summary>An expected failure, told to people in Chinese: what happened and what to do.</summary>
/// <param name="Code">Stable English code for programs.</param>
/// <param name="Message">Chinese text for people.</param>
/// <param name="Field">Field at fault, where there is one.</param>
public sealed record Problem(string Code, string Message, string? Field = null);

/// <summary>A value, or the reason why there is none.</summary>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public Problem? Problem { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Problem is null;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}
