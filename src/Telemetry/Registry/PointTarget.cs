using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Registry;

/// <summary>Monitoring points as what records refer to; within the actor's scope.</summary>
public sealed class PointTarget : IReferenceTarget
{
    /// <summary>By which fields name it.</summary>
    public const string TargetName = "monitoring-points";

    public string Name => TargetName;

    public string Title => "监测点位";

    public Type Entity => typeof(MonitoringPoint);

    public bool IsVisible => Actor.Current.May(TelemetryPermissions.ViewReadings);

    public async Task<IReadOnlyList<RecordTitle>> Titles(ParkDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        await Read(Visible(db).Where(point => ids.Contains(point.Id)), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<RecordTitle>> ByTitles(ParkDb db, IReadOnlyCollection<string> titles, CancellationToken cancellationToken) =>
        await Read(Visible(db).Where(point => titles.Contains(point.Name) || titles.Contains(point.Enterprise + " " + point.Name)), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<RecordTitle>> Choose(ParkDb db, string? text, int most, CancellationToken cancellationToken)
    {
        var found = Visible(db);
        if (!string.IsNullOrWhiteSpace(text))
            found = found.Where(point => (point.Enterprise + " " + point.Name).Contains(text.Trim()));
        return await Read(found.OrderBy(point => point.Enterprise).ThenBy(point => point.Name).ThenBy(point => point.Id).Take(most), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An enterprise's accounts see its own.</summary>
    private static IQueryable<MonitoringPoint> Visible(ParkDb db) => db.Set<MonitoringPoint>().AsNoTracking().Where(point => db.Scope == null || point.EnterpriseId == db.Scope);

    /// <summary>Named with the enterprise; by its name alone it is meant where that is clear.</summary>
    private static async Task<IReadOnlyList<RecordTitle>> Read(IQueryable<MonitoringPoint> points, CancellationToken cancellationToken) =>
    [
        .. (await points.Select(point => new { point.Id, point.Name, point.Enterprise, point.EnterpriseId }).ToListAsync(cancellationToken).ConfigureAwait(false))
            .Select(point => new RecordTitle(point.Id, $"{point.Enterprise} {point.Name}".Trim(), point.EnterpriseId, point.Name)),
    ];
}
