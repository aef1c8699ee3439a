namespace EcoPark.Reports.Statistics;

/// <summary>All places of a table, quantity by quantity, and the members that they are named by.</summary>
internal sealed class Tallies
{
    private readonly Dictionary<(string Quantity, Place Place), Tally> _tallies = [];
    private readonly Dictionary<string, Dictionary<string, Member>> _members = [];

    /// <summary>Places that have rows.</summary>
    public IEnumerable<Place> Places => _tallies.Keys.Select(key => key.Place).Distinct();

    public Tally At(Quantity quantity, Place place) => _tallies.TryGetValue((quantity.Key, place), out var tally) ? tally : _tallies[(quantity.Key, place)] = new Tally();

    public Tally? Find(Quantity quantity, Place place) => _tallies.GetValueOrDefault((quantity.Key, place));

    public IEnumerable<Tally> Of(Quantity quantity) => _tallies.Where(one => one.Key.Quantity == quantity.Key).Select(one => one.Value);

    /// <summary>Members of an axis that have been named, by key.</summary>
    public IReadOnlyDictionary<string, Member> MembersOf(Axis axis) => _members.GetValueOrDefault(axis.Key) ?? [];

    public void Name(Axis axis, Member member)
    {
        if (!_members.TryGetValue(axis.Key, out var own))
            own = _members[axis.Key] = [];
        own.TryAdd(member.Key, member);
    }
}
