using EcoPark.Modules.Waste.Kinds;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>What a store holds of one waste now.</summary>
/// <param name="Tonnes">All of it.</param>
/// <param name="Oldest">The batch that has lain longest; <see langword="null"/> where nothing lies there.</param>
/// <param name="Days">That it has lain.</param>
/// <param name="LongestDays">That it may lie; <see langword="null"/> without a limit.</param>
public sealed record StoredKind(WasteKind Kind, double Tonnes, OpenBatch? Oldest, int Days, int? LongestDays)
{
    public double? DayShare => Oldest is not null && LongestDays is { } most ? (double)Days / most : null;
}

/// <summary>A store as it stands now.</summary>
public sealed record StoreFigures(WasteStore Store, string Enterprise, IReadOnlyList<StoredKind> Kinds)
{
    public double Tonnes => Math.Round(Kinds.Sum(kind => kind.Tonnes), 6);

    public double? Share => Store.Capacity > 0 ? Tonnes / Store.Capacity : null;

    /// <param name="stock">Of this store.</param>
    /// <param name="batches">Batches that lie in it.</param>
    public static StoreFigures Of(WasteStore store, string enterprise, IEnumerable<WasteStock> stock, IReadOnlyList<OpenBatch> batches, IReadOnlyDictionary<int, WasteKind> kinds, DateTime now) => new(
        store, enterprise,
        [
            .. stock.Where(one => kinds.ContainsKey(one.KindId) && Math.Abs(one.Tonnes) > WasteWords.Gram).OrderByDescending(one => one.Tonnes).Select(one =>
            {
                var oldest = batches.Where(batch => batch.KindId == one.KindId).MinBy(batch => batch.At);
                return new StoredKind(kinds[one.KindId], Math.Round(one.Tonnes, 6), oldest, oldest?.DaysUntil(now) ?? 0, LongestDays(store, kinds[one.KindId]));
            }),
        ]);

    public static int? LongestDays(WasteStore store, WasteKind kind) => store.LongestDays ?? (kind.Class == WasteWords.Hazardous ? WasteRules.LongestStorageDays : null);
}
