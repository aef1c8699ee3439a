namespace EcoPark.Platform.Sheets;

/// <summary>What is wrong in a cell, or in a row as a whole.</summary>
/// <param name="Row">As Excel counts: the first row below the headings is 2.</param>
/// <param name="Heading">Column; empty for the row as a whole.</param>
/// <param name="Message">What is wrong and what to enter.</param>
public sealed record CellProblem(int Row, string Heading, string Message);

/// <summary>How far an import is.</summary>
/// <param name="IsSaving">False while it only checks.</param>
/// <param name="Rows">Rows that were dealt with.</param>
public sealed record ImportProgress(bool IsSaving, int Rows);

/// <summary>What an import did, or would do.</summary>
/// <param name="IsDone">Records were saved.</param>
/// <param name="Rows">Rows of the sheet.</param>
/// <param name="Added">New records.</param>
/// <param name="Changed">Records that were there and got new content.</param>
/// <param name="Unchanged">Records that say the same already.</param>
/// <param name="BadRows">Rows that are not taken.</param>
/// <param name="Problems">All that is wrong, in the order of the rows, up to <see cref="MostProblems"/>.</param>
public sealed record ImportReport(bool IsDone, int Rows, int Added, int Changed, int Unchanged, int BadRows, IReadOnlyList<CellProblem> Problems)
{
    /// <summary>Problems beyond which they are only counted.</summary>
    public const int MostProblems = 20_000;

    /// <summary>Problems that are not listed.</summary>
    public int Untold { get; init; }

    /// <summary>It was stopped on the way: what was saved by then stays, unless all or nothing was wanted.</summary>
    public bool IsCancelled { get; init; }
}
