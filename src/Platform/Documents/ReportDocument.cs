namespace EcoPark.Platform.Documents;

/// <summary>A report as people hand it in; written as Word or PDF.</summary>
/// <param name="Title">On the first page.</param>
/// <param name="Blocks">From top to bottom.</param>
public sealed record ReportDocument(string Title, IReadOnlyList<ReportBlock> Blocks);

/// <summary>A part of a report.</summary>
public abstract record ReportBlock;

/// <summary>A heading.</summary>
public sealed record ReportHeading(string Text) : ReportBlock;

/// <summary>A paragraph.</summary>
public sealed record ReportText(string Text) : ReportBlock;

/// <summary>A table whose first row is repeated on each page.</summary>
/// <param name="Columns">Headings, with their share of the width.</param>
/// <param name="Rows">Texts, one a column.</param>
public sealed record ReportTable(IReadOnlyList<(string Heading, int Share)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ReportBlock;
