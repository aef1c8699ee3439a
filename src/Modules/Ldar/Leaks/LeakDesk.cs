using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Leaks;

/// <summary>A leak with what is around it.</summary>
public sealed record LeakView(LdarRepair Repair, SealPoint Point, string Unit, string Equipment, string Enterprise, IReadOnlyList<FlowLine> Lines);

/// <summary>Where people look at one leak, and the park decides on its delay.</summary>
public sealed class LeakDesk(IDbContextFactory<ParkDb> databases, FlowDesk desk, FlowReader flows, TimeProvider clock)
{
    /// <summary><see langword="null"/> where the actor may not see it.</summary>
    public async Task<LeakView?> Find(int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await (from repair in db.Set<LdarRepair>().AsNoTracking()
                           join point in db.Set<SealPoint>().AsNoTracking() on repair.SealPointId equals point.Id
                           join unit in db.Set<LdarUnit>() on point.UnitId equals unit.Id
                           join equipment in db.Set<LdarEquipment>() on repair.EquipmentId equals equipment.Id
                           join owner in db.Set<Platform.Enterprises.Enterprise>() on repair.EnterpriseId equals owner.Id
                           where repair.Id == id
                           select new { repair, point, unit = unit.Name, equipment = equipment.Code, owner = owner.Name }).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return found is null ? null : new(found.repair, found.point, found.unit, found.equipment, found.owner, await flows.Lines(LeakFlow.Subject, id, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>How many open leaks are late, in their first repair or in all.</summary>
    public async Task<int> CountLate(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(LdarPermissions.View))
            return 0;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var open = await db.Set<LdarRepair>().AsNoTracking().Where(one => one.Stage != LeakState.Closed).ToListAsync(cancellationToken).ConfigureAwait(false);
        return open.Count(one => LeakLife.IsLate(one, clock.UtcNow()) || LeakLife.IsFirstLate(one, clock.UtcNow()));
    }

    public async Task<Outcome<LdarRepair>> Agree(int id, string remark, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var until = await db.Set<LdarRepair>().AsNoTracking().Where(one => one.Id == id).Select(one => one.DelayUntil).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return await desk.Take(LeakFlow.Life, LeakFlow.Agree, id, Given(remark), cancellationToken, until is { } day ? LdarWords.End(day) : null).ConfigureAwait(false);
    }

    public Task<Outcome<LdarRepair>> Refuse(int id, string remark, CancellationToken cancellationToken) => desk.Take(LeakFlow.Life, LeakFlow.Refuse, id, Given(remark), cancellationToken);

    private static Dictionary<string, string> Given(string remark) => new() { [LeakFlow.Remark] = remark };
}
