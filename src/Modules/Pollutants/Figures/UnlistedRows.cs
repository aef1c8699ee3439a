using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Platform.Enterprises;
using EcoPark.Standards;
using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>What data and texts show and no list holds.</summary>
internal static class UnlistedRows
{
    /// <param name="shown">By enterprise, element and code: not listed there.</param>
    /// <param name="mentions">Of no element: they stand beside what data show of the substance, and for themselves only where the list knows it in no element.</param>
    public static IReadOnlyList<UnlistedRow> Of(IReadOnlyList<CharacteristicPollutant> entries, IEnumerable<IGrouping<(int Enterprise, string Element, string Code), PollutantTrace>> shown, IEnumerable<PollutantTrace> mentions, IReadOnlyDictionary<int, string> names)
    {
        var byName = mentions.Where(trace => names.ContainsKey(trace.EnterpriseId)).ToLookup(trace => (trace.EnterpriseId, KeyOf(trace.Factor)));
        var rows = shown.Where(of => names.ContainsKey(of.Key.Enterprise)).Select(of => Row(of.Key.Enterprise, of.Key.Element, of.Key.Code, [.. of])).ToList();
        var known = entries.Select(entry => (entry.EnterpriseId, KeyOf(entry.Name))).Concat(rows.Select(row => (row.EnterpriseId, KeyOf(row.Name)))).ToHashSet();
        rows = [.. rows.Select(row => row with { Traces = [.. row.Traces, .. byName[(row.EnterpriseId, KeyOf(row.Name))]] }), .. byName.Where(of => !known.Contains(of.Key)).Select(of => Row(of.Key.EnterpriseId, "", PollutantCodes.Of(of.First().Factor, PollutantMedium.Air) ?? of.First().Factor, [.. of]))];
        return [.. rows.OrderBy(row => row.Enterprise, StringComparer.Ordinal).ThenBy(row => row.Element, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)];

        UnlistedRow Row(int enterprise, string element, string code, IReadOnlyList<PollutantTrace> traces) => new(enterprise, names[enterprise], element, code, PollutantDictionary.NameOf(code), traces);
    }

    /// <summary>The substance, whatever its code in an element.</summary>
    private static string KeyOf(string name) => FactorNames.Plain(FactorTable.FindAnywhere(name)?.Name ?? name);
}
