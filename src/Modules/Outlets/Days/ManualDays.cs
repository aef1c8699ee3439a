using System.Globalization;
using System.Text.Json;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Days;

/// <summary>Days that changed results of 手工监测 bear on: what a record says now, and what it said before it was changed, moved or deleted.</summary>
internal static class ManualDays
{
    /// <param name="changed">The records.</param>
    public static async Task<IReadOnlyList<(int Point, DateOnly First, DateOnly Last)>> Of(ParkDb db, IReadOnlyCollection<int> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            return [];
        var revisions = db.Set<RecordRevision>().AsNoTracking().Where(revision => revision.Type == OutletManualResultType.Name);
        var contents = await revisions.Where(revision => changed.Contains(revision.RecordId)).Select(revision => revision.Content).ToListAsync(cancellationToken).ConfigureAwait(false);
        var said = contents.Select(Read).OfType<(int Outlet, DateOnly First, DateOnly Last)>().ToList();
        var outlets = said.Select(one => one.Outlet).Distinct().ToList();
        var points = (await db.Set<OutletFiling>().IgnoreQueryFilters([RecordModel.Deleted]).AsNoTracking().Where(filing => outlets.Contains(filing.Id)).ToListAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(filing => filing.Id, filing => filing.PointId);
        return [.. said.Where(one => points.GetValueOrDefault(one.Outlet) is not null).Select(one => (points[one.Outlet]!.Value, one.First, one.Last))];
    }

    private static (int Outlet, DateOnly First, DateOnly Last)? Read(string content)
    {
        var said = JsonSerializer.Deserialize<Dictionary<string, string>>(content)!;
        return int.TryParse(said.GetValueOrDefault("outletId"), CultureInfo.InvariantCulture, out var outlet)
            && DateOnly.TryParse(said.GetValueOrDefault("fromDay"), CultureInfo.InvariantCulture, out var first) && DateOnly.TryParse(said.GetValueOrDefault("toDay"), CultureInfo.InvariantCulture, out var last)
            ? (outlet, first, last) : null;
    }
}
