using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>Opens a repair for every reading that leaks, and takes back those of readings that no longer do while nobody has entered anything.</summary>
internal sealed class LeakKeeper(IDbContextFactory<ParkDb> databases, RecordService records, RecordTypes types) : IDisposable
{
    private const int MostAtOnce = 500;
    private readonly SemaphoreSlim _turn = new(1);

    /// <returns>How many were opened or taken back.</returns>
    public async Task<int> Keep(CancellationToken cancellationToken)
    {
        // Whoever comes second finds what the first has opened.
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await KeepAlone(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<int> KeepAlone(CancellationToken cancellationToken)
    {
        var type = types[LdarRepairType.Name];
        var (opened, withdrawn) = await Due(cancellationToken).ConfigureAwait(false);
        foreach (var leak in opened)
        {
            await records.Save(type, null, new Dictionary<string, object?> { ["enterpriseId"] = leak.EnterpriseId, ["equipmentId"] = leak.EquipmentId, ["sealPointId"] = leak.SealPointId, ["detectedAt"] = FieldText.Stored(leak.At) }, null, null, cancellationToken)
                .ConfigureAwait(false); // Somebody who entered the same at the moment was quicker.
        }

        foreach (var id in withdrawn)
            await records.Delete(type, id, "检测已更正，不再是泄漏。", cancellationToken).ConfigureAwait(false);
        return opened.Count + withdrawn.Count;
    }

    private async Task<(List<Leak> Opened, List<int> Withdrawn)> Due(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (readings, repairs) = (db.Set<LdarReading>().AsNoTracking(), db.Set<LdarRepair>().AsNoTracking());
        // A point that leaks again while its leak is open is the same leak.
        var leaks = await (from reading in readings
                           where reading.IsLeak == true && !repairs.Any(one => one.SealPointId == reading.SealPointId && (one.DetectedAt == reading.At || (one.DetectedAt < reading.At && (one.Stage != LeakState.Closed || one.RetestAt > reading.At))))
                           join point in db.Set<SealPoint>() on reading.SealPointId equals point.Id
                           orderby reading.At
                           select new Leak(reading.EnterpriseId, point.EquipmentId, reading.SealPointId, reading.At!.Value)).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false);
        var withdrawn = await repairs.Where(one => one.FirstRepairAt == null && one.RepairedAt == null && one.RetestAt == null && one.IsDelayed != true && !readings.Any(reading => reading.SealPointId == one.SealPointId && reading.At == one.DetectedAt && reading.IsLeak == true))
            .OrderBy(one => one.Id).Select(one => one.Id).Take(MostAtOnce).ToListAsync(cancellationToken).ConfigureAwait(false);
        return ([.. leaks.DistinctBy(leak => leak.SealPointId)], withdrawn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed record Leak(int EnterpriseId, int EquipmentId, int SealPointId, DateTime At);
}
