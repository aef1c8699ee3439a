using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Notes days of outlets whose readings came late. Today and yesterday are worked up again and again anyway.</summary>
internal sealed class LateDays(DueDays due, IDeviceRegistry registry, TimeProvider clock) : IPeriodListener
{
    public Task RolledUp(IReadOnlyCollection<RollupTarget> periods, CancellationToken cancellationToken)
    {
        var yesterday = DateOnly.FromDateTime(clock.ParkNow()).AddDays(-1);
        var registered = registry.Current;
        var late = from period in periods
                   where period.Interval == Interval.Day
                   let day = DateOnly.FromDateTime(ParkTime.FromUtc(period.Start))
                   where day < yesterday && registered.ChannelById.ContainsKey(period.ChannelId)
                   let point = registered.PointById[registered.ChannelById[period.ChannelId].PointId]
                   where OutletKinds.IsOutlet(point.Kind)
                   select (point.Id, day, day);
        return due.Note([.. late], cancellationToken);
    }
}
