using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>Alarms of one cause within a filter, so that a flood stays readable.</summary>
/// <param name="Key">Id of the enterprise or device, or name of the kind.</param>
/// <param name="Name">Chinese.</param>
/// <param name="Count">Alarms.</param>
/// <param name="Unacknowledged">Of these not acknowledged.</param>
/// <param name="Level">The most urgent.</param>
public sealed record AlarmGroupCount(string Key, string Name, int Count, int Unacknowledged, AlarmLevel Level);

/// <summary>How many alarms of a level there are.</summary>
public sealed record AlarmLevelCount(AlarmLevel Level, int Count, int Unacknowledged);

/// <summary>Open alarms of a monitoring point.</summary>
/// <param name="Level">The most urgent.</param>
public sealed record PointAlarms(int PointId, AlarmLevel Level, int Count);

/// <summary>Reads alarms within the actor's scope; without the permission there is nothing to read.</summary>
public sealed class AlarmReader(IDbContextFactory<ParkDb> databases, FlowReader flows, TimeProvider clock)
{
    private const int MostGroups = 12;

    /// <summary>One page; without a sort what wants a person first, then urgency, then the newest.</summary>
    public async Task<Page<Alarm>> Search(AlarmFilter filter, string? sort, bool isDescending, int skip, int take, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return new Page<Alarm>([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = filter.Apply(db, clock.UtcNow());
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        return new Page<Alarm>(await Order(found, sort, isDescending).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    /// <summary>Order of a list: as its address says, else as such lists are read.</summary>
    public static (string? Sort, bool IsDescending) OrderOf(RecordQuery query, bool isRecord) => query.Sort is null && isRecord ? ("firstAt", true) : (query.Sort, query.IsDescending);

    /// <summary>What was raised, or raised again, at or after a time and before another (UTC).</summary>
    public async Task<IReadOnlyList<AlarmRaise>> Raises(AlarmCategory category, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var raises =
            from line in db.Set<FlowLine>().AsNoTracking()
            join alarm in db.Set<Alarm>() on line.SubjectId equals alarm.Id
            where line.Subject == AlarmFlows.Subject && line.To == nameof(AlarmState.Raised) && line.At >= @from && line.At < to && alarm.Category == category.Key
            select new AlarmRaise(line.At == alarm.FoundAt ? alarm.FirstAt : line.At, alarm.PointId, alarm.DeviceId);
        return await raises.ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Numbers alone, in the order of the list.</summary>
    public async Task<IReadOnlyList<int>> Ids(AlarmFilter filter, string? sort, bool isDescending, int most, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await Order(filter.Apply(db, clock.UtcNow()), sort, isDescending).Take(most).Select(alarm => alarm.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<Alarm?> Find(int id, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Alarm>().AsNoTracking().FirstOrDefaultAsync(alarm => alarm.Id == id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The time line, oldest first; empty where the alarm is outside the scope.</summary>
    public async Task<IReadOnlyList<FlowLine>> Steps(int id, CancellationToken cancellationToken) =>
        await Find(id, cancellationToken).ConfigureAwait(false) is null ? [] : await flows.Lines(AlarmFlows.Subject, id, cancellationToken).ConfigureAwait(false);

    /// <summary>Numbers by enterprise (or station), the largest first.</summary>
    public async Task<IReadOnlyList<AlarmGroupCount>> ByEnterprise(AlarmFilter filter, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var groups = await filter.Apply(db, clock.UtcNow()).GroupBy(alarm => new { alarm.EnterpriseId, alarm.Enterprise })
            .Select(group => new { group.Key.EnterpriseId, group.Key.Enterprise, Count = group.Count(), Waiting = group.Count(alarm => alarm.State == AlarmState.Raised), Level = group.Min(alarm => alarm.Level) })
            .OrderByDescending(group => group.Count).Take(MostGroups).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. groups.Select(group => new AlarmGroupCount(
            group.EnterpriseId.ToString(System.Globalization.CultureInfo.InvariantCulture), group.Enterprise.Length > 0 ? group.Enterprise : "园区站点", group.Count, group.Waiting, group.Level))];
    }

    /// <summary>Numbers by kind, the largest first.</summary>
    public async Task<IReadOnlyList<AlarmGroupCount>> ByKind(AlarmFilter filter, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var groups = await filter.Apply(db, clock.UtcNow()).GroupBy(alarm => new { alarm.Kind, alarm.What })
            .Select(group => new { group.Key.Kind, group.Key.What, Count = group.Count(), Waiting = group.Count(alarm => alarm.State == AlarmState.Raised), Level = group.Min(alarm => alarm.Level) })
            .OrderByDescending(group => group.Count).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. groups.Select(group => new AlarmGroupCount(group.Kind, group.What, group.Count, group.Waiting, group.Level))];
    }

    /// <summary>Numbers by level, the most urgent first.</summary>
    public async Task<IReadOnlyList<AlarmLevelCount>> ByLevel(AlarmFilter filter, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await filter.Apply(db, clock.UtcNow()).GroupBy(alarm => alarm.Level).OrderBy(group => group.Key)
            .Select(group => new AlarmLevelCount(group.Key, group.Count(), group.Count(alarm => alarm.State == AlarmState.Raised))).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Open alarms by monitoring point; shelved ones wait.</summary>
    public async Task<IReadOnlyList<PointAlarms>> ByPoint(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.View))
            return [];
        var now = clock.UtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        return await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.OpenCause != null && alarm.PointId != null && (alarm.ShelvedUntil == null || alarm.ShelvedUntil <= now))
            .GroupBy(alarm => alarm.PointId!.Value).Select(group => new PointAlarms(group.Key, group.Min(alarm => alarm.Level), group.Count())).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<Alarm> Order(IQueryable<Alarm> found, string? sort, bool isDescending) => (sort, isDescending) switch
    {
        ("firstAt", false) => found.OrderBy(alarm => alarm.FirstAt).ThenBy(alarm => alarm.Id),
        ("firstAt", true) => found.OrderByDescending(alarm => alarm.FirstAt).ThenByDescending(alarm => alarm.Id),
        ("level", false) => found.OrderBy(alarm => alarm.Level).ThenByDescending(alarm => alarm.FirstAt),
        ("level", true) => found.OrderByDescending(alarm => alarm.Level).ThenByDescending(alarm => alarm.FirstAt),
        ("enterprise", false) => found.OrderBy(alarm => alarm.Enterprise).ThenByDescending(alarm => alarm.FirstAt),
        ("enterprise", true) => found.OrderByDescending(alarm => alarm.Enterprise).ThenByDescending(alarm => alarm.FirstAt),
        ("point", false) => found.OrderBy(alarm => alarm.Point).ThenByDescending(alarm => alarm.FirstAt),
        ("point", true) => found.OrderByDescending(alarm => alarm.Point).ThenByDescending(alarm => alarm.FirstAt),
        _ => found.OrderBy(alarm => alarm.State).ThenBy(alarm => alarm.Level).ThenByDescending(alarm => alarm.FirstAt).ThenByDescending(alarm => alarm.Id),
    };
}
