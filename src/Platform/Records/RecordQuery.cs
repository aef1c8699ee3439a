namespace EcoPark.Platform.Records;

/// <summary>What of a list is wanted.</summary>
public sealed record RecordQuery
{
    /// <summary>Looked for in the searched fields.</summary>
    public string? Text { get; init; }

    /// <summary>Field name → what it must be: a word for choices and codes (a code stands for all below it), an id for references, part of a text, or <c>from..to</c> for numbers, days, instants and times of day.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    /// <summary>Field name; newest first without one.</summary>
    public string? Sort { get; init; }

    public bool IsDescending { get; init; }

    public int Skip { get; init; }

    public int Take { get; init; } = 20;

    /// <summary>Deleted records instead of those that are.</summary>
    public bool IsDeleted { get; init; }
}

/// <summary>A record as it is shown.</summary>
/// <param name="Values">By field name, typed; fields without a value are missing.</param>
/// <param name="Texts">The same for people: titles instead of ids, names beside codes.</param>
public sealed record RecordView(
    int Id, int Revision, string Title, DateTime UpdatedAt, string UpdatedBy, DateTime? DeletedAt, string DeletedWhy,
    IReadOnlyDictionary<string, object?> Values, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Of fields that hold rows, the rows' texts cell by cell; <see langword="null"/> where there are none.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>? RowTexts { get; init; }
}
