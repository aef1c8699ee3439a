using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Quotas;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.Outlets.Emissions;

/// <summary>What an outlet has emitted of a factor in a year, beside what its permit allows.</summary>
/// <param name="Name">Of the factor.</param>
/// <param name="Share">Null where the permit has no total.</param>
/// <param name="Pace">Share of the year that has passed.</param>
public sealed record PermitUseRow(Outlet Outlet, string Name, EmissionRow Sum, TotalShare? Share, double Pace)
{
    /// <summary>More is used than of the year has passed.</summary>
    public bool IsAhead => Share?.Share > Pace;
}

/// <summary>What was measured by hand alone, beside what the permit allows.</summary>
/// <param name="Permitted">t/a; null where the permit has no total.</param>
public sealed record ManualUseRow(ManualFact Fact, double? Permitted)
{
    public double? Share => Permitted is > 0 and var tonnes && Fact.Kilograms is { } used ? used / 1_000 / tonnes : null;
}

/// <summary>Emissions of a year against the permits, within the actor's scope: the page's list, and what the overview says of it.</summary>
public sealed class PermitUse(OutletBook book, EmissionReader emissions, IManualMonitoring manual, IPermitBook permits, TimeProvider clock)
{
    /// <summary>The most used first.</summary>
    public async Task<IReadOnlyList<PermitUseRow>> Read(int year, CancellationToken cancellationToken)
    {
        var outlets = (await book.All(cancellationToken).ConfigureAwait(false)).ToDictionary(outlet => outlet.Id);
        var sums = await emissions.Sums(outlets.Keys, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellationToken).ConfigureAwait(false);
        var shares = EmissionReader.Shares([.. outlets.Values], sums, year);
        var pace = Pace.OfYear(year, DateOnly.FromDateTime(clock.ParkNow()));
        return
        [
            .. sums.Where(sum => outlets[sum.Point].Emits(sum.Factor))
                .Select(sum => new PermitUseRow(outlets[sum.Point], outlets[sum.Point].Channel(sum.Factor)?.Name ?? sum.Factor, sum, shares[sum.Point].FirstOrDefault(share => share.Factor == sum.Factor), pace))
                .OrderByDescending(row => row.Share?.Share ?? -1),
        ];
    }

    /// <summary>Factors that their outlets do not send on line, by what was measured in the year; the most used first. Nothing where the actor may not see manual monitoring.</summary>
    public async Task<IReadOnlyList<ManualUseRow>> ByHand(int year, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (await manual.Read(null, first, last, cancellationToken).ConfigureAwait(false) is not { } measured)
            return [];
        var archives = await permits.Read(cancellationToken).ConfigureAwait(false);
        var facts = OnlyByHand(measured.Facts, await book.All(cancellationToken).ConfigureAwait(false));
        return [.. facts.Select(fact => new ManualUseRow(fact, TotalOn(archives, fact, last))).OrderByDescending(row => row.Share ?? -1)];
    }

    /// <summary>What an outlet sends on line counts by that: none is counted twice.</summary>
    internal static IEnumerable<ManualFact> OnlyByHand(IEnumerable<ManualFact> facts, IEnumerable<Outlet> outlets)
    {
        var online = outlets.Where(outlet => outlet.Link.Outlet is not null).SelectMany(outlet => outlet.Followed.Select(channel => (outlet.Link.Outlet!.Id, channel.FactorCode))).ToHashSet();
        return facts.Where(fact => fact.Outlet is { } outlet && !online.Contains((outlet, fact.Factor)) && (fact.Kilograms is not null || fact.Gap.Length > 0));
    }

    /// <summary>Permitted a year, t.</summary>
    internal static double? TotalOn(PermitSnapshot archives, ManualFact fact, DateOnly day) =>
        archives.Totals.Where(total => total.OutletId == fact.Outlet && total.FactorCode == fact.Factor && total.From <= day && (total.To is null || total.To >= day)).OrderByDescending(total => total.From).FirstOrDefault()?.Tonnes;
}
