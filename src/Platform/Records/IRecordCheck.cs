namespace EcoPark.Platform.Records;

/// <summary>What only the data that the platform holds can say of a record before it is saved, beyond what the record says itself.</summary>
public interface IRecordCheck
{
    /// <summary><see cref="RecordType.Name"/> of the records that it looks at.</summary>
    string Type { get; }

    /// <returns>Why it must not be saved so; <see langword="null"/> where it may.</returns>
    Task<Problem?> Check(Record record, CancellationToken cancellationToken);
}
