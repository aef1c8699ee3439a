using EcoPark.Alarms;
using EcoPark.Web.Components;

namespace EcoPark.Modules.OneMap;

/// <summary>What one open map has read: each layer once, those that change by themselves again when it is time.</summary>
public sealed class LayerBook(IReadOnlyList<MapLayer> layers)
{
    private readonly Dictionary<string, (DateTime At, IReadOnlyList<MapThing> Things)> _read = [];

    /// <summary>Those that the actor may see, the lowest first.</summary>
    public IReadOnlyList<MapLayer> Layers { get; } = layers;

    /// <summary>Reads those of the wanted layers that are not known, or too old.</summary>
    public async Task Read(IEnumerable<string> wanted, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var layer in Layers.Where(layer => wanted.Contains(layer.Key) && IsDue(layer, now)))
        {
            var model = await layer.Load(cancellationToken);
            _read[layer.Key] = (now, [.. model.Shapes.Select(shape => new MapThing(layer, shape)), .. model.Points.Select(point => new MapThing(layer, point))]);
        }
    }

    /// <summary>What has been read of a layer.</summary>
    public IReadOnlyList<MapThing> Of(string layer) => _read.TryGetValue(layer, out var known) ? known.Things : [];

    /// <summary>What has been read, with the open alarms of its points.</summary>
    /// <param name="shown">Keys of layers.</param>
    /// <param name="enterprise">Only what belongs to it, and what belongs to none.</param>
    public IReadOnlyList<MapThing> Shown(IReadOnlyCollection<string> shown, int? enterprise, IReadOnlyDictionary<int, PointAlarms> alarms) =>
    [
        .. Layers.Where(layer => shown.Contains(layer.Key)).SelectMany(layer => Of(layer.Key)).Where(thing => enterprise is null || thing.EnterpriseId is null || thing.EnterpriseId == enterprise)
            .Select(thing => thing.Point is { PointId: { } point } && alarms.TryGetValue(point, out var open) ? new MapThing(thing.Layer, Alarmed(thing.Point, open)) : thing),
    ];

    public MapThing? Find(string id) => _read.Values.SelectMany(known => known.Things).FirstOrDefault(thing => thing.Id == id);

    /// <summary>A source of pollution takes the colour of its most urgent alarm; a station keeps that of its index. Both bear the level's word.</summary>
    public static MapPoint Alarmed(MapPoint point, PointAlarms alarms)
    {
        var (sign, colour, level) = (point.Shown, MapSign.AlarmColour((int)alarms.Level), AlarmWords.Of(alarms.Level));
        return point with
        {
            Sign = sign with
            {
                Word = string.Join('，', new[] { sign.Word, $"{level}色报警等 {alarms.Count} 条未关闭" }.Where(part => part.Length > 0)),
                Colour = point.TakesAlarms ? colour : sign.Colour,
                Badge = level,
                BadgeColour = colour,
                Rank = 20 + 5 - (int)alarms.Level,
            },
        };
    }

    private bool IsDue(MapLayer layer, DateTime now) => !_read.TryGetValue(layer.Key, out var known) || (layer.Every is { } every && now - known.At >= every);
}
