namespace EcoPark.Platform.Records;

/// <summary>What only the data that the platform holds can say of a record before it is saved, beyond what the record says itself.</summary>
public interface IRecordCheck
{
    /// <summary><see cref="RecordType.Name"/> of the records that it looks at.</summary>
    string Type { get; }

    /// <summary>Looks at it before it is saved; it may fill in stored fields that rest on other records, whose work function then leaves them as they are.</summary>
    /// <returns>Why it must not be saved so; <see langword="null"/> where it may.</returns>
    Task<Problem?> Check(Record record, CancellationToken cancellationToken);

    /// <returns>Why it must not be deleted; <see langword="null"/> where it may.</returns>
    Task<Problem?> CheckDeletion(Record record, CancellationToken cancellationToken) => Task.FromResult<Problem?>(null);

    /// <returns>Why no document may be taken off the record; <see langword="null"/> where one may.</returns>
    Task<Problem?> CheckRemoval(int recordId, CancellationToken cancellationToken) => Task.FromResult<Problem?>(null);

    /// <summary>
    /// The same for records that are looked at one after another before they are in the database, such as the rows of an import: one that rests on others
    /// remembers what it has let pass. It may be shown the same record twice.
    /// </summary>
    IRecordCheck ForMany() => this;
}
