using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch.Stored;

/// <summary>All channels of one device at one point over some days: minutes side by side, and hours.</summary>
internal sealed class PointGrid(WatchBook book, TimeGrid minutes, IReadOnlyList<ChannelGrid> channels, TimeGrid hours, IReadOnlyList<ChannelGrid> hourly)
{
    public WatchBook Book { get; } = book;

    public TimeGrid Minutes { get; } = minutes;

    public IReadOnlyList<ChannelGrid> Channels { get; } = channels;

    public TimeGrid Hours { get; } = hours;

    public IReadOnlyList<ChannelGrid> Hourly { get; } = hourly;

    /// <summary>污水 or 废气 flow, where it is measured.</summary>
    public ChannelGrid? Flow { get; } = channels.FirstOrDefault(channel => RelatedFactors.Flows.Contains(channel.Entry.Channel.Subject.FactorCode));

    public PointKind Kind => Channels[0].Entry.Channel.PointKind;

    public IEnumerable<ChannelGrid> Concentrations => Channels.Where(channel => channel.Entry.Channel.IsConcentration);

    public ChannelGrid? Find(string factor) => Channels.FirstOrDefault(channel => channel.Entry.Channel.Subject.FactorCode == factor);

    public ChannelGrid HourlyOf(ChannelGrid channel) => Hourly.First(one => one.Entry == channel.Entry);

    /// <summary>Whether a rule is silent at a step: outside its hours, or excused by a filed plan.</summary>
    public Func<int, bool> Silent(WatchRule rule, ChannelEntry entry, TimeGrid grid) =>
        index => !rule.Hours.Hold(grid.At(index)) || Book.IsExempt(entry.Channel.Subject, rule.Kind, grid.At(index));

    public static PointGrid Of(WatchBook book, IReadOnlyList<ChannelEntry> entries, TimeGrid minutes, TimeGrid hours, ILookup<(int, Interval), Reading> stored) => new(
        book,
        minutes, [.. entries.Select(entry => ChannelGrid.Of(entry, stored[(entry.Channel.Subject.ChannelId!.Value, Interval.Minute)], minutes))],
        hours, [.. entries.Select(entry => ChannelGrid.Of(entry, stored[(entry.Channel.Subject.ChannelId!.Value, Interval.Hour)], hours))]);
}
