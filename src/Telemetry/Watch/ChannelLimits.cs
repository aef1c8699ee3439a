using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Watch;

/// <summary>A permitted limit of a channel, in the channel's own unit.</summary>
/// <param name="Value">Not to be exceeded.</param>
/// <param name="Basis">Standard with its number, as the permit gives it.</param>
/// <param name="From">First day it holds; <see langword="null"/> from ever.</param>
/// <param name="To">Last day; <see langword="null"/> without end.</param>
public sealed record ChannelLimit(double Value, string Basis, DateOnly? From, DateOnly? To);

/// <summary>The limits that the watch judges channels by, for whoever draws them beside the readings.</summary>
public sealed class ChannelLimits
{
    private readonly WatchBooks _books;
    private readonly IDeviceRegistry _registry;

    internal ChannelLimits(WatchBooks books, IDeviceRegistry registry) => (_books, _registry) = (books, registry);

    /// <summary>All that the permit names of the channel's factor, whenever they hold; none where it has no permitted outlet or is not within the actor's scope.</summary>
    public IReadOnlyList<ChannelLimit> Of(int channelId) => !_registry.Current.ChannelById.ContainsKey(channelId) ? [] :
    [
        .. (_books.Current.Find(channelId)?.Limits ?? []).Where(limit => limit.Upper is not null)
            .Select(limit => new ChannelLimit(limit.Upper!.Value, limit.Basis, limit.Limit.EffectiveFrom, limit.Limit.EffectiveTo)),
    ];
}
