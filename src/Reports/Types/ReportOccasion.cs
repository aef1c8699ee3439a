namespace EcoPark.Reports;

/// <summary>Something that happens to subjects of reports, and on which a timer makes one. A room brings it as a service.</summary>
/// <param name="Every">Which it is: <see cref="OnExceedance"/>, <see cref="OnOffline"/>.</param>
/// <param name="Found">What the platform found in a span of time, from its begin (UTC) to before its end.</param>
public sealed record ReportOccasion(string Every, FindHappenings Found)
{
    public const string OnExceedance = "超标时";

    public const string OnOffline = "断线时";

    /// <summary>As timers offer them.</summary>
    public static readonly IReadOnlyList<string> All = [OnExceedance, OnOffline];
}

/// <summary>Finds what happened, within the actor's scope; each only once, in any order.</summary>
public delegate Task<IReadOnlyList<Happening>> FindHappenings(IServiceProvider services, DateTime from, DateTime to, CancellationToken cancellationToken);

/// <summary>It has happened.</summary>
/// <param name="Day">Of the park, on which it began: the day that is reported.</param>
/// <param name="EnterpriseId">0 for the park's own.</param>
public sealed record Happening(DateOnly Day, int PointId, int EnterpriseId)
{
    /// <summary>To a point alone, to whatever belongs to its enterprise, or to the park that it lies in.</summary>
    public bool Concerns(ReportSubject subject) => subject.PointId > 0 ? subject.PointId == PointId : subject.EnterpriseId == 0 || subject.EnterpriseId == EnterpriseId;
}
