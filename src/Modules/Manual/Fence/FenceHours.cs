using EcoPark.Standards;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Modules.Manual.Fence;

/// <summary>Valid hours of channels: of each hour the value in force.</summary>
internal static class FenceHours
{
    /// <summary>What a value in one unit is multiplied by for another; <see langword="null"/> where they are of different kinds.</summary>
    public static double? ScaleOf(string from, string to) => from == to ? 1 : Unit.Of(from) is var one && Unit.Of(to) is var other && one.Dimension == other.Dimension && one.Dimension != UnitDimension.Single ? (double)(one.Scale / other.Scale) : null;

    public static async Task<IReadOnlyList<(int Channel, DateTime Time, double Value)>> Read(IReadingStore store, IReadOnlyList<Channel> channels, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var readings = channels.Count == 0 ? [] : await store.ReadMany([.. channels.SelectMany(channel => Effective.SeriesOf(channel.Id, Interval.Hour))], from, to, cancellationToken).ConfigureAwait(false);
        return [.. readings.GroupBy(reading => reading.Series.ChannelId).SelectMany(of => Effective.Choose([.. of])).Where(reading => reading.IsValid).Select(reading => (reading.Series.ChannelId, reading.Time, reading.Value!.Value))];
    }
}
