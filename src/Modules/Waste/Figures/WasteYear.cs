using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Kinds;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>Solid waste in a year, of the park or of one enterprise, as the actor may see it.</summary>
/// <param name="Batches">In stores now, the oldest first.</param>
/// <param name="Flow">Of the year.</param>
/// <param name="Loads">Of the receivers' licences; none where the actor sees the ledgers of some enterprises alone, whose sum says nothing.</param>
public sealed record WasteYear(
    int Year, DateOnly Today, IReadOnlyList<KindFigures> Kinds, IReadOnlyList<StoreFigures> Stores, IReadOnlyList<EnterpriseFigures> Enterprises, IReadOnlyList<WasteDisposer> Disposers,
    IReadOnlyList<OpenBatch> Batches, IReadOnlyList<FlowLink> Flow, IReadOnlyList<DisposerLoad> Loads)
{
    public static readonly WasteYear None = new(0, default, [], [], [], [], [], [], []);

    public double Generated(string wasteClass) => Kinds.Where(one => one.Kind.Class == wasteClass).Sum(one => one.Generated);

    public double Stock(string wasteClass) => Kinds.Where(one => one.Kind.Class == wasteClass).Sum(one => one.Stock);

    public double Treated => Kinds.Sum(one => one.Treated);

    /// <summary>At or over 80 % of what is permitted.</summary>
    public IEnumerable<KindFigures> NearLimit => Kinds.Where(one => one.Share >= 0.8);
}
