using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Instruments;

/// <summary>Devices, analysers and days that belong together in what an actor may see of instruments.</summary>
/// <param name="Factors">Analysers, the logger itself being the empty one; <see langword="null"/> for all.</param>
public sealed record InstrumentWindow(IReadOnlyList<int> Devices, IReadOnlyList<string>? Factors, Stretch Days)
{
    public bool Has(int device, string factor, DateTime at) => Devices.Contains(device) && Factors?.Contains(factor) != false && Days.Covers(at);
}

/// <summary>What of the instruments is the actor's: an enterprise sees the analysers of its own channels on its own days, also where another enterprise shares the logger.</summary>
public static class InstrumentScope
{
    /// <param name="mn">One logger.</param>
    public static IReadOnlyList<InstrumentWindow> Of(RegistrySnapshot registered, bool isPark, string? mn)
    {
        if (isPark)
            return [new InstrumentWindow([.. registered.Devices.Concat(registered.Retired).Where(device => mn is null || device.Mn == mn).Select(device => device.Id)], null, Tenure.Always.Spans[0])];
        var windows = new List<InstrumentWindow>();
        var wanted = mn is null ? (int?)null : registered.EverByMn(mn)?.Id ?? 0;
        foreach (var device in registered.Channels.Where(channel => channel.DeviceId is { } id && (wanted is null || wanted == id)).GroupBy(channel => channel.DeviceId!.Value))
        {
            var tenures = device.ToLookup(channel => registered.TenureOf(channel.Id), channel => channel.FactorCode);
            windows.AddRange(tenures.SelectMany(group => group.Key.Spans.Select(span => new InstrumentWindow([device.Key], [.. group.Distinct()], span))));
            windows.AddRange(tenures.Select(group => group.Key).Aggregate(Tenure.Either).Spans.Select(span => new InstrumentWindow([device.Key], [""], span)));
        }

        return windows;
    }
}
