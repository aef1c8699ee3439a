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
public sealed record SheetStream(IReadOnlyList<string> Headings, IEnumerable<SheetRow> Rows)
{
    /// <summary>Which sheet it is, and what else the workbook has; empty of a text.</summary>
    public SheetPlace Place { get; init; } = SheetPlace.Text;
}

/// <summary>Where in a workbook a table stands.</summary>
/// <param name="Name">Name of its sheet.</param>
/// <param name="Others">Other sheets that a person sees; they were not read.</param>
/// <param name="Hidden">Hidden sheets; they are never read unless named.</param>
/// <param name="Is1904">Plain numbers that are dates count from 1904.</param>
public sealed record SheetPlace(string Name, IReadOnlyList<string> Others, IReadOnlyList<string> Hidden, bool Is1904)
{
    internal static readonly SheetPlace Text = new("", [], [], false);
}

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
