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

/// <summary>Emissions of a year against the permits, within the actor's scope: the page's list, and what the overview says of it.</summary>
public sealed class PermitUse(OutletBook book, EmissionReader emissions, TimeProvider clock)
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
}
