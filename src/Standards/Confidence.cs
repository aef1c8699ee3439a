namespace EcoPark.Standards;

/// <summary>How sure we are that a figure or rule is what the standard says.</summary>
public enum Confidence
{
    /// <summary>Written down from memory: to be checked against the document before it is relied on (待核对).</summary>
    Recalled,

    /// <summary>Seen in a looked-up source.</summary>
    Verified,
}

/// <summary>Where a figure was seen.</summary>
public enum SourceKind
{
    Memory,

    /// <summary>A transcription, a page or code quoting the standard.</summary>
    Secondary,

    /// <summary>The standard's own text or scan.</summary>
    PrimaryText,

    /// <summary>Entered by the park: permit, park-local limit, agreement.</summary>
    Caller,
}
