using EcoPark.Platform;

namespace EcoPark.Reports;

/// <summary>A report that a module brings; the kit makes page, print, files and API of it. Registered as a service of this type.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Chapter">Chapter of the guideline whose data it tells.</param>
/// <param name="Permission">On the data; asked for besides <see cref="ReportPermissions.View"/>.</param>
/// <param name="Make">Makes it for the actor, within the actor's scope.</param>
public sealed record ReportType(string Key, string Title, string Chapter, string Permission, MakeReport Make)
{
    /// <summary>Number in the list of forms, where it has one: R01 …</summary>
    public string Code { get; init; } = "";

    /// <summary>One line that says what it tells.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Periods that it is made for; empty for a report of now.</summary>
    public IReadOnlyList<ReportSpan> Spans { get; init; } = [];

    /// <summary>What it is made of: 排口, 企业, 站点; null for the park as the actor sees it.</summary>
    public ReportSubjects? Subjects { get; init; }
}

/// <summary>What reports of a type are made of.</summary>
/// <param name="Label">Chinese: 排口, 企业, 站点.</param>
/// <param name="List">All within the actor's scope, in the order in which they are offered.</param>
public sealed record ReportSubjects(string Label, Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<ReportSubject>>> List);

/// <summary>One of them.</summary>
/// <param name="Key">In the address.</param>
/// <param name="Group">Enterprise that it belongs to; empty for none.</param>
public sealed record ReportSubject(string Key, string Name, string Group = "")
{
    /// <summary>Whose report it is; 0 for the park's own.</summary>
    public int EnterpriseId { get; init; }

    /// <summary>Monitoring point that it is; 0 for none.</summary>
    public int PointId { get; init; }

    /// <summary>Enterprises as subjects, by id.</summary>
    public static IReadOnlyList<ReportSubject> OfEnterprises(IEnumerable<(int Id, string Name)> enterprises) => [.. enterprises.Select(one => new ReportSubject(one.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), one.Name) { EnterpriseId = one.Id })];

    /// <summary>As long as tables keep it.</summary>
    internal const int LongestName = 250;

    internal static string Fit(string name) => name.Length > LongestName ? name[..LongestName] : name;

    public string FullName => Group.Length == 0 || Group == Name ? Name : $"{Group} {Name}";
}

/// <summary>What is asked for.</summary>
/// <param name="Subject">Set where the type has subjects.</param>
/// <param name="Period">Set where the type has spans.</param>
public sealed record ReportRequest(ReportSubject? Subject, ReportPeriod? Period);

/// <returns>The report, or why there is none: <c>no-data</c> where the period has nothing.</returns>
public delegate Task<Outcome<Report>> MakeReport(IServiceProvider services, ReportRequest request, CancellationToken cancellationToken);
