using System.Collections.Concurrent;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Readings;

/// <summary>Marks readings that cannot be measurements of their factor: negative concentrations, codes of missing values, other units. They are kept as sent and stand in no mean.</summary>
internal static class Plausibility
{
    private static readonly ConcurrentDictionary<(string Factor, Medium Medium, string Unit), PlausibleRange?> Ranges = new();

    /// <summary>Marks those of a list from an index on.</summary>
    public static void Mark(List<Reading> readings, int first, RegistrySnapshot registered)
    {
        for (var at = first; at < readings.Count; at++)
        {
            var reading = readings[at];
            if (reading.Value is { } value && registered.ChannelById.TryGetValue(reading.Series.ChannelId, out var channel) && RangeOf(channel, registered) is { } range && !range.Contains(value))
                readings[at] = reading with { Marks = reading.Marks | ReadingMarks.Implausible };
        }
    }

    /// <summary>What a channel's figures can be, in its unit; null where nothing is known.</summary>
    public static PlausibleRange? RangeOf(Channel channel, RegistrySnapshot registered)
    {
        var medium = registered.PointById.TryGetValue(channel.PointId, out var point) ? point.Kind.RollupMedium() : Medium.Other;
        return Ranges.GetOrAdd((channel.FactorCode, medium, channel.Unit), key => PlausibleRange.Of(key.Factor, key.Medium, Unit.Of(key.Unit)));
    }
}
