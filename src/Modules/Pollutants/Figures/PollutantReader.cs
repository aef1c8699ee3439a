using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards.Pollutants;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Pollutants.Figures;

/// <summary>Puts the list of a year together with what permits, monitoring and wastes show, within the actor's scope.</summary>
public sealed class PollutantReader(IDbContextFactory<ParkDb> databases, IEnumerable<IPollutantTraces> sources, TimeProvider clock)
{
    /// <summary>Entries that one picture is made of.</summary>
    public const int MostEntries = 20_000;

    /// <param name="enterprise">Of all where it is null.</param>
    public async Task<PollutantLibrary> Read(int year, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(PollutantPermissions.View))
            return PollutantLibrary.None;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var held = db.Set<CharacteristicPollutant>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && one.Since <= year && (one.Until == null || one.Until >= year));
        var all = await held.CountAsync(cancellationToken).ConfigureAwait(false);
        var entries = await held.OrderBy(one => one.Id).Take(MostEntries).ToListAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        var declared = await db.Set<PollutantYear>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && (one.Year == year || one.Year == year - 1)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (now, notSeen) = await Traces(year, enterprise, cancellationToken).ConfigureAwait(false);
        var (before, _) = await Traces(year - 1, enterprise, cancellationToken).ConfigureAwait(false);
        return Of(year, year < clock.ParkNow().Year, entries, names, declared, now, before) with { NotSeen = notSeen, LeftOut = all - entries.Count };
    }

    /// <summary>Enterprises to choose from.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> Enterprises(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return [.. (await db.Set<Enterprise>().AsNoTracking().OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancellationToken).ConfigureAwait(false)).Select(one => (one.Id, one.Name))];
    }

    internal static PollutantLibrary Of(int year, bool isOver, IReadOnlyList<CharacteristicPollutant> entries, IReadOnlyDictionary<int, string> names, IReadOnlyList<PollutantYear> declared, IReadOnlyList<PollutantTrace> now, IReadOnlyList<PollutantTrace> before)
    {
        var (ofNow, ofBefore, years) = (now.Where(trace => trace.Medium.Length > 0).ToLookup(KeyOf), before.Where(trace => trace.Medium.Length > 0).ToLookup(KeyOf), declared.ToDictionary(one => (one.PollutantId, one.Year)));
        var listed = entries.Select(entry => (entry.EnterpriseId, entry.Element, entry.Code)).ToHashSet();
        string NameOf(int id) => names.GetValueOrDefault(id, "");
        return new(
            year,
            [
                .. entries.Select(entry =>
                {
                    var key = (entry.EnterpriseId, entry.Element, entry.Code);
                    return new LibraryRow(
                        entry, NameOf(entry.EnterpriseId), YearFigures.Of(entry.Element, [.. ofNow[key]], years.GetValueOrDefault((entry.Id, year))),
                        YearFigures.Of(entry.Element, [.. ofBefore[key]], years.GetValueOrDefault((entry.Id, year - 1))), LimitOf(entry, ofNow[key]), isOver);
                }).OrderBy(row => row.Enterprise, StringComparer.Ordinal).ThenBy(row => row.Entry.Element, StringComparer.Ordinal).ThenBy(row => row.Entry.Name, StringComparer.Ordinal),
            ],
            UnlistedRows.Of(entries, ofNow.Where(of => of.Key.Item3.Length > 0 && !listed.Contains(of.Key)), now.Where(trace => trace.Medium.Length == 0), names),
            [], 0);
    }

    private async Task<(IReadOnlyList<PollutantTrace> Traces, IReadOnlyList<string> NotSeen)> Traces(int year, int? enterprise, CancellationToken cancellationToken)
    {
        var (found, notSeen) = (new List<PollutantTrace>(), new List<string>());
        foreach (var source in sources)
        {
            if (await source.Read(year, enterprise, cancellationToken).ConfigureAwait(false) is { } traces)
                found.AddRange(traces);
            else
                notSeen.Add(source.Title);
        }

        return (found, notSeen);
    }

    /// <summary>The substance by its one code in the element; no code for what cannot be characteristic of anybody.</summary>
    private static (int, string, string) KeyOf(PollutantTrace trace) => (trace.EnterpriseId, trace.Medium, PollutantCodes.CanBeListed(trace.Factor) ? PollutantCodes.Of(trace.Factor, Elements.MediumOf(trace.Medium)) ?? "" : "");

    private static HeldLimit? LimitOf(CharacteristicPollutant entry, IEnumerable<PollutantTrace> traces)
    {
        var permitted = traces.Where(trace => trace.Kind == TraceKind.Permitted && trace.Limit is not null).Select(trace => (Trace: trace, Value: YearFigures.InUnitOf(entry.Element, trace.Limit, trace.Unit) ?? double.MaxValue)).ToList();
        if (permitted.Count > 0)
        {
            var strictest = permitted.MinBy(one => one.Value).Trace;
            return new(strictest.Limit!.Value, strictest.Unit, strictest.Standard, $"排污许可证 {strictest.Where}");
        }

        return entry.Limit is { } own ? new(own, entry.Unit, entry.Standard, "名录") : null;
    }
}
