using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Sources;

/// <summary>An inspection is of a source of its own enterprise, in the time of that source; only cooling water has TOC.</summary>
internal sealed class InspectionCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => FugitiveInspectionType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var inspection = (FugitiveInspection)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var source = await db.Set<FugitiveSource>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == inspection.SourceId, cancellationToken).ConfigureAwait(false);
        if (source is null || source.EnterpriseId != inspection.EnterpriseId)
            return new("source", "本企业没有这个无组织排放源。", "sourceId");
        if (inspection.Day < source.Since)
            return new("days", $"{source.Name} {Platform.Time.ParkWords.Day(source.Since)} 才启用。", "day");
        if (inspection.Day > source.Until)
            return new("days", $"{source.Name} {Platform.Time.ParkWords.Day(source.Until)} 已停用。", "day");
        return inspection.TocIn is not null && source.Kind != FugitiveSourceType.CoolingWater ? new("toc", $"{source.Name}不是循环冷却水，不填 TOC。", "tocIn") : null;
    }
}
