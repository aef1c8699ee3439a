namespace EcoPark.Modules.Ldar.Figures;

/// <summary>What a repair saves, as programs see it.</summary>
/// <param name="IsTested">A test ends it; else it is assumed that the seal has stayed as the re-test found it.</param>
public sealed record RepairSavingAnswer(int Id, string Point, string Enterprise, string Unit, double BeforeNet, double AfterNet, DateTime From, DateTime To, bool IsTested, double Hours, double Kilograms, string Equation);

/// <summary>What repairs save in a period, as programs see it; kg and yuan.</summary>
public sealed record SavingAnswer(
    DateOnly First, DateOnly Last, double Kilograms, double? Yuan, double? YuanPerTonne, string Basis, string Assumption, IReadOnlyList<SavingSum> Units, IReadOnlyList<SavingSum> Enterprises, IReadOnlyList<SavingSum> Years, int Total, IReadOnlyList<RepairSavingAnswer> Repairs)
{
    internal static SavingAnswer Of(SavingSet set, int skip, int take) => new(
        set.First, set.Last, set.Kilograms, set.Yuan, set.YuanPerTonne, RepairSaving.Rule, RepairSaving.Assumption, set.Units, set.Enterprises, set.Years, set.Repairs.Count,
        [.. set.Repairs.Skip(skip).Take(take).Select(one => new RepairSavingAnswer(one.Leak.RepairId, one.Leak.Code, one.Leak.Enterprise, one.Leak.Unit, one.Leak.FirstNet, one.Leak.RetestNet, one.From, one.To, one.IsTested, one.Hours, one.Kilograms, one.Equation))]);
}
