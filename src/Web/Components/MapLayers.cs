using EcoPark.Platform.Security;

namespace EcoPark.Web.Components;

/// <summary>A layer of the park's map.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
/// <param name="Permission">Shown to those who have it.</param>
/// <param name="Load">Reads what the actor may see of it.</param>
public sealed record MapLayer(string Key, string Title, string Permission, Func<CancellationToken, Task<MapModel>> Load);

/// <summary>The layers that the modules bring, as one map.</summary>
public sealed class MapLayers(IEnumerable<MapLayer> layers)
{
    /// <summary>What the actor may see.</summary>
    public IReadOnlyList<MapLayer> Mine => [.. layers.Where(layer => Actor.Current.May(layer.Permission))];

    /// <param name="without">Id of a shape to leave out: the one that is drawn.</param>
    public async Task<MapModel> Backdrop(string without, CancellationToken cancellationToken)
    {
        var (shapes, points) = (new List<MapShape>(), new List<MapPoint>());
        foreach (var layer in Mine)
        {
            var model = await layer.Load(cancellationToken);
            shapes.AddRange(model.Shapes.Where(shape => shape.Id != without));
            points.AddRange(model.Points.Where(point => point.Id != without));
        }

        return new MapModel(shapes, points);
    }
}
