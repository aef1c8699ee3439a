using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Points;

/// <summary>A seal point is of the unit that its equipment is of.</summary>
internal sealed class PointCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => SealPointType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var point = (SealPoint)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return Objection(point, await db.Set<LdarEquipment>().AsNoTracking().Where(one => one.Id == point.EquipmentId).Select(one => (int?)one.UnitId).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false));
    }

    public IRecordCheck ForMany() => new Import(databases);

    private static Problem? Objection(SealPoint point, int? unit) =>
        unit is null ? new("equipment", "没有这台设备，或它已被删除。", "equipmentId") : unit == point.UnitId ? null : new("equipment", "所属设备不在所属装置内，请更正其中一项。", "equipmentId");

    /// <summary>Each enterprise's equipment is read once.</summary>
    private sealed class Import(IDbContextFactory<ParkDb> databases) : IRecordCheck
    {
        private readonly Dictionary<int, Dictionary<int, int>> _units = [];

        public string Type => SealPointType.Name;

        public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
        {
            var point = (SealPoint)record;
            if (!_units.TryGetValue(point.EnterpriseId, out var units))
                _units[point.EnterpriseId] = units = await Read(point.EnterpriseId, cancellationToken).ConfigureAwait(false);
            return Objection(point, units.TryGetValue(point.EquipmentId, out var unit) ? unit : null);
        }

        private async Task<Dictionary<int, int>> Read(int enterprise, CancellationToken cancellationToken)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
            return await db.Set<LdarEquipment>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToDictionaryAsync(one => one.Id, one => one.UnitId, cancellationToken).ConfigureAwait(false);
        }
    }
}
