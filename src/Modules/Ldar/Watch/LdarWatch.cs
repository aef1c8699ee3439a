using EcoPark.Alarms;
using EcoPark.Modules.Ldar.Figures;
using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Leaks;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Modules.Ldar.Surveys;
using EcoPark.Platform.Changes;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Jobs;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Watch;

/// <summary>Opens leaks and looks at what is late when something of it has changed, and every hour, because time passes. Overdue tests are looked at hourly alone: they are days, and seals are many.</summary>
internal sealed class LdarWatch(JobKit kit, IDbContextFactory<ParkDb> databases, LeakKeeper keeper, PlanReader plans, ChangeFeed feed, StandingFindings standing) : Job(kit, "ldar-watch", "泄漏检测与修复", JobSchedule.Every(TimeSpan.FromSeconds(5)))
{
    /// <summary>Calibrations that are told of.</summary>
    private const int CalibrationDays = 30;

    private static readonly string[] RestsOn = [LdarReadingType.Name, LdarRepairType.Name, LdarCalibrationType.Name];
    private (ChangeVersion Version, DateTime Hour) _seen;
    private (DateTime Hour, IReadOnlyList<Finding> Found) _overdue = (default, []);

    protected override TimeSpan? Lease => TimeSpan.FromMinutes(2);

    protected override async Task Run(CancellationToken cancellationToken)
    {
        var now = Clock.UtcNow();
        var hour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        var seen = (await feed.Version(RestsOn, cancellationToken).ConfigureAwait(false), hour);
        if (seen == _seen)
            return;
        var kept = await keeper.Keep(cancellationToken).ConfigureAwait(false);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var names = await db.Set<Enterprise>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        if (_overdue.Hour != hour)
            _overdue = (hour, await Overdue(db, names, now, cancellationToken).ConfigureAwait(false));
        List<Finding> found = [.. _overdue.Found, .. await Leaks(db, names, now, cancellationToken).ConfigureAwait(false), .. await Calibrations(db, names, now, cancellationToken).ConfigureAwait(false)];
        await standing.Write(LdarAlarms.All, found, "情形已消除。", now, cancellationToken).ConfigureAwait(false);
        _seen = kept > 0 ? default : seen; // What was opened is looked at by the next run.
    }

    private async Task<IReadOnlyList<Finding>> Overdue(ParkDb db, Dictionary<int, string> names, DateTime now, CancellationToken cancellationToken)
    {
        var units = await db.Set<LdarUnit>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Name, cancellationToken).ConfigureAwait(false);
        return [.. LdarFindings.OfTests(await plans.Read(null, null, cancellationToken).ConfigureAwait(false), units, id => names.GetValueOrDefault(id, ""), now)];
    }

    private static async Task<IEnumerable<Finding>> Leaks(ParkDb db, Dictionary<int, string> names, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.Set<LdarRepair>().AsNoTracking().Where(one => one.Stage != LeakState.Closed).ToListAsync(cancellationToken).ConfigureAwait(false);
        return open.SelectMany(one => LdarFindings.OfLeak(one, names.GetValueOrDefault(one.EnterpriseId, ""), now));
    }

    private static async Task<IEnumerable<Finding>> Calibrations(ParkDb db, Dictionary<int, string> names, DateTime now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-CalibrationDays);
        var failed = await (from one in db.Set<LdarCalibration>().AsNoTracking() where one.At >= since && one.Verdict == LdarCalibrationType.Fails join instrument in db.Set<LdarInstrument>() on one.InstrumentId equals instrument.Id select new { one, instrument.Serial })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return failed.Select(one => LdarFindings.OfCalibration(one.one, one.Serial, names.GetValueOrDefault(one.one.EnterpriseId, ""))).OfType<Finding>();
    }
}
