namespace EcoPark.Telemetry.Readings;

/// <summary>One reading. Numbers that the telegram does not give are <see langword="null"/>.</summary>
[GenerateSerializer, Immutable, Alias("ecopark.reading")]
public readonly record struct Reading
{
    [Id(0)]
    public required SeriesId Series { get; init; }

    /// <summary>UTC; the instant, or the start of the period.</summary>
    [Id(1)]
    public required DateTime Time { get; init; }

    /// <summary>Rtd, Avg or Data: the measured value; for a rolled-up reading the mean by its rule.</summary>
    [Id(2)]
    public double? Value { get; init; }

    [Id(3)]
    public double? Min { get; init; }

    [Id(4)]
    public double? Max { get; init; }

    /// <summary>Cou: amount emitted or passed within the period.</summary>
    [Id(5)]
    public double? Total { get; init; }

    /// <summary>ZsRtd or ZsAvg: corrected (折算) concentration.</summary>
    [Id(6)]
    public double? Corrected { get; init; }

    [Id(7)]
    public double? CorrectedMin { get; init; }

    [Id(8)]
    public double? CorrectedMax { get; init; }

    /// <summary>Data flag, HJ 212-2017 table 8; '\0' where none was given.</summary>
    [Id(9)]
    public char Flag { get; init; }

    [Id(10)]
    public ReadingMarks Marks { get; init; }

    /// <summary>
    /// Decides between different contents for one series and time, whatever the order of arrival: QN in milliseconds, then a
    /// digest of the content. The same content has the same rank, so a repeat changes nothing.
    /// </summary>
    [Id(11)]
    public long Rank { get; init; }

    /// <summary>The telegram it was read from; 0 for rolled-up readings.</summary>
    [Id(12)]
    public long TelegramId { get; init; }

    /// <summary>Share of the period covered by valid finer readings, 0…1; rolled-up readings only.</summary>
    [Id(13)]
    public double? Coverage { get; init; }

    public Interval Interval => Series.Interval;

    /// <summary>The device says it was measured, whatever the figure: what looks for negative values and for those beyond a range looks at these.</summary>
    public bool IsMeasured => Value is not null && Flag is 'N' or '\0' && (Marks & ReadingMarks.Invalidating & ~ReadingMarks.Implausible) == 0;

    /// <summary>May stand in a mean: flag N or none, a finite value, and no mark that forbids it.</summary>
    public bool IsValid => Value is not null && Flag is 'N' or '\0' && (Marks & ReadingMarks.Invalidating) == 0;
}

/// <summary>What the platform has to say about a reading.</summary>
[Flags]
public enum ReadingMarks : short
{
    None = 0,

    /// <summary>补传: came late, was asked for, or says so itself (RF=1).</summary>
    Backfill = 1 << 0,

    /// <summary>The value is not a finite decimal number; see the telegram.</summary>
    Unreadable = 1 << 1,

    /// <summary>The value is none that the factor can have (negative concentration, beyond <see cref="Standards.PlausibleRange"/>, |x| &gt; 1e12).</summary>
    Implausible = 1 << 2,

    /// <summary>Rolled up from less than the standard asks for.</summary>
    Insufficient = 1 << 3,

    /// <summary>Arithmetic mean because flow for the weighted mean was missing.</summary>
    Unweighted = 1 << 4,

    /// <summary>审核：a person has found it not valid.</summary>
    Rejected = 1 << 5,

    /// <summary>审核：the value was replaced by a person.</summary>
    Replaced = 1 << 6,

    /// <summary>审核：the review was taken back; the reading counts for nothing.</summary>
    Withdrawn = 1 << 7,

    /// <summary>The device's clock was wrong; the time was put right by a person.</summary>
    TimeCorrected = 1 << 8,

    Invalidating = Unreadable | Implausible | Insufficient | Rejected | Withdrawn,
}
