using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Points;

/// <summary>How many seal points units and equipment have, counted when shown.</summary>
internal static class PointCounts
{
    private const string Total = "pointCount";
    private const string Inaccessible = "inaccessibleCount";

    public static readonly IReadOnlyList<Field> OfUnit =
    [
        new(Total, "总密封点数", FieldKind.Integer) { Unit = "个", Decimals = 0, Content = "总密封点数", Help = "按密封点清单统计" },
        new(Inaccessible, "不可达密封点数", FieldKind.Integer) { Unit = "个", Decimals = 0, Content = "不可达密封点数", Help = "按密封点清单统计" },
    ];

    public static readonly IReadOnlyList<Field> OfEquipment = [new(Total, "密封点数量", FieldKind.Integer) { Unit = "个", Decimals = 0, Content = "密封点数量", Help = "按密封点清单统计" }];

    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> OfUnits(ParkDb db, IReadOnlyList<LdarUnit> units, CancellationToken cancellationToken)
    {
        List<int> ids = [.. units.Select(unit => unit.Id)];
        var counts = await db.Set<SealPoint>().AsNoTracking().Where(point => ids.Contains(point.UnitId)).GroupBy(point => point.UnitId)
            .Select(of => new { of.Key, All = of.Count(), Closed = of.Count(point => point.IsAccessible == false) }).ToDictionaryAsync(one => one.Key, cancellationToken).ConfigureAwait(false);
        return [.. units.Select(unit => new Dictionary<string, object?> { [Total] = counts.GetValueOrDefault(unit.Id)?.All ?? 0, [Inaccessible] = counts.GetValueOrDefault(unit.Id)?.Closed ?? 0 })];
    }

    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, object?>>> OfEquipments(ParkDb db, IReadOnlyList<LdarEquipment> equipment, CancellationToken cancellationToken)
    {
        List<int> ids = [.. equipment.Select(one => one.Id)];
        var counts = await db.Set<SealPoint>().AsNoTracking().Where(point => ids.Contains(point.EquipmentId)).GroupBy(point => point.EquipmentId)
            .Select(of => new { of.Key, All = of.Count() }).ToDictionaryAsync(one => one.Key, one => one.All, cancellationToken).ConfigureAwait(false);
        return [.. equipment.Select(one => new Dictionary<string, object?> { [Total] = counts.GetValueOrDefault(one.Id) })];
    }
}
