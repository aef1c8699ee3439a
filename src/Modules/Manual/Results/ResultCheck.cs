using EcoPark.Contracts;
using EcoPark.Modules.Manual.Points;
using EcoPark.Modules.Manual.Reports;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Results;

/// <summary>Judges a result when it is saved or imported, and keeps what the park has in its hands.</summary>
internal sealed class ResultCheck(IDbContextFactory<ParkDb> databases, IPermitBook permits) : IRecordCheck
{
    public string Type => ManualSampleType.Name;

    public Task<Problem?> Check(Record record, CancellationToken cancellationToken) => Check((ManualSample)record, new Grounds(databases, permits), cancellationToken);

    public async Task<Problem?> CheckDeletion(Record record, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var report = ((ManualSample)record).ReportId;
        return ReportCheck.Fixed(await db.Set<ManualReport>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == report, cancellationToken).ConfigureAwait(false));
    }

    public IRecordCheck ForMany() => new Import(this, new Grounds(databases, permits));

    private async Task<Problem?> Check(ManualSample result, Grounds grounds, CancellationToken cancellationToken)
    {
        if (await grounds.Of(result, cancellationToken).ConfigureAwait(false) is not { } ground)
            return new("ground", "没有这份监测报告或这个监测点位，或它已被删除。", "reportId");
        return ReportCheck.Fixed(ground.Report) ?? await MayLeave(result, cancellationToken).ConfigureAwait(false) ?? ResultRules.Fill(result, ground);
    }

    /// <summary>Out of the report that it stood in before.</summary>
    private async Task<Problem?> MayLeave(ManualSample result, CancellationToken cancellationToken)
    {
        if (result.Id == 0)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return ReportCheck.Fixed(await (from one in db.Set<ManualSample>().AsNoTracking() where one.Id == result.Id join report in db.Set<ManualReport>().AsNoTracking() on one.ReportId equals report.Id select report)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false));
    }

    private sealed class Import(ResultCheck check, Grounds grounds) : IRecordCheck
    {
        public string Type => ManualSampleType.Name;

        public Task<Problem?> Check(Record record, CancellationToken cancellationToken) => check.Check((ManualSample)record, grounds, cancellationToken);
    }

    /// <summary>Points, reports, laboratories and limits, each read once.</summary>
    private sealed class Grounds(IDbContextFactory<ParkDb> databases, IPermitBook permits)
    {
        private readonly Dictionary<int, ManualPoint?> _points = [];
        private readonly Dictionary<int, (ManualReport Report, Laboratory? Laboratory)?> _reports = [];
        private ILookup<PermitOutletId, KnownLimit>? _limits;

        public async Task<ResultGround?> Of(ManualSample result, CancellationToken cancellationToken)
        {
            if (!_points.TryGetValue(result.PointId, out var point) || !_reports.ContainsKey(result.ReportId))
            {
                await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
                _points[result.PointId] = point = await db.Set<ManualPoint>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == result.PointId, cancellationToken).ConfigureAwait(false);
                var report = await db.Set<ManualReport>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == result.ReportId, cancellationToken).ConfigureAwait(false);
                _reports[result.ReportId] = report is null ? null : (report, await db.Set<Laboratory>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == report.LaboratoryId, cancellationToken).ConfigureAwait(false));
            }

            if (point is null || _reports[result.ReportId] is not { } found)
                return null;
            _limits ??= (await permits.Read(cancellationToken).ConfigureAwait(false)).Limits.ToLookup(limit => limit.OutletId);
            return new(point, found.Report, found.Laboratory, point.PermitOutletId is { } outlet ? [.. _limits[new PermitOutletId(outlet)]] : []);
        }
    }
}
