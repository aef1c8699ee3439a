using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>A repair is that of a reading that leaks: first net value and limit are that reading's.</summary>
internal sealed class RepairCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => LdarRepairType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var repair = (LdarRepair)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var point = await db.Set<SealPoint>().AsNoTracking().Where(one => one.Id == repair.SealPointId).Select(one => new { one.Code, one.EquipmentId }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (point is null)
            return new("point", "没有这个密封点，或它已被删除。", "sealPointId");
        if (point.EquipmentId != repair.EquipmentId)
            return new("equipment", $"密封点 {point.Code} 不在这台设备上。", "equipmentId");
        var reading = await db.Set<LdarReading>().AsNoTracking().Where(one => one.SealPointId == repair.SealPointId && one.At == repair.DetectedAt && one.IsLeak == true).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (reading is null)
            return new("reading", $"密封点 {point.Code} 在 {LdarWords.Wall(repair.DetectedAt)} 没有判为泄漏的检测，请核对泄漏检出时间。", "detectedAt");
        Fill(repair, reading, point.Code);
        return null;
    }

    internal static void Fill(LdarRepair repair, LdarReading reading, string code)
    {
        (repair.PointCode, repair.FirstNet, repair.Limit, repair.IsLimitInclusive) = (code, reading.Net, reading.Limit, reading.IsLimitInclusive);
        LeakLife.Settle(repair);
    }
}
