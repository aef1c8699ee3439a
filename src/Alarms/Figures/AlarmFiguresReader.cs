using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms.Figures;

/// <summary>Counts in the database, by the time lines of the alarms within the actor's scope; no query brings more rows than there are hours in a year, but for those of chattering causes (<see cref="MostRaisesOfThese"/>).</summary>
public sealed class AlarmFiguresReader(IDbContextFactory<ParkDb> databases, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>An alarm that stands longer is no alarm but a state, ISA-18.2.</summary>
    public static readonly TimeSpan StandsLong = TimeSpan.FromHours(24);

    private const int MostFrequent = 10;
    private const int MostChattering = 100;
    private const int MostRaisesOfThese = 20_000;

    /// <param name="from">UTC.</param>
    /// <param name="to">UTC, exclusive; what is to come is left out.</param>
    /// <param name="window">Minutes, of <see cref="Chatter.Windows"/>.</param>
    public async Task<AlarmFigures> Read(DateTime from, DateTime to, int window, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        to = to < now ? to : now;
        from = to - from > Longest ? to - Longest : from;
        if (!Actor.Current.May(AlarmPermissions.View) || from >= to)
            return new AlarmFigures(from, to < from ? from : to, 0, 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var raises = Raises(db, from, to);
        var older = now - StandsLong;
        var open = db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.State != AlarmState.Closed && alarm.FoundAt < older);
        return new AlarmFigures(
            from, to, await raises.CountAsync(cancellationToken).ConfigureAwait(false), await raises.Select(one => one.Alarm.Id).Distinct().CountAsync(cancellationToken).ConfigureAwait(false))
        {
            ByHour = await ByHour(raises, cancellationToken).ConfigureAwait(false),
            Peak = await Peak(raises, cancellationToken).ConfigureAwait(false),
            Floods = await Slots(raises).Where(slot => slot.Raises > AlarmFigures.Flood).CountAsync(cancellationToken).ConfigureAwait(false),
            Standing = await open.CountAsync(alarm => alarm.EndedAt == null, cancellationToken).ConfigureAwait(false),
            Unclosed = await open.CountAsync(cancellationToken).ConfigureAwait(false),
            Chattering = await Chattering(db, raises, window, cancellationToken).ConfigureAwait(false),
            Frequent = await Frequent(db, raises, cancellationToken).ConfigureAwait(false),
            Acknowledged = await Acknowledged(db, from, to, cancellationToken).ConfigureAwait(false),
        };
    }

    private static IQueryable<Raise> Raises(ParkDb db, DateTime from, DateTime to) =>
        from line in db.Set<FlowLine>().AsNoTracking()
        join alarm in db.Set<Alarm>() on line.SubjectId equals alarm.Id
        where line.Subject == AlarmFlows.Subject && line.To == nameof(AlarmState.Raised) && line.At >= @from && line.At < to
        select new Raise { At = line.At, Alarm = alarm };

    private static async Task<IReadOnlyList<(DateTime, int)>> ByHour(IQueryable<Raise> raises, CancellationToken cancellationToken)
    {
        var hours = await raises.GroupBy(one => new { one.At.Year, one.At.Month, one.At.Day, one.At.Hour }).Select(group => new { group.Key.Year, group.Key.Month, group.Key.Day, group.Key.Hour, Raises = group.Count() })
            .OrderBy(one => one.Year).ThenBy(one => one.Month).ThenBy(one => one.Day).ThenBy(one => one.Hour).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. hours.Select(one => (new DateTime(one.Year, one.Month, one.Day, one.Hour, 0, 0, DateTimeKind.Utc), one.Raises))];
    }

    private static IQueryable<Slot> Slots(IQueryable<Raise> raises) =>
        raises.GroupBy(one => new { one.At.Year, one.At.Month, one.At.Day, one.At.Hour, Ten = one.At.Minute / 10 })
            .Select(group => new Slot { Year = group.Key.Year, Month = group.Key.Month, Day = group.Key.Day, Hour = group.Key.Hour, Ten = group.Key.Ten, Raises = group.Count() });

    private static async Task<AlarmPeak?> Peak(IQueryable<Raise> raises, CancellationToken cancellationToken)
    {
        var most = await Slots(raises).OrderByDescending(slot => slot.Raises).ThenBy(slot => slot.Year).ThenBy(slot => slot.Month).ThenBy(slot => slot.Day).ThenBy(slot => slot.Hour).ThenBy(slot => slot.Ten)
            .FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (most is null)
            return null;
        var begin = new DateTime(most.Year, most.Month, most.Day, most.Hour, most.Ten * 10, 0, DateTimeKind.Utc);
        var end = begin.AddMinutes(10);
        return new AlarmPeak(begin, most.Raises, await raises.Where(one => one.At >= begin && one.At < end).Select(one => one.Alarm.Id).Distinct().CountAsync(cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<FrequentAlarm>> Frequent(ParkDb db, IQueryable<Raise> raises, CancellationToken cancellationToken)
    {
        var most = await raises.GroupBy(one => new { one.Alarm.Kind, one.Alarm.SubjectKey })
            .Select(group => new { Last = group.Max(one => one.Alarm.Id), Raises = group.Count(), Alarms = group.Select(one => one.Alarm.Id).Distinct().Count() })
            .OrderByDescending(one => one.Raises).ThenByDescending(one => one.Last).Take(MostFrequent).ToListAsync(cancellationToken).ConfigureAwait(false);
        var named = await Named(db, [.. most.Select(one => one.Last)], cancellationToken).ConfigureAwait(false);
        return [.. most.Select(one => new FrequentAlarm(named[one.Last], one.Raises, one.Alarms))];
    }

    /// <summary>Three within a window lie in two neighbouring windows of the clock at most, so that one of these has two: only such causes are looked at one by one.</summary>
    private static async Task<IReadOnlyList<AlarmChatter>> Chattering(ParkDb db, IQueryable<Raise> raises, int window, CancellationToken cancellationToken)
    {
        var lively = await raises.GroupBy(one => new { one.Alarm.Cause, one.At.Year, one.At.Month, one.At.Day, one.At.Hour, Window = one.At.Minute / window }).Where(group => group.Count() > 1)
            .Select(group => new { group.Key.Cause, Raises = group.Count() }).GroupBy(one => one.Cause).Select(group => new { Cause = group.Key, Raises = group.Sum(one => one.Raises) })
            .OrderByDescending(one => one.Raises).Take(MostChattering).Select(one => one.Cause).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (lively.Count == 0)
            return [];
        var times = await raises.Where(one => lively.Contains(one.Alarm.Cause)).OrderBy(one => one.Alarm.Cause).ThenBy(one => one.At)
            .Select(one => new { one.Alarm.Cause, one.Alarm.Id, one.At }).Take(MostRaisesOfThese).ToListAsync(cancellationToken).ConfigureAwait(false);
        var found = times.GroupBy(one => one.Cause).Select(group => (Last: group.Max(one => one.Id), Most: Chatter.Most([.. group.Select(one => one.At)], TimeSpan.FromMinutes(window)))).Where(one => one.Most is not null).ToList();
        var named = await Named(db, [.. found.Select(one => one.Last)], cancellationToken).ConfigureAwait(false);
        return [.. found.Select(one => new AlarmChatter(named[one.Last], one.Most!.Value.Count, one.Most.Value.From, one.Most.Value.To)).OrderByDescending(one => one.Most).ThenByDescending(one => one.To)];
    }

    private static async Task<AcknowledgeTimes> Acknowledged(ParkDb db, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var hours = from line in db.Set<FlowLine>().AsNoTracking()
                    join alarm in db.Set<Alarm>() on line.SubjectId equals alarm.Id
                    where line.Subject == AlarmFlows.Subject && line.Step == AlarmFlows.Acknowledging && line.Hours != null && line.At >= @from && line.At < to
                    orderby line.Hours
                    select line.Hours;
        var count = await hours.CountAsync(cancellationToken).ConfigureAwait(false);
        return count == 0 ? new AcknowledgeTimes(0, null, null) : new AcknowledgeTimes(count, await At(0.5).ConfigureAwait(false), await At(0.9).ConfigureAwait(false));

        async Task<double?> At(double share) => await hours.Skip((int)Math.Ceiling(share * count) - 1).FirstAsync(cancellationToken).ConfigureAwait(false) * 60;
    }

    private static Task<Dictionary<int, Alarm>> Named(ParkDb db, IReadOnlyList<int> ids, CancellationToken cancellationToken) =>
        db.Set<Alarm>().AsNoTracking().Where(alarm => ids.Contains(alarm.Id)).ToDictionaryAsync(alarm => alarm.Id, cancellationToken);

    private sealed class Raise
    {
        public DateTime At { get; init; }

        public Alarm Alarm { get; init; } = null!;
    }

    private sealed class Slot
    {
        public int Year { get; init; }

        public int Month { get; init; }

        public int Day { get; init; }

        public int Hour { get; init; }

        public int Ten { get; init; }

        public int Raises { get; init; }
    }
}
