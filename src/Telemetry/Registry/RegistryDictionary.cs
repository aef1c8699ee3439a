using System.Globalization;
using EcoPark.Platform.Dictionaries;

namespace EcoPark.Telemetry.Registry;

/// <summary>The registry's points and loggers as things to choose in a record; always as registered now, and within the actor's scope.</summary>
public sealed class RegistryDictionary
{
    /// <summary>Codes are ids of points.</summary>
    public const string Points = "monitoring-points";

    /// <summary>Codes are MNs.</summary>
    public const string Devices = "data-loggers";

    private readonly IDeviceRegistry _registry;
    private readonly Func<RegistrySnapshot, IEnumerable<DictionaryItem>> _make;
    private (RegistrySnapshot Of, IReadOnlyList<DictionaryItem> Items) _known = (RegistrySnapshot.Empty, []);

    private RegistryDictionary(IDeviceRegistry registry, Func<RegistrySnapshot, IEnumerable<DictionaryItem>> make) => (_registry, _make) = (registry, make);

    public static ParkDictionary OfPoints(IDeviceRegistry registry) => Create(Points, "监测点位", registry, known =>
        known.Points.Select(point => new DictionaryItem(point.Id.ToString(CultureInfo.InvariantCulture), $"{point.Enterprise} {point.Name}".Trim())));

    public static ParkDictionary OfDevices(IDeviceRegistry registry) => Create(Devices, "数采仪", registry, known =>
        known.Devices.Select(device => new DictionaryItem(device.Mn, device.Name)));

    private static ParkDictionary Create(string name, string title, IDeviceRegistry registry, Func<RegistrySnapshot, IEnumerable<DictionaryItem>> make) =>
        new(name, title, "数采仪与点位登记", "当前", new RegistryDictionary(registry, make).Items);

    private IReadOnlyList<DictionaryItem> Items()
    {
        var (known, now) = (_known, _registry.Current);
        if (!ReferenceEquals(known.Of, now))
            _known = known = (now, [.. _make(now)]);
        return known.Items;
    }
}
