using EcoPark.Alarms;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Telemetry.Readings;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Watch;

/// <summary>What the watch of every device shares.</summary>
internal interface IWatchServices
{
    WatchBook Book { get; }

    IReadingStore Store { get; }

    IAlarms Alarms { get; }

    TimeProvider Clock { get; }

    /// <summary>Takes over what the registry has learnt, such as a channel that its first telegram has made.</summary>
    Task Refresh();

    /// <summary>Alarms of a device whose condition still holds.</summary>
    Task<IReadOnlyList<Alarm>> LastingOf(int deviceId);
}

internal sealed class WatchServices(WatchBooks books, IDbContextFactory<ParkDb> databases, IReadingStore store, IAlarms alarms, TimeProvider clock) : IWatchServices
{
    public WatchBook Book => books.Current;

    public Task Refresh() => books.IsBehind ? books.Refresh(() => books.IsBehind, CancellationToken.None) : Task.CompletedTask;

    public IReadingStore Store => store;

    public IAlarms Alarms => alarms;

    public TimeProvider Clock => clock;

    public async Task<IReadOnlyList<Alarm>> LastingOf(int deviceId)
    {
        using var turn = Actor.As(Actor.System);
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        return await db.Set<Alarm>().AsNoTracking().Where(alarm => alarm.DeviceId == deviceId && alarm.OpenCause != null && alarm.EndedAt == null).ToListAsync().ConfigureAwait(false);
    }

    /// <summary>Alarms of some kinds whose condition still holds.</summary>
    public async Task<IReadOnlyList<Alarm>> LastingOf(IReadOnlyList<AlarmType> kinds)
    {
        var names = kinds.Select(kind => kind.Name).ToList();
        using var turn = Actor.As(Actor.System);
        await using var db = await databases.CreateDbContextAsync().ConfigureAwait(false);
        return await db.Set<Alarm>().AsNoTracking().Where(alarm => names.Contains(alarm.Kind) && alarm.OpenCause != null && alarm.EndedAt == null).ToListAsync().ConfigureAwait(false);
    }
}
