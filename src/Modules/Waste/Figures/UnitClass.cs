using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>Class of an enterprise in a year, from its kinds and ledger.</summary>
internal static class UnitClass
{
    /// <summary>Years before one that its class rests on.</summary>
    public const int YearsBefore = 3;

    /// <param name="hazardous">Its hazardous wastes.</param>
    /// <param name="sums">Of its ledger, from <see cref="YearsBefore"/> years before on.</param>
    /// <returns><see langword="null"/> for one that has nothing to do with hazardous waste.</returns>
    public static WasteUnitClass? Of(int year, IReadOnlyList<WasteKind> hazardous, IEnumerable<WasteSum> sums, bool isLicensed)
    {
        if (hazardous.Count == 0 && !isLicensed)
            return null;
        var kinds = hazardous.Select(kind => kind.Id).ToHashSet();
        var own = sums.Where(sum => kinds.Contains(sum.KindId)).ToList();
        List<(int, double)> years = [.. own.Where(sum => sum.Stage == LedgerStage.Generated).GroupBy(sum => sum.Year).Select(of => (of.Key, of.Sum(sum => sum.Tonnes)))];
        double? permitted = hazardous.Any(kind => kind.Maximum is not null) ? hazardous.Sum(kind => kind.Maximum ?? 0) : null;
        return WasteUnitClass.Of(years, year, permitted, own.Exists(sum => sum.Stage is LedgerStage.OwnUse or LedgerStage.OwnDisposal), isLicensed);
    }
}
