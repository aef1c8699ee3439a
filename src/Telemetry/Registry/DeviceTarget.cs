using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Telemetry.Registry;

/// <summary>Data loggers as what records refer to. They are the park's affair: accounts of enterprises see none.</summary>
public sealed class DeviceTarget : IReferenceTarget
{
    /// <summary>By which fields name it.</summary>
    public const string TargetName = "data-loggers";

    public string Name => TargetName;

    public string Title => "数采仪";

    public Type Entity => typeof(Device);

    public bool IsVisible => Actor.Current.EnterpriseId is null && Actor.Current.May(TelemetryPermissions.ViewMonitoring);

    public async Task<IReadOnlyList<RecordTitle>> Titles(ParkDb db, IReadOnlyCollection<int> ids, CancellationToken cancellationToken) =>
        await Read(Visible(db).Where(device => ids.Contains(device.Id)), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<RecordTitle>> ByTitles(ParkDb db, IReadOnlyCollection<string> titles, CancellationToken cancellationToken) =>
        await Read(InService(db).Where(device => titles.Contains(device.Mn) || titles.Contains(device.Mn + " " + device.Name)), cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<RecordTitle>> Choose(ParkDb db, string? text, int most, CancellationToken cancellationToken)
    {
        var found = InService(db);
        if (!string.IsNullOrWhiteSpace(text))
            found = found.Where(device => (device.Mn + " " + device.Name).Contains(text.Trim()));
        return await Read(found.OrderBy(device => device.Mn).Take(most), cancellationToken).ConfigureAwait(false);
    }

    private static IQueryable<Device> Visible(ParkDb db) => db.Set<Device>().AsNoTracking().Where(_ => db.Scope == null);

    /// <summary>What may be chosen; those taken out of service are only named where they were chosen before.</summary>
    private static IQueryable<Device> InService(ParkDb db) => Visible(db).Where(device => device.RetiredAt == null);

    /// <summary>Named by MN and name; the MN alone will do.</summary>
    private static async Task<IReadOnlyList<RecordTitle>> Read(IQueryable<Device> devices, CancellationToken cancellationToken) =>
    [
        .. (await devices.Select(device => new { device.Id, device.Mn, device.Name }).ToListAsync(cancellationToken).ConfigureAwait(false))
            .Select(device => new RecordTitle(device.Id, $"{device.Mn} {device.Name}", null, device.Mn)),
    ];
}
