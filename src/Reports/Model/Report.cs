namespace EcoPark.Reports;

/// <summary>What a report says, in no file format: page, print, Excel, Word, PDF, CSV and the API are made of it.</summary>
/// <param name="Title">Of the form, Chinese.</param>
public sealed record Report(string Title)
{
    /// <summary>Above the tables: enterprise, outlet, period, totals.</summary>
    public IReadOnlyList<ReportFact> Facts { get; init; } = [];

    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>What is missing, replaced or not certain.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>Data that were due have not come: a timer may wait for them.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>What people have corrected since it was issued: where, from what to what, who, when and why.</summary>
    public IReadOnlyList<string> Amendments { get; init; } = [];

    /// <summary>Rules that the figures rest on.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];

    /// <summary>On the data that it tells, where they are not those of its type; whoever looks at it in the archive is asked for it.</summary>
    public string Permission { get; init; } = "";

    /// <summary>The enterprise that all of it is about, and that may read it in the archive; 0: the park alone, as where what it tells of has changed hands.</summary>
    public int EnterpriseId { get; init; }

    /// <summary>Labels of the lines to sign.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];
}

/// <summary>A line above the tables.</summary>
public sealed record ReportFact(string Label, string Value);

/// <summary>A table.</summary>
/// <param name="Title">Chinese; of at most 31 letters where it is to name a sheet.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>.</param>
public sealed record ReportTable(string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows)
{
    /// <summary>Means, extremes and sums below the rows.</summary>
    public IReadOnlyList<ReportFoot> Foot { get; init; } = [];

    /// <summary>What its marks mean.</summary>
    public string Note { get; init; } = "";

    /// <summary>Some column stands under a heading that several share.</summary>
    public bool HasGroups => Columns.Any(column => column.Group.Length > 0);
}

/// <summary>A column.</summary>
/// <param name="Group">Heading that it shares with its neighbours; empty for none.</param>
/// <param name="Decimals">Places that numbers are rounded to by GB/T 8170; null for a column of words.</param>
public sealed record ReportColumn(string Heading, string Group = "", string Unit = "", int? Decimals = null)
{
    public bool IsNumber => Decimals is not null;
}
