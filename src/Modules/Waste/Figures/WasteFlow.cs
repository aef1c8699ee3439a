using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;

namespace EcoPark.Modules.Waste.Figures;

/// <summary>An amount that goes from one place to the next.</summary>
public sealed record FlowLink(string From, string To, double Tonnes);

/// <summary>Where a year's waste went: kind → way → receiver. What went in and out of a kind is the same: what is missing came from earlier stock, what is left lies in stores or waits.</summary>
public static class WasteFlow
{
    public const string Earlier = "上年结存";
    public const string Left = "期末结存";
    private const string OtherKinds = "其他种类";
    private const string OtherDisposers = "其他单位";

    /// <param name="sums">Of the year.</param>
    /// <param name="kinds">By id.</param>
    /// <param name="disposers">Names by id.</param>
    /// <param name="most">Kinds, and receivers, that stand by themselves; the rest is one.</param>
    public static IReadOnlyList<FlowLink> Of(IReadOnlyList<WasteSum> sums, IReadOnlyDictionary<int, WasteKind> kinds, IReadOnlyDictionary<int, string> disposers, int most = 12)
    {
        var known = sums.Where(sum => kinds.ContainsKey(sum.KindId) && (sum.Stage == LedgerStage.Generated || LedgerStage.Final.Contains(sum.Stage))).ToList();
        HashSet<string> taken = [Earlier, Left, OtherKinds, OtherDisposers, .. LedgerStage.All, .. disposers.Values];
        // What enterprises call the same, or the catalogue does, is one kind here.
        string NameOf(WasteSum sum) => kinds[sum.KindId] is { Code.Length: > 0 } hazardous ? hazardous.Group : kinds[sum.KindId].Name is var name && taken.Contains(name) ? name + "（种类）" : name;
        var large = Largest(known, NameOf, most);
        var receivers = Largest(known.Where(sum => LedgerStage.Sent.Contains(sum.Stage)), DisposerOf, most);
        string DisposerOf(WasteSum sum) => disposers.GetValueOrDefault(sum.DisposerId ?? 0) ?? OtherDisposers;
        var links = new List<FlowLink>();
        foreach (var kind in known.GroupBy(sum => NameOf(sum) is var name && large.Contains(name) ? name : OtherKinds))
        {
            var ways = kind.Where(sum => sum.Stage != LedgerStage.Generated).GroupBy(sum => sum.Stage).Select(way => (Way: way.Key, Tonnes: way.Sum(sum => sum.Tonnes))).ToList();
            var rest = Math.Round(kind.Where(sum => sum.Stage == LedgerStage.Generated).Sum(sum => sum.Tonnes) - ways.Sum(way => way.Tonnes), 6);
            if (rest < 0)
                links.Add(new(Earlier, kind.Key, -rest));
            links.AddRange(ways.Select(way => new FlowLink(kind.Key, way.Way, Math.Round(way.Tonnes, 6))));
            if (rest > 0)
                links.Add(new(kind.Key, Left, rest));
        }

        links.AddRange(known.Where(sum => LedgerStage.Sent.Contains(sum.Stage)).GroupBy(sum => (sum.Stage, To: DisposerOf(sum) is var name && receivers.Contains(name) ? name : OtherDisposers))
            .Select(way => new FlowLink(way.Key.Stage, way.Key.To, Math.Round(way.Sum(sum => sum.Tonnes), 6))));
        return links;
    }

    private static HashSet<string> Largest(IEnumerable<WasteSum> sums, Func<WasteSum, string> name, int most) =>
        [.. sums.GroupBy(name).OrderByDescending(of => of.Sum(sum => sum.Tonnes)).Take(most).Select(of => of.Key)];
}
