namespace EcoPark.Platform.Sheets;

/// <summary>A file of rows that somebody has uploaded: an xlsx workbook, or text with separators.</summary>
/// <param name="Name">Its extension says which.</param>
/// <param name="Content">As uploaded.</param>
public sealed record SheetFile(string Name, byte[] Content)
{
    /// <summary>Extensions that are taken, for a browser's file dialog.</summary>
    public const string Accepted = ".xlsx,.csv";

    /// <summary>UTF-8 or GBK text.</summary>
    public bool IsText => Path.GetExtension(Name).Equals(".csv", StringComparison.OrdinalIgnoreCase) || Path.GetExtension(Name).Equals(".txt", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A table whose rows are read as they are asked for, each time from the beginning.</summary>
/// <param name="Headings">Of the first row.</param>
/// <param name="Rows">Those that are not blank. Reading them throws <see cref="SheetBrokenException"/> where the file is broken inside.</param>
public sealed record SheetStream(IReadOnlyList<string> Headings, IEnumerable<SheetRow> Rows);

/// <summary>A file turned out to be broken, or too long, while it was being read.</summary>
public sealed class SheetBrokenException : Exception
{
    public SheetBrokenException(Problem problem)
        : base(problem.Message) => Problem = problem;

    public SheetBrokenException(Problem problem, Exception inner)
        : base(problem.Message, inner) => Problem = problem;

    /// <summary>What to tell whoever uploaded it.</summary>
    public Problem Problem { get; }
}
