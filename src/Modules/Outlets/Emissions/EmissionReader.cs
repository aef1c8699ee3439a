using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Days;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Emissions;

/// <summary>Emitted mass of one factor of one outlet over a period.</summary>
/// <param name="First">First day.</param>
/// <param name="Kilograms">With replaced hours; null where none is known.</param>
/// <param name="Replaced">Of this by rule, kg.</param>
/// <param name="Manual">Of this by 手工监测, kg.</param>
/// <param name="Missing">Due hours without a mass: the sum is too low by them.</param>
/// <param name="Logged">By the logger's own totals, kg.</param>
/// <param name="LoggedHours">Hours that these cover.</param>
/// <param name="Compared">Our own mass of those hours, kg.</param>
public sealed record EmissionRow(PointId Point, string Factor, DateOnly First, double? Kilograms, double Replaced, double Manual, int Missing, double? Logged, int LoggedHours, double Compared)
{
    /// <summary>Logger's total against ours over the hours that it covers, share of ours; null where there is nothing to compare.</summary>
    public double? Difference => Logged is { } theirs && Compared > 0 ? (theirs - Compared) / Compared : null;
}

/// <summary>How much of a permitted total is used.</summary>
/// <param name="Tonnes">Permitted, t/a.</param>
public sealed record TotalShare(string Factor, double Used, double Tonnes)
{
    public double Share => Tonnes > 0 ? Used / 1_000 / Tonnes : 0;
}

/// <summary>Sums of the stored days, within the actor's scope.</summary>
public sealed class EmissionReader(IDbContextFactory<ParkDb> databases)
{
    /// <summary>Sums of many outlets over one range of days, in one query.</summary>
    public async Task<IReadOnlyList<EmissionRow>> Sums(IReadOnlyCollection<PointId> outlets, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var sums = await Summed(Of(db, outlets, first, last).GroupBy(day => new Group { PointId = day.PointId, Factor = day.Factor }), cancellationToken).ConfigureAwait(false);
        return [.. sums.Select(sum => sum.Row(first))];
    }

    /// <summary>Sums of many outlets by months, in one query.</summary>
    public async Task<IReadOnlyList<EmissionRow>> Months(IReadOnlyCollection<PointId> outlets, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var sums = await Summed(Of(db, outlets, first, last).GroupBy(day => new Group { PointId = day.PointId, Factor = day.Factor, Year = day.Day.Year, Month = day.Day.Month }), cancellationToken).ConfigureAwait(false);
        return [.. sums.Select(sum => sum.Row(new DateOnly(sum.Group.Year, sum.Group.Month, 1))).OrderBy(row => row.First)];
    }

    private static IQueryable<OutletDay> Of(ParkDb db, IReadOnlyCollection<PointId> outlets, DateOnly first, DateOnly last)
    {
        var ids = outlets.Select(outlet => outlet.Value).ToList();
        return db.Set<OutletDay>().AsNoTracking().Where(day => ids.Contains(day.PointId) && day.Day >= first && day.Day <= last);
    }

    private static Task<List<Sum>> Summed(IQueryable<IGrouping<Group, OutletDay>> groups, CancellationToken cancellationToken) => groups.Select(group => new Sum
    {
        Group = group.Key,
        Kilograms = group.Sum(day => day.Kilograms),
        Known = group.Count(day => day.Kilograms != null),
        Replaced = group.Sum(day => day.Replaced),
        Manual = group.Sum(day => day.Manual),
        Missing = group.Sum(day => day.Missing),
        Logged = group.Sum(day => day.Logged),
        LoggedDays = group.Count(day => day.Logged != null),
        LoggedHours = group.Sum(day => day.LoggedHours),
        Compared = group.Sum(day => day.Compared),
    }).ToListAsync(cancellationToken);

    /// <summary>Stored days of one outlet.</summary>
    public async Task<IReadOnlyList<OutletDay>> Days(PointId outlet, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<OutletDay>().AsNoTracking().Where(day => day.PointId == outlet.Value && day.Day >= first && day.Day <= last).OrderBy(day => day.Day).ThenBy(day => day.Factor).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Months or days of one outlet.</summary>
    public static IReadOnlyList<EmissionRow> By(IEnumerable<OutletDay> days, Func<DateOnly, DateOnly> start) =>
    [
        .. days.GroupBy(day => (day.PointId, day.Factor, First: start(day.Day))).Select(group => new EmissionRow(
            new PointId(group.Key.PointId), group.Key.Factor, group.Key.First, group.Any(day => day.Kilograms is not null) ? group.Sum(day => day.Kilograms ?? 0) : null, group.Sum(day => day.Replaced), group.Sum(day => day.Manual), group.Sum(day => day.Missing),
            group.Any(day => day.Logged is not null) ? group.Sum(day => day.Logged ?? 0) : null, group.Sum(day => day.LoggedHours), group.Sum(day => day.Compared))).OrderByDescending(row => row.First).ThenBy(row => row.Factor, StringComparer.Ordinal),
    ];

    /// <summary>Shares of the permitted totals of a calendar year, by outlet.</summary>
    public async Task<ILookup<PointId, TotalShare>> Shares(IReadOnlyList<Outlet> outlets, int year, CancellationToken cancellationToken)
    {
        var limited = outlets.Where(outlet => outlet.Totals.Count > 0).ToDictionary(outlet => outlet.Id);
        var sums = limited.Count == 0 ? [] : await Sums(limited.Keys, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellationToken).ConfigureAwait(false);
        return Shares([.. limited.Values], sums, year);
    }

    /// <summary>The same of sums that are known already.</summary>
    public static ILookup<PointId, TotalShare> Shares(IReadOnlyList<Outlet> outlets, IReadOnlyList<EmissionRow> sums, int year)
    {
        var limited = outlets.Where(outlet => outlet.Totals.Count > 0).ToDictionary(outlet => outlet.Id);
        return sums.Where(sum => sum.Kilograms is not null && limited.ContainsKey(sum.Point))
            .Select(sum => (sum.Point, Sum: sum, Total: limited[sum.Point].Totals.FirstOrDefault(total => total.FactorCode == sum.Factor && total.From.Year <= year && (total.To is null || total.To.Value.Year >= year))))
            .Where(one => one.Total is { Tonnes: > 0 }).ToLookup(one => one.Point, one => new TotalShare(one.Sum.Factor, one.Sum.Kilograms!.Value, one.Total!.Tonnes));
    }

    private sealed record Group
    {
        public int PointId { get; init; }

        public string Factor { get; init; } = "";

        public int Year { get; init; }

        public int Month { get; init; }
    }

    private sealed class Sum
    {
        public required Group Group { get; init; }

        public double? Kilograms { get; init; }

        public int Known { get; init; }

        public double Replaced { get; init; }

        public double Manual { get; init; }

        public int Missing { get; init; }

        public double? Logged { get; init; }

        public int LoggedDays { get; init; }

        public int LoggedHours { get; init; }

        public double Compared { get; init; }

        public EmissionRow Row(DateOnly first) => new(new PointId(Group.PointId), Group.Factor, first, Known == 0 ? null : Kilograms, Replaced, Manual, Missing, LoggedDays == 0 ? null : Logged, LoggedHours, Compared);
    }
}
