using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry;
using EcoPark.Telemetry.Instruments;
using EcoPark.Telemetry.Registry;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Instruments;

/// <summary>A command of a schedule, what became of it, and the result that came of it.</summary>
public sealed record CheckRunView(DateTime DueAt, string Mn, string Factor, CommandState? Command, string Detail, StandardCheckResult? Result);

/// <summary>Reads the runs of the schedules, within the actor's scope.</summary>
public sealed class CheckRuns(IDbContextFactory<ParkDb> databases, IDeviceRegistry registry)
{
    /// <summary>A result that comes later belongs to another check.</summary>
    private static readonly TimeSpan ResultWithin = TimeSpan.FromHours(4);

    /// <summary>The newest first.</summary>
    public async Task<Page<CheckRunView>> Search(string? mn, int skip, int take, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(TelemetryPermissions.ViewReadings))
            return new Page<CheckRunView>([], 0);
        var windows = InstrumentScope.Of(registry.Current, Actor.Current.EnterpriseId is null, mn);
        if (windows.Count == 0)
            return new Page<CheckRunView>([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var runs = windows.Select(window => Of(db.Set<CheckRun>().AsNoTracking(), window)).Aggregate(Queryable.Concat);
        var total = await runs.LongCountAsync(cancellationToken).ConfigureAwait(false);
        var page = await (from run in runs
                          join command in db.Set<CommandRecord>().IgnoreQueryFilters([RegistryModel.OfPark]) on run.CommandId equals command.Id into sent
                          from command in sent.DefaultIfEmpty()
                          orderby run.DueAt descending, run.Id descending
                          select new { Run = run, State = (CommandState?)command.State, Detail = command.Detail }).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (page.Count == 0)
            return new Page<CheckRunView>([], total);
        var (from, to) = (page.Min(one => one.Run.DueAt), page.Max(one => one.Run.DueAt) + ResultWithin);
        List<int> devices = [.. page.Select(one => registry.Current.EverByMn(one.Run.Mn)?.Id).OfType<int>().Distinct()];
        var results = (await db.Set<StandardCheckResult>().AsNoTracking().Where(check => devices.Contains(check.DeviceId) && check.At >= from && check.At < to).OrderBy(check => check.At).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToLookup(check => (check.DeviceId, check.Factor));
        return new Page<CheckRunView>(
            [.. page.Select(one => new CheckRunView(one.Run.DueAt, one.Run.Mn, one.Run.Factor, one.State, one.State is null ? one.Run.Problem : one.Detail ?? "", ResultOf(one.Run, results)))], total);
    }

    private IQueryable<CheckRun> Of(IQueryable<CheckRun> runs, InstrumentWindow window)
    {
        List<string> mns = [.. window.Devices.Select(id => registry.Current.EverById(id)?.Mn).OfType<string>()];
        var found = runs.Where(run => mns.Contains(run.Mn) && run.DueAt >= window.Days.From && run.DueAt < window.Days.To);
        return window.Factors is { } factors ? found.Where(run => factors.Contains(run.Factor)) : found;
    }

    private StandardCheckResult? ResultOf(CheckRun run, ILookup<(int, string), StandardCheckResult> results) =>
        registry.Current.EverByMn(run.Mn) is { } device ? results[(device.Id, run.Factor)].FirstOrDefault(check => check.At >= run.DueAt && check.At < run.DueAt + ResultWithin) : null;
}
