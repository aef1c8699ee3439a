using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Standards.Pollutants;

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>The limit that a pollutant is held to.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="From">排污许可证 and outlet, or 名录 where the entry itself gives it.</param>
public sealed record HeldLimit(double Value, string Unit, string Standard, string From);

/// <summary>A pollutant of an enterprise that is in the list in a year, with its figures.</summary>
/// <param name="Before">Of the year before.</param>
/// <param name="Limit">The strictest of its outlets; null where there is none.</param>
/// <param name="IsOver">The year is over.</param>
public sealed record LibraryRow(CharacteristicPollutant Entry, string Enterprise, YearFigures Now, YearFigures Before, HeldLimit? Limit, bool IsOver = true)
{
    public IReadOnlyList<ListEntry> Lists { get; } = PollutantLists.Of(Entry.Code, Elements.MediumOf(Entry.Element));

    /// <summary>A year that is not over, or a measured one beside a declared one, says nothing of a change.</summary>
    public bool IsComparable => IsOver && Now.Kilograms is not null && Before.Kilograms is not null && Now.IsMeasured == Before.IsMeasured;

    /// <summary>Change against the year before, share.</summary>
    public double? Change => IsComparable && Before.Kilograms > 0 ? (Now.Kilograms - Before.Kilograms) / Before.Kilograms : null;
}

/// <summary>A pollutant that data show and the list does not have.</summary>
/// <param name="Traces">What shows it.</param>
public sealed record UnlistedRow(int EnterpriseId, string Enterprise, string Element, string Code, string Name, IReadOnlyList<PollutantTrace> Traces)
{
    public IReadOnlyList<ListEntry> Lists { get; } = PollutantLists.Of(Code, Elements.MediumOf(Element));

    public bool IsMeasured => Traces.Any(trace => trace.Kind is TraceKind.Automatic or TraceKind.Manual);

    public string Why => string.Join("；", Traces.GroupBy(trace => trace.Kind).OrderBy(of => of.Key).Select(of => $"{TraceWords.Kinds[of.Key]}：{string.Join("、", of.Select(trace => trace.Where).Distinct())}"));
}

/// <summary>The list of a year within the actor's scope.</summary>
/// <param name="NotSeen">Sources that the actor may not see, Chinese: their data are not in it.</param>
/// <param name="LeftOut">Entries beyond the most that are read.</param>
public sealed record PollutantLibrary(int Year, IReadOnlyList<LibraryRow> Rows, IReadOnlyList<UnlistedRow> Unlisted, IReadOnlyList<string> NotSeen, int LeftOut)
{
    public static readonly PollutantLibrary None = new(0, [], [], [], 0);

    /// <summary>Names of the enterprises in it.</summary>
    public IReadOnlyDictionary<int, string> Enterprises { get; } = Rows.Select(row => (row.Entry.EnterpriseId, row.Enterprise)).Concat(Unlisted.Select(row => (row.EnterpriseId, row.Enterprise))).Distinct().ToDictionary();
}
