using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>A background that readings were judged by stays what it was.</summary>
internal sealed class BackgroundCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => LdarBackgroundType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var background = (LdarBackground)record;
        if (background.Id == 0)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var before = await db.Set<LdarBackground>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == background.Id, cancellationToken).ConfigureAwait(false);
        return before is null || (before.UnitId, before.InstrumentId, before.At, before.Ppm) == (background.UnitId, background.InstrumentId, background.At, background.Ppm) ? null
            : await InUse(db, before, "不能再改", cancellationToken).ConfigureAwait(false);
    }

    public async Task<Problem?> CheckDeletion(Record record, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await InUse(db, (LdarBackground)record, "不能删除", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Problem?> InUse(ParkDb db, LdarBackground background, string what, CancellationToken cancellationToken)
    {
        var surveys = db.Set<LdarSurvey>().AsNoTracking().Where(one => one.UnitId == background.UnitId && one.InstrumentId == background.InstrumentId && one.Day == background.Day).Select(one => one.Id);
        var readings = await db.Set<LdarReading>().AsNoTracking().CountAsync(one => surveys.Contains(one.SurveyId) && one.At >= background.At, cancellationToken).ConfigureAwait(false);
        return readings == 0 ? null : new("used", $"当日已有 {readings} 条检测按它算了净检值，{what}；请先处理这些检测。", "ppm");
    }
}
