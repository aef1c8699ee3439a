namespace EcoPark.Platform.Records;

/// <summary>
/// A line that belongs to a record, such as an item of a waste manifest. It is entered, imported, exported and kept in the history with its
/// record and never without it.
/// </summary>
public abstract class RecordRow
{
    public int Id { get; set; }

    /// <summary>The record.</summary>
    public int ParentId { get; set; }

    /// <summary>Order among the rows of the record, from 0.</summary>
    public int Position { get; set; }
}
