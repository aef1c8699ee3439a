using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Figures;

/// <summary>Reads when each seal is due, and how rounds have covered what was due, within the actor's scope.</summary>
public sealed class PlanReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    /// <summary>Rounds that are worked out at once, the newest first.</summary>
    public const int MostRounds = 12;

    /// <param name="asOf">The plan as it was at the beginning of a day; <see langword="null"/> for now.</param>
    public async Task<IReadOnlyList<PointPlan>> Read(int? enterprise, int? unit, CancellationToken cancellationToken, DateOnly? asOf = null)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return [];
        var (today, before) = (asOf ?? DateOnly.FromDateTime(clock.ParkNow()), asOf is { } day ? LdarWords.Begin(day) : (DateTime?)null);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var seals = await (from point in db.Set<SealPoint>().AsNoTracking()
                           where (enterprise == null || point.EnterpriseId == enterprise) && (unit == null || point.UnitId == unit)
                           join equipment in db.Set<LdarEquipment>() on point.EquipmentId equals equipment.Id
                           join plant in db.Set<LdarUnit>() on point.UnitId equals plant.Id
                           orderby plant.Code, equipment.Code, point.Code
                           select new PlannedSeal(point.Id, point.EnterpriseId, point.UnitId, point.Code, point.Kind, point.State, point.Place, equipment.Code, equipment.IsExempt == true, point.IsAccessible == true, point.InService, point.OutOfService, plant.Industry))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var last = await db.Set<LdarReading>().AsNoTracking().Where(one => (enterprise == null || one.EnterpriseId == enterprise) && (unit == null || one.UnitId == unit) && (before == null || one.At < before))
            .GroupBy(one => one.SealPointId).Select(of => new { of.Key, At = of.Max(one => one.At) }).ToDictionaryAsync(one => one.Key, one => one.At, cancellationToken).ConfigureAwait(false);
        return [.. seals.Select(seal => PointPlan.Of(seal, last.GetValueOrDefault(seal.Id) is { } at ? LdarWords.DayOf(at) : null, today))];
    }

    /// <summary>What was due in each round, what was tested of it, and what leaked.</summary>
    public async Task<IReadOnlyList<RoundFigures>> Rounds(int? enterprise, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var rounds = await db.Set<LdarRound>().AsNoTracking().Where(one => enterprise == null || one.EnterpriseId == enterprise).OrderByDescending(one => one.Last).ThenBy(one => one.Id).Take(MostRounds).ToListAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Platform.Enterprises.Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        var figures = new List<RoundFigures>();
        foreach (var round in rounds)
        {
            var (from, to) = (LdarWords.Begin(round.First!.Value), LdarWords.End(round.Last!.Value));
            var plan = await Read(round.EnterpriseId, round.UnitId, cancellationToken, round.First).ConfigureAwait(false);
            var tested = await db.Set<LdarReading>().AsNoTracking().Where(one => one.EnterpriseId == round.EnterpriseId && (round.UnitId == null || one.UnitId == round.UnitId) && one.At >= from && one.At < to)
                .GroupBy(one => one.SealPointId).Select(of => new { of.Key, IsLeak = of.Any(one => one.IsLeak == true) }).ToDictionaryAsync(one => one.Key, one => one.IsLeak, cancellationToken).ConfigureAwait(false);
            figures.Add(RoundFigures.Of(round, names.GetValueOrDefault(round.EnterpriseId, ""), plan, tested));
        }

        return figures;
    }
}
