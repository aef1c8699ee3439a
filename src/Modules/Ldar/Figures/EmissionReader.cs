using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards.Ldar;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>Works out emissions of seals, unit by unit, within the actor's scope.</summary>
public sealed class EmissionReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Seals that are told one by one.</summary>
    public const int MostPoints = 100;

    /// <summary>Rounds that tests are counted for, the newest.</summary>
    public const int MostRounds = 1_000;

    /// <summary>How far before and after a period tests may lie that count for it.</summary>
    private const int YearsAround = 3;

    /// <param name="first">First day in the park.</param>
    /// <param name="last">Last day; what has not come yet is left out.</param>
    public async Task<EmissionSet> Read(DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View) || last < first)
            return EmissionSet.None;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Platform.Enterprises.Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        var units = await db.Set<LdarUnit>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).OrderBy(one => one.EnterpriseId).ThenBy(one => one.Code).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (sums, largest, rounds) = (new List<UnitEmission>(), new List<PointEmission>(), new RoundBook(await Rounds(db, first, last, enterprise, cancellationToken).ConfigureAwait(false)));
        foreach (var unit in units)
        {
            var points = await OfUnit(db, unit, first, last, cancellationToken).ConfigureAwait(false);
            sums.Add(UnitEmission.Of(unit, names.GetValueOrDefault(unit.EnterpriseId, ""), points));
            rounds.Add(unit, names.GetValueOrDefault(unit.EnterpriseId, ""), points);
            largest = [.. largest.Concat(points).Where(point => point.Spans.Count > 0).OrderByDescending(point => point.Kilograms).Take(MostPoints)];
        }

        return new(first, last, sums, largest, rounds.Sums);
    }

    /// <summary>Rounds whose tests may count for the period.</summary>
    private static async Task<IReadOnlyList<LdarRound>> Rounds(ParkDb db, DateOnly first, DateOnly last, int? enterprise, CancellationToken cancellationToken)
    {
        var (earliest, latest) = (first.AddYears(-YearsAround), last.AddYears(YearsAround));
        return await db.Set<LdarRound>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && one.Last >= earliest && one.First <= latest).OrderByDescending(one => one.Last).Take(MostRounds).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<PointEmission>> OfUnit(ParkDb db, LdarUnit unit, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var (from, to, now) = (LdarWords.Begin(first), LdarWords.End(last), clock.UtcNow());
        to = to > now ? now : to;
        var (earliest, latest) = (from.AddYears(-YearsAround), to.AddYears(YearsAround));
        var points = await db.Set<SealPoint>().AsNoTracking().Where(one => one.UnitId == unit.Id).Select(one => new SealUse(one.Id, one.Code, one.Kind, one.State, one.VocShare, one.InService, one.OutOfService)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var readings = await db.Set<LdarReading>().AsNoTracking().Where(one => one.UnitId == unit.Id && one.At >= earliest && one.At < latest).Select(one => new { one.SealPointId, At = one.At!.Value, Net = one.Net!.Value }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var repairs = await (from repair in db.Set<LdarRepair>().AsNoTracking()
                             join point in db.Set<SealPoint>() on repair.SealPointId equals point.Id
                             where point.UnitId == unit.Id && repair.RetestNet != null && repair.RetestAt >= earliest && repair.RetestAt < latest
                             select new Mended(repair.SealPointId, repair.DetectedAt!.Value, repair.Stage == LeakState.Closed ? repair.RepairedAt : null, repair.RetestAt!.Value, repair.RetestNet!.Value)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var (byPoint, mended) = (readings.ToLookup(one => one.SealPointId, one => new SealTest(one.At, one.Net)), repairs.ToLookup(one => one.SealPointId));
        return [.. points.Select(point => Of(unit, point, Tests(byPoint[point.Id], mended[point.Id]), unit.RunningShare, from, to))];
    }

    internal static PointEmission Of(LdarUnit unit, SealUse point, IReadOnlyList<SealTest> tests, double running, DateTime from, DateTime to)
    {
        if (point.InService is { } begun && LdarWords.Begin(begun) is var start && start > from)
            from = start;
        if (point.OutOfService is { } ended && LdarWords.Begin(ended) is var end && end < to)
            to = end;
        var (kind, state) = (SealKind.Of(point.Kind), FluidStates.Of(point.State));
        return new(point.Id, unit.Id, point.Code, point.Kind, point.State, kind is null || state is null ? [] : SealEmission.Over(unit.LdarSector, kind, state.Value, tests, from, to), running * (point.VocShare ?? 1));
    }

    /// <summary>Readings and re-tests in the order of time; a leak that was repaired ends with the repair.</summary>
    internal static IReadOnlyList<SealTest> Tests(IEnumerable<SealTest> readings, IEnumerable<Mended> repairs)
    {
        List<Mended> mended = [.. repairs];
        return [.. readings.Select(test => mended.Find(one => one.DetectedAt == test.At) is { RepairedAt: { } at } ? test with { EndsAt = at } : test).Concat(mended.Select(one => new SealTest(one.RetestAt, one.RetestNet) { Follows = one.DetectedAt })).OrderBy(test => test.At)];
    }

    /// <summary>A seal, as far as its emission follows from it.</summary>
    internal sealed record SealUse(int Id, string Code, string Kind, string State, double? VocShare, DateOnly? InService, DateOnly? OutOfService);

    /// <summary>A leak that was measured again.</summary>
    /// <param name="RepairedAt">Where the re-test was below the limit.</param>
    internal sealed record Mended(int SealPointId, DateTime DetectedAt, DateTime? RepairedAt, DateTime RetestAt, double RetestNet);
}
