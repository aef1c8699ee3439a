using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Standards.Waste;

namespace EcoPark.Modules.Waste.Disposers;

/// <summary>How much of what a licence allows in a year the park's plans book, and its ledgers have sent.</summary>
/// <param name="Part">Category or code of the licence; <see cref="Whole"/> for all of it.</param>
/// <param name="Allowed">t a year.</param>
/// <param name="Planned">t of the plans of the year.</param>
/// <param name="Sent">t that left for it in the year.</param>
public sealed record DisposerLoad(WasteDisposer Disposer, int Year, string Part, double Allowed, double Planned, double Sent)
{
    public const string Whole = "许可总能力";

    /// <summary>Whichever is more; what else the receiver takes, from outside the park, is not known.</summary>
    public double? Share => Allowed > 0 ? Math.Max(Planned, Sent) / Allowed : null;

    public bool IsOverbooked => Math.Max(Planned, Sent) > Allowed + WasteWords.Gram;

    /// <param name="sums">Of the ledgers.</param>
    /// <param name="kinds">By id.</param>
    public static IEnumerable<DisposerLoad> Of(WasteDisposer disposer, int year, IReadOnlyList<WastePlan> plans, IReadOnlyList<WasteSum> sums, IReadOnlyDictionary<int, WasteKind> kinds)
    {
        List<(string Code, double Tonnes)> planned = [.. plans.Where(plan => plan.DisposerId == disposer.Id && plan.Year == year && kinds.ContainsKey(plan.KindId)).Select(plan => (kinds[plan.KindId].Code, plan.TransferTonnes ?? 0))];
        List<(string Code, double Tonnes)> sent = [.. sums.Where(sum => sum.DisposerId == disposer.Id && sum.Year == year && LedgerStage.Sent.Contains(sum.Stage) && kinds.ContainsKey(sum.KindId)).Select(sum => (kinds[sum.KindId].Code, sum.Tonnes))];
        if (disposer.Capacity is { } capacity)
            yield return new(disposer, year, Whole, capacity, Total(planned, _ => true), Total(sent, _ => true));
        foreach (var part in disposer.Scope.Where(part => part.Tonnes is not null))
            yield return new(disposer, year, part.Code, part.Tonnes!.Value, Total(planned, code => HazardousWastes.Covers(part.Code, code)), Total(sent, code => HazardousWastes.Covers(part.Code, code)));
    }

    private static double Total(IEnumerable<(string Code, double Tonnes)> all, Func<string, bool> isOf) => Math.Round(all.Where(one => isOf(one.Code)).Sum(one => one.Tonnes), 6);
}
