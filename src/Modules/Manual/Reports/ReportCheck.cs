using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Reports;

/// <summary>What an enterprise has handed in is not its to change until the park returns it.</summary>
internal sealed class ReportCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => ManualReportType.Name;

    public Task<Problem?> Check(Record record, CancellationToken cancellationToken) => CheckRemoval(record.Id, cancellationToken);

    public Task<Problem?> CheckDeletion(Record record, CancellationToken cancellationToken) => CheckRemoval(record.Id, cancellationToken);

    /// <summary>The laboratory's document is what the park has approved.</summary>
    public async Task<Problem?> CheckRemoval(int recordId, CancellationToken cancellationToken)
    {
        if (recordId == 0 || Actor.Current.EnterpriseId is null)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return Fixed(await db.Set<ManualReport>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == recordId, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Why the enterprise cannot change a report, or what stands in it.</summary>
    public static Problem? Fixed(ManualReport? report) => Actor.Current.EnterpriseId is not null && report?.Stage is ReportStage.Submitted or ReportStage.Approved
        ? new("submitted", $"监测报告 {report.Number} {ManualReportType.States[report.Stage]}，不能再改；需要更正请联系园区退回。", "reportId") : null;
}
