using EcoPark.Platform.Security;

namespace EcoPark.Alarms;

/// <summary>What a link of an alarm is the page of; lists show one of each at most.</summary>
public enum AlarmLinkKind
{
    /// <summary>Outlet or station.</summary>
    Place,

    Device,

    Other,
}

/// <summary>Where an alarm leads besides its own page: the outlet, the station, the logger. A room registers it for what it has pages of.</summary>
/// <param name="Title">Chinese: 排口.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Find">Addresses by number of the alarm, for those alarms that have one; asked once for a whole page of a list.</param>
public sealed record AlarmLink(string Title, string Permission, Func<IServiceProvider, IReadOnlyList<Alarm>, CancellationToken, Task<IReadOnlyDictionary<int, string>>> Find)
{
    public AlarmLinkKind Kind { get; init; } = AlarmLinkKind.Place;
}

/// <summary>All links of alarms, for the actor.</summary>
public sealed class AlarmLinks(IEnumerable<AlarmLink> links, IServiceProvider services)
{
    public async Task<ILookup<int, (AlarmLink Link, string Href)>> Of(IReadOnlyList<Alarm> alarms, CancellationToken cancellationToken)
    {
        var found = new List<(int Alarm, AlarmLink Link, string Href)>();
        foreach (var link in links.Where(link => alarms.Count > 0 && Actor.Current.May(link.Permission)))
            found.AddRange((await link.Find(services, alarms, cancellationToken).ConfigureAwait(false)).Select(one => (one.Key, link, one.Value)));
        return found.ToLookup(one => one.Alarm, one => (one.Link, one.Href));
    }
}
