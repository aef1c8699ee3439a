using EcoPark.Contracts;
using EcoPark.Standards.Pollutants;
using EcoPark.Standards.Sources;

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>What the emissions of an enterprise weigh.</summary>
/// <param name="Equivalents">污染当量数.</param>
/// <param name="Ozone">kg O₃; null where the coefficients are not asked for.</param>
/// <param name="Odour">10⁶ m³ of air diluted to the threshold; null likewise.</param>
/// <param name="WithoutEquivalent">Pollutants with an amount that the tax table does not have.</param>
public sealed record WeightedTotal(int EnterpriseId, string Enterprise, double Kilograms, double? Equivalents, double? Ozone, double? Odour, IReadOnlyList<string> WithoutEquivalent, int Unknown);

/// <summary>Emissions weighted by harm (污染当量, verified), by ozone and by odour (coefficients not yet verified, counted only where asked for).</summary>
public static class WeightedTotals
{
    /// <param name="countsRecalled">Also coefficients that were not checked against their source.</param>
    public static IReadOnlyList<WeightedTotal> Of(IEnumerable<LibraryRow> rows, bool countsRecalled) =>
    [
        .. rows.GroupBy(row => (row.Entry.EnterpriseId, row.Enterprise)).Select(of =>
        {
            var known = of.Where(row => row.Now.Kilograms is not null).ToList();
            var taxed = known.Where(row => Equivalent(row) is not null).ToList();
            return new WeightedTotal(
                of.Key.EnterpriseId, of.Key.Enterprise, known.Sum(row => row.Now.Kilograms!.Value),
                taxed.Count > 0 ? taxed.Sum(row => row.Now.Kilograms!.Value / (double)Equivalent(row)!.Kilograms) : null,
                countsRecalled ? Sum(known, row => Substances.Find(row.Entry.Code)?.Mir) : null,
                // kg → mg over the threshold in mg/m³ is m³; shown in 10⁶ m³.
                countsRecalled ? Sum(known, row => 1 / Substances.Find(row.Entry.Code)?.OdourMass) : null,
                [.. known.Except(taxed).Select(row => row.Entry.Name).Distinct()], of.Count() - known.Count);
        }).OrderByDescending(one => one.Equivalents ?? -1).ThenBy(one => one.Enterprise, StringComparer.Ordinal),
    ];

    private static TaxEquivalent? Equivalent(LibraryRow row) => row.Entry.Element == PollutantTrace.Ground ? null : TaxEquivalents.Find(row.Entry.Code, burns: false);

    /// <summary>Of emissions to air alone.</summary>
    private static double? Sum(IEnumerable<LibraryRow> rows, Func<LibraryRow, double?> weight)
    {
        var weighed = rows.Where(row => row.Entry.Element == PollutantTrace.Air).Select(row => row.Now.Kilograms * weight(row)).OfType<double>().ToList();
        return weighed.Count > 0 ? weighed.Sum() : null;
    }
}
