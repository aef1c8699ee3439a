using EcoPark.Contracts;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Puts stored days to the enterprise that the outlet belonged to on them: nothing of the days themselves changes when a point changes hands.</summary>
internal sealed class DayOwners
{
    private readonly Dictionary<PointId, string> _settled = [];

    /// <summary>Settles what has changed since the last call; all of it at the first.</summary>
    public async Task Settle(ParkDb db, IReadOnlyList<Outlet> outlets, CancellationToken cancellationToken)
    {
        foreach (var outlet in outlets)
        {
            var periods = Periods(outlet);
            var said = string.Join('/', periods);
            if (_settled.GetValueOrDefault(outlet.Id) == said)
                continue;
            foreach (var (first, last, owner) in periods)
            {
                await db.Set<OutletDay>().Where(day => day.PointId == outlet.Id.Value && day.Day >= first && day.Day <= last && day.EnterpriseId != owner)
                    .ExecuteUpdateAsync(set => set.SetProperty(day => day.EnterpriseId, owner), cancellationToken).ConfigureAwait(false);
            }

            _settled[outlet.Id] = said;
        }
    }

    private static List<(DateOnly First, DateOnly Last, int Owner)> Periods(Outlet outlet)
    {
        var periods = new List<(DateOnly First, DateOnly Last, int Owner)>();
        var first = DateOnly.MinValue;
        foreach (var former in outlet.Point.FormerOwners.OrderBy(one => one.LastDay))
        {
            periods.Add((first, former.LastDay, former.EnterpriseId));
            first = former.LastDay.AddDays(1);
        }

        periods.Add((first, DateOnly.MaxValue, outlet.EnterpriseId));
        return periods;
    }
}
