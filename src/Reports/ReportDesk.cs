using EcoPark.Platform;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;

namespace EcoPark.Reports;

/// <summary>A report that was made just now.</summary>
/// <param name="MadeAt">UTC.</param>
public sealed record MadeReport(ReportType Type, ReportRequest Request, Report Report, DateTime MadeAt)
{
    /// <summary>As it goes to paper and into files.</summary>
    public PrintedReport Printed => new(Report, FileName, MadeAt);

    /// <summary>Of a file, without its ending.</summary>
    public string FileName => string.Join('_', new[] { Type.Title, Request.Subject is { } subject ? ReportSubject.Fit(subject.FullName) : null, Request.Period?.Key }.OfType<string>().Select(Clean));

    private static string Clean(string text) => new([.. text.Select(letter => Path.GetInvalidFileNameChars().Contains(letter) || "\\/:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '-' : letter)]);
}

/// <summary>A report as it goes to paper and into files.</summary>
/// <param name="FileName">Without its ending.</param>
/// <param name="MadeAt">UTC.</param>
/// <param name="Number">In the archive; empty for one that is not kept.</param>
public sealed record PrintedReport(Report Report, string FileName, DateTime MadeAt, string Number = "");

/// <summary>Makes reports for the actor: asks for the permissions, reads the parameters, keeps to what lies within the actor's scope.</summary>
public sealed class ReportDesk(IEnumerable<ReportType> types, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Those that the actor may have.</summary>
    public IReadOnlyList<ReportType> Types => [.. types.Where(Mine)];

    /// <summary>Null where there is none, or not for the actor.</summary>
    public ReportType? Find(string key) => types.FirstOrDefault(type => type.Key == key && Mine(type));

    /// <summary>What a report of a type can be made of; empty where it is made of the park.</summary>
    public async Task<IReadOnlyList<ReportSubject>> Subjects(ReportType type, CancellationToken cancellationToken) =>
        type.Subjects is { } subjects && Mine(type) ? await subjects.List(services, cancellationToken).ConfigureAwait(false) : [];

    /// <param name="subject">Key of a subject; of the only one where it is empty and there is but one.</param>
    /// <param name="period">See <see cref="ReportPeriod.Key"/>.</param>
    public async Task<Outcome<MadeReport>> Make(string key, string? subject, string? period, CancellationToken cancellationToken)
    {
        if (Find(key) is not { } type)
            return new Problem("not-found", "没有这份报表，或者您没有查看它的权限。");
        var request = await Read(type, subject, period, cancellationToken).ConfigureAwait(false);
        if (!request.IsOk)
            return request.Problem;
        var report = await type.Make(services, request.Value, cancellationToken).ConfigureAwait(false);
        return report.IsOk ? new MadeReport(type, request.Value, report.Value, clock.UtcNow()) : report.Problem;
    }

    private async Task<Outcome<ReportRequest>> Read(ReportType type, string? subject, string? period, CancellationToken cancellationToken)
    {
        ReportSubject? found = null;
        if (type.Subjects is { } subjects)
        {
            if (string.IsNullOrEmpty(subject))
                return new Problem("subject", $"请选择{subjects.Label}。", "subject");
            found = (await subjects.List(services, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Key == subject);
            if (found is null)
                return new Problem("not-found", $"没有编号为“{subject}”的{subjects.Label}，或者不在您的权限范围内。", "subject");
        }

        if (type.Spans.Count == 0)
            return new ReportRequest(found, null);
        var read = ReportPeriod.Parse(period, type.Spans, DateOnly.FromDateTime(clock.ParkNow()));
        return read.IsOk ? new ReportRequest(found, read.Value) : read.Problem;
    }

    private static bool Mine(ReportType type) => Actor.Current.May(ReportPermissions.View) && Actor.Current.May(type.Permission);
}
