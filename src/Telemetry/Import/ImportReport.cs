namespace EcoPark.Telemetry.Import;

/// <summary>A cell that was not taken.</summary>
/// <param name="Row">As the file counts.</param>
/// <param name="Column">Heading.</param>
/// <param name="Text">As written.</param>
/// <param name="Reason">Chinese.</param>
public sealed record BadCell(int Row, string Column, string Text, string Reason);

/// <summary>What came of an import.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Written">Readings that are new or differ from what was imported before.</param>
/// <param name="Unchanged">Readings that were there already.</param>
/// <param name="Missing">Cells that say that nothing was measured; they stay gaps.</param>
/// <param name="Bad">How many cells were not taken.</param>
/// <param name="BadCells">The first of them.</param>
/// <param name="From">UTC, first time.</param>
/// <param name="To">UTC, last time.</param>
public sealed record ImportReport(int Rows, int Written, int Unchanged, int Missing, int Bad, IReadOnlyList<BadCell> BadCells, DateTime? From, DateTime? To)
{
    /// <summary>What the columns were taken for: heading, factor and unit.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Headings of columns that were not imported because nobody knows what they hold.</summary>
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>What a person should know: sheet, meaning of the times, columns with impossible values; Chinese.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Bad cells that are listed one by one.</summary>
    public const int MostListed = 1_000;
}
