using EcoPark.Platform.Security;

namespace EcoPark.Web.Components;

/// <summary>A layer of the park's map. The id of each object in it is “key/number”.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Load">Reads what the actor may see of it.</param>
public sealed record MapLayer(string Key, string Title, string Permission, Func<CancellationToken, Task<MapModel>> Load)
{
    public const string Land = "园区与周边";
    public const string Sources = "污染源";
    public const string Quality = "环境质量";
    public const string Risk = "环境风险";

    /// <summary>Heading that it stands under.</summary>
    public string Group { get; init; } = Land;

    /// <summary>The smallest comes first, and lies below.</summary>
    public int Order { get; init; } = 100;

    /// <summary>How often it changes by itself; <see langword="null"/> for what people enter.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>Not shown before somebody asks for it.</summary>
    public bool IsUsuallyHidden { get; init; }

    /// <summary>What its signs mean.</summary>
    public IReadOnlyList<MapSign> Legend { get; init; } = [];

    /// <summary>What is to be said of one object, by its number, for the actor; without it name and text are all.</summary>
    public Func<int, CancellationToken, Task<MapCard?>>? Card { get; init; }
}

/// <summary>The layers that the modules bring, as one map.</summary>
public sealed class MapLayers(IEnumerable<MapLayer> layers)
{
    /// <summary>Permission of the page that shows them all.</summary>
    public const string Permission = "map.view";

    /// <summary>Address of an object on that page.</summary>
    public static string HrefOf(string id) => $"/map?object={Uri.EscapeDataString(id)}";

    /// <summary>What the actor may see.</summary>
    public IReadOnlyList<MapLayer> Mine => [.. layers.Where(layer => Actor.Current.May(layer.Permission)).OrderBy(layer => layer.Order)];

    /// <summary>Whether objects of this kind have a place on the map at all.</summary>
    public bool Has(string key) => layers.Any(layer => layer.Key == key);

    /// <summary>What people have entered, below what a form or a page shows itself.</summary>
    /// <param name="without">Id of a shape to leave out: the one that is drawn.</param>
    public async Task<MapModel> Backdrop(string without, CancellationToken cancellationToken)
    {
        var (shapes, points) = (new List<MapShape>(), new List<MapPoint>());
        foreach (var layer in Mine.Where(layer => layer is { Every: null, Group: MapLayer.Land }))
        {
            var model = await layer.Load(cancellationToken);
            shapes.AddRange(model.Shapes.Where(shape => shape.Id != without));
            points.AddRange(model.Points.Where(point => point.Id != without));
        }

        return new MapModel(shapes, points);
    }
}
