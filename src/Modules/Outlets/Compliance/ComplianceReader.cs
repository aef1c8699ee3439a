using EcoPark.Modules.Outlets.Days;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Compliance;

/// <summary>How an enterprise kept the limits of its permit. A factor of an outlet on a day counts once, however often it was over.</summary>
/// <param name="EnterpriseId">0 for the park's own.</param>
/// <param name="Days">Factors × days that could be judged.</param>
/// <param name="Over">Of these with an exceedance.</param>
public sealed record EnterpriseCompliance(int EnterpriseId, string Enterprise, int Days, int Over)
{
    /// <summary>日达标率, 0 … 1; null where nothing could be judged.</summary>
    public double? Rate => RateOf(Days, Over);

    public static double? RateOf(int days, int over) => days > 0 ? (double)(days - over) / days : null;
}

/// <summary>日达标率 from the stored days, within the actor's scope; one query whatever the number of outlets.</summary>
public sealed class ComplianceReader(IDbContextFactory<ParkDb> databases)
{
    /// <summary>The worst first; whole days only.</summary>
    public async Task<IReadOnlyList<EnterpriseCompliance>> ByEnterprise(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var counts = await db.Set<OutletDay>().AsNoTracking().Where(day => day.Day >= first && day.Day <= last && day.Judged > 0).GroupBy(day => day.EnterpriseId)
            .Select(group => new { group.Key, Days = group.Count(), Over = group.Count(day => day.Over > 0) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var ids = counts.Select(one => one.Key).ToList();
        var names = await db.Set<Enterprise>().AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        return [.. counts.Select(one => new EnterpriseCompliance(one.Key, names.GetValueOrDefault(one.Key, "园区"), one.Days, one.Over)).OrderBy(one => one.Rate).ThenByDescending(one => one.Over).ThenBy(one => one.EnterpriseId)];
    }
}

/// <summary>A span that compliance is told of, with the same one a year before.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day: yesterday where it has not ended, as today is not whole.</param>
public sealed record ComplianceSpan(string Key, string Title, DateOnly First, DateOnly Last)
{
    public ComplianceSpan YearBefore => this with { First = First.AddYears(-1), Last = Last.AddYears(-1) };

    /// <summary>本月, 上月 and 本年. On the first of a month or a year nothing of it is whole: the one before is told.</summary>
    public static IReadOnlyList<ComplianceSpan> All(DateOnly today)
    {
        var yesterday = today.AddDays(-1);
        var month = new DateOnly(yesterday.Year, yesterday.Month, 1);
        return
        [
            new("month", $"{month.Month} 月", month, yesterday), new("lastmonth", $"{month.AddMonths(-1).Month} 月", month.AddMonths(-1), month.AddDays(-1)),
            new("year", $"{month.Year} 年", new DateOnly(month.Year, 1, 1), yesterday),
        ];
    }
}
