using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.Figures;
using EcoPark.Modules.Pollutants.List;

namespace EcoPark.Pollutants.Tests;

internal static class Sample
{
    public static readonly IReadOnlyDictionary<int, string> Names = new Dictionary<int, string> { [1] = "甲厂", [2] = "乙厂", [3] = "丙厂", [4] = "丁厂" };

    public static CharacteristicPollutant Entry(int id, int enterprise, string element, string code, int since = 2020, int? until = null) => new()
    {
        Id = id,
        EnterpriseId = enterprise,
        Element = element,
        Code = code,
        Name = PollutantDictionary.NameOf(code),
        IsTypical = true,
        Since = since,
        Until = until,
    };

    public static PollutantTrace Trace(TraceKind kind, string element, string factor, string where, double? concentration = null, string unit = "", double? kilograms = null, int? outlet = null, int enterprise = 1, int count = 10, string gap = "") => new(enterprise, element, factor, kind, where)
    {
        Concentration = concentration,
        Unit = unit,
        Kilograms = kilograms,
        Outlet = outlet is { } id ? new PermitOutletId(id) : null,
        Count = count,
        Gap = gap,
    };

    public static PollutantTrace Limit(string element, string factor, string where, double limit, string unit, string standard, int enterprise = 1) => new(enterprise, element, factor, TraceKind.Permitted, where) { Limit = limit, Unit = unit, Standard = standard };

    public static PollutantLibrary Library(IReadOnlyList<CharacteristicPollutant> entries, IReadOnlyList<PollutantTrace> now, IReadOnlyList<PollutantTrace>? before = null, IReadOnlyList<PollutantYear>? declared = null, bool isOver = true) =>
        PollutantReader.Of(2026, isOver, entries, Names, declared ?? [], now, before ?? []);
}
