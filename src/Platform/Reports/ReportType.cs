namespace EcoPark.Platform.Reports;

/// <summary>A report that a module brings. The seam alone: pages, workbooks, documents, timer and archive come with the kit of the reports.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Permission">Given to those who have it.</param>
/// <param name="Make">Makes it for the actor, from the words of the address.</param>
public sealed record ReportType(string Key, string Title, string Permission, MakeReport Make);

/// <param name="services">Services of the host.</param>
/// <param name="parameters">Name → value.</param>
/// <param name="cancellationToken">Ends it.</param>
/// <returns>The report, or what is wrong with the parameters.</returns>
public delegate Task<Outcome<Report>> MakeReport(IServiceProvider services, IReadOnlyDictionary<string, string> parameters, CancellationToken cancellationToken);

/// <summary>What a report says.</summary>
public sealed record Report(IReadOnlyList<ReportTable> Tables);

/// <summary>A table of a report.</summary>
/// <param name="Title">Chinese.</param>
/// <param name="Columns">Chinese headings, with units.</param>
/// <param name="Rows">Each as long as <paramref name="Columns"/>; <see langword="null"/> where there is no value.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
