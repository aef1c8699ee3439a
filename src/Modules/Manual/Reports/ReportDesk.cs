using EcoPark.Modules.Manual.Results;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Reports;

/// <summary>A report with what stands in it.</summary>
public sealed record ReportView(ManualReport Report, string Enterprise, string Laboratory, IReadOnlyList<ReportedResult> Results, IReadOnlyList<FlowLine> Lines);

/// <summary>A result with the name of its point.</summary>
public sealed record ReportedResult(ManualSample Result, string Point);

/// <summary>Where people look at a report and take its steps.</summary>
public sealed class ReportDesk(IDbContextFactory<ParkDb> databases, FlowDesk desk, FlowReader flows)
{
    /// <summary>Results that one report shows.</summary>
    private const int MostResults = 1_000;

    /// <summary><see langword="null"/> where the actor may not see it.</summary>
    public async Task<ReportView?> Find(int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(ManualPermissions.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await (from report in db.Set<ManualReport>().AsNoTracking()
                           where report.Id == id
                           join owner in db.Set<Platform.Enterprises.Enterprise>() on report.EnterpriseId equals owner.Id
                           select new { report, owner.Name }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (found is null)
            return null;
        var laboratory = await db.Set<Laboratory>().AsNoTracking().Where(one => one.Id == found.report.LaboratoryId).Select(one => one.Name).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        var results = await (from result in db.Set<ManualSample>().AsNoTracking()
                             where result.ReportId == id
                             join point in db.Set<Points.ManualPoint>() on result.PointId equals point.Id
                             orderby point.Code, result.Factor, result.At, result.Sample
                             select new { result, point.Name }).Take(MostResults).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(found.report, found.Name, laboratory ?? "", [.. results.Select(one => new ReportedResult(one.result, one.Name))], await flows.Lines(ReportFlow.Subject, id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Refused where nothing stands in it.</summary>
    public async Task<Outcome<ManualReport>> Submit(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<ManualReport>().AnyAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) && !await db.Set<ManualSample>().AnyAsync(one => one.ReportId == id, cancellationToken).ConfigureAwait(false)
            ? new Problem("empty", "这份报告还没有监测结果，请先登记或导入结果再提交。")
            : await desk.Take(ReportFlow.Life, ReportFlow.Submit, id, new Dictionary<string, string>(), cancellationToken).ConfigureAwait(false);
    }

    public Task<Outcome<ManualReport>> Approve(int id, CancellationToken cancellationToken) => desk.Take(ReportFlow.Life, ReportFlow.Approve, id, new Dictionary<string, string>(), cancellationToken);

    public Task<Outcome<ManualReport>> Return(int id, string remark, CancellationToken cancellationToken) =>
        desk.Take(ReportFlow.Life, ReportFlow.Return, id, new Dictionary<string, string> { [ReportFlow.Remark] = remark }, cancellationToken);
}
