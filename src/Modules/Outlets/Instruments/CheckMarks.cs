using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Instruments;

/// <summary>Checks and calibrations of instruments, for the curves of their outlets.</summary>
internal sealed class CheckMarks(IDbContextFactory<ParkDb> databases)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<ChartMark>> Read(IReadOnlyCollection<int> points, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(OutletPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var checks = await db.Set<InstrumentCheck>().AsNoTracking()
            .Where(check => check.CheckedAt >= from && check.CheckedAt < to && db.Set<OutletFiling>().Any(filing => filing.Id == check.FilingId && points.Contains(filing.PointId)))
            .OrderByDescending(check => check.CheckedAt).Take(Most).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. checks.Select(check =>
            {
                var (at, outcome) = (ChartTime.Of(check.CheckedAt!.Value), CheckJudge.Judge(check));
                return new ChartMark(at, at, check.Kind, $"{check.Factor} {outcome.Error} {outcome.Words}".Trim(), outcome.State == CheckState.Failed ? "#d32f2f" : "#2e7d32", $"/records/{InstrumentCheckType.Name}/{check.Id}");
            }),
        ];
    }
}
