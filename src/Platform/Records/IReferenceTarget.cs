using EcoPark.Platform.Data;

namespace EcoPark.Platform.Records;

/// <summary>What a field may refer to: every record type, and what other rooms keep in tables of their own, such as points and devices.</summary>
public interface IReferenceTarget
{
    /// <summary>By which fields name it.</summary>
    string Name { get; }

    /// <summary>Chinese.</summary>
    string Title { get; }

    /// <summary>The table behind the foreign key.</summary>
    Type Entity { get; }

    /// <summary>Whether the actor may look for one.</summary>
    bool IsVisible { get; }

    /// <summary>Those with these ids, within the actor's scope.</summary>
    Task<IReadOnlyList<RecordTitle>> Titles(ParkDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken);

    /// <summary>Those with these titles, within the actor's scope.</summary>
    Task<IReadOnlyList<RecordTitle>> ByTitles(ParkDb db, IReadOnlyCollection<string> titles, CancellationToken cancellationToken);

    /// <summary>Some whose title has the text, to choose from.</summary>
    Task<IReadOnlyList<RecordTitle>> Choose(ParkDb db, string? text, int most, CancellationToken cancellationToken);
}
