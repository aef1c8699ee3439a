using System.Globalization;
using System.Text.Json;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
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
        var points = await db.Set<OutletFiling>().IgnoreQueryFilters([RecordModel.Deleted]).AsNoTracking().Where(filing => outlets.Contains(filing.Id))
            .ToDictionaryAsync(filing => filing.Id, filing => filing.PointId, cancellationToken).ConfigureAwait(false);
        return [.. said.Where(one => points.ContainsKey(one.Outlet)).Select(one => (points[one.Outlet], one.First, one.Last))];
    }

    private static (int Outlet, DateOnly First, DateOnly Last)? Read(string content)
    {
        var said = JsonSerializer.Deserialize<Dictionary<string, string>>(content)!;
        return int.TryParse(said.GetValueOrDefault("outletId"), CultureInfo.InvariantCulture, out var outlet)
            && Day(said.GetValueOrDefault("from")) is { } first && Day(said.GetValueOrDefault("to")) is { } last ? (outlet, first, last) : null;
    }

    /// <summary>On the park's calendar.</summary>
    private static DateOnly? Day(string? moment) =>
        DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, out var time) ? DateOnly.FromDateTime(ParkTime.FromUtc(time.UtcDateTime)) : null;
}
