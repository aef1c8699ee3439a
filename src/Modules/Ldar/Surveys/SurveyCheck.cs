using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>Unit, instrument, day and calibration of a survey stay once readings rest on them.</summary>
internal sealed class SurveyCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => LdarSurveyType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var survey = (LdarSurvey)record;
        if (survey.Id == 0)
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var before = await db.Set<LdarSurvey>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == survey.Id, cancellationToken).ConfigureAwait(false);
        if (before is null || (before.UnitId, before.InstrumentId, before.Day, before.CalibratedAt) == (survey.UnitId, survey.InstrumentId, survey.Day, survey.CalibratedAt))
            return null;
        var readings = await db.Set<LdarReading>().AsNoTracking().CountAsync(one => one.SurveyId == survey.Id, cancellationToken).ConfigureAwait(false);
        return readings == 0 ? null : new("used", $"已有 {readings} 条密封点检测属于它，装置、仪器、日期和校准时间不能再改。", "unitId");
    }
}
