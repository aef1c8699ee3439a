using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Modules.OneMap.Hours;
using EcoPark.Modules.OneMap.Measuring;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Telemetry;
using EcoPark.Web.Components;
using Microsoft.AspNetCore.Components;

namespace EcoPark.Modules.OneMap;

/// <summary>The page's state is its address; what it reads, the book holds.</summary>
public sealed partial class OneMapPage
{
    private const string Remembered = "map.layers";
    private const double Near = 15.5;
    private const double UsualRadius = 500;

    private LayerBook _book = new([]);
    private MapAddress _address = new();
    private readonly Queue<string> _gone = [];
    private HashSet<string> _shown = [];
    private IReadOnlyDictionary<int, PointAlarms> _alarms = new Dictionary<int, PointAlarms>();
    private IReadOnlyDictionary<string, int> _counts = new Dictionary<string, int>();
    private IReadOnlyList<MapThing> _things = [];
    private IReadOnlyList<MapPoint> _points = [];
    private IReadOnlyList<MapShape> _shapes = [];
    private IReadOnlyList<MapThing> _own = [];
    private (double West, double South, double East, double North)? _whole;
    private MapPlace? _start;
    private MapCard? _card;
    private ParkMap? _map;
    private (double Longitude, double Latitude)? _place;
    private string _overlay = "";
    private Measurement _measured = Measurement.None;
    private IReadOnlyList<Neighbour> _near = [];
    private IReadOnlyList<MapThing> _stations = [];
    private HourScene? _scene;
    private NetTopologySuite.Geometries.Geometry? _area;
    private bool _isTreeOpen;
    private bool _isRead;
    private bool _isEmpty;
    private bool _isMissing;

    [SupplyParameterFromQuery(Name = "layers")]
    public string? LayerWords { get; set; }

    [SupplyParameterFromQuery]
    public string? At { get; set; }

    [SupplyParameterFromQuery]
    public string? Object { get; set; }

    [SupplyParameterFromQuery]
    public string? Enterprise { get; set; }

    [SupplyParameterFromQuery]
    public string? List { get; set; }

    [SupplyParameterFromQuery(Name = "near")]
    public string? NearWords { get; set; }

    [SupplyParameterFromQuery]
    public string? Factor { get; set; }

    [SupplyParameterFromQuery]
    public string? Days { get; set; }

    [SupplyParameterFromQuery]
    public string? Hour { get; set; }

    [SupplyParameterFromQuery(Name = "surface")]
    public string? SurfaceWord { get; set; }

    protected override TimeSpan? Every => TimeSpan.FromSeconds(10);

    private bool HasSide => _address.Object.Length > 0 || _address.Near is not null;

    private bool HasHours => _stations.Count > 0 && Actor.Current.May(TelemetryPermissions.ViewReadings);

    private IReadOnlyList<MapThing> Companies => _book.Of(EnterpriseType.Name);

    private IEnumerable<string> Wanted => _shown.Append(LayerOf(_address.Object)).Append(EnterpriseType.Name);

    protected override async Task OnInitializedAsync()
    {
        _book = new LayerBook(Layers.Mine);
        _isTreeOpen = await Browser.IsWide();
        _address = await Resolved(Given());
        var remembered = _address.Layers ?? (await Browser.Recall(Remembered))?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [.. _book.Layers.Where(layer => !layer.IsUsuallyHidden).Select(layer => layer.Key)];
        _shown = [.. remembered.Intersect(_book.Layers.Select(layer => layer.Key)), .. new[] { LayerOf(_address.Object) }.Where(key => key.Length > 0)];
        _start = _address.Place;
        await First();
        if (_start is null && _card is not null && _book.Find(_address.Object) is { } thing && PlaceOf(thing) is { } place)
            _start = place;
        _isRead = true;
    }

    protected override async Task OnParametersSetAsync()
    {
        var given = await Resolved(Given());
        if (!_isRead || IsOwn(given.Write()))
            return;
        // Somebody went back, or followed a link to another view.
        var isOther = given.Object != _address.Object;
        _address = given;
        if (given.Layers is { } layers)
            _shown = [.. layers.Intersect(_book.Layers.Select(layer => layer.Key))];
        if (LayerOf(given.Object) is { Length: > 0 } layer)
            _shown.Add(layer);
        await Refresh();
        if (isOther && _book.Find(given.Object) is { } thing)
            await FlyTo(thing);
    }

    protected override async Task Refresh()
    {
        await _book.Read(Wanted, Clock.UtcNow(), Left);
        _alarms = (await Alarms.ByPoint(Left)).ToDictionary(one => one.PointId);
        Arrange();
        await ReadCard();
        await ReadNear();
        if (_things.Count == 0 && !_isEmpty)
        {
            // Nothing of what is chosen has a place; perhaps something else has.
            await _book.Read(_book.Layers.Select(layer => layer.Key), Clock.UtcNow(), Left);
            _isEmpty = _book.Layers.All(layer => _book.Of(layer.Key).Count == 0);
        }
    }

    /// <summary>Pages that know a monitoring point alone ask for “point/12”: whatever stands on the map for it.</summary>
    private async Task<MapAddress> Resolved(MapAddress address)
    {
        if (LayerOf(address.Object) != "point" || !int.TryParse(address.Object["point/".Length..], CultureInfo.InvariantCulture, out var point))
            return address;
        await _book.Read(_book.Layers.Select(layer => layer.Key), Clock.UtcNow(), Left);
        return _book.Layers.SelectMany(layer => _book.Of(layer.Key)).FirstOrDefault(thing => thing.Point?.PointId == point) is { } thing ? address with { Object = thing.Id } : address;
    }

    private MapAddress Given() => MapAddress.Read(name => name switch { "layers" => LayerWords, "at" => At, "object" => Object, "enterprise" => Enterprise, "list" => List, "near" => NearWords, "factor" => Factor, "days" => Days, "hour" => Hour, "surface" => SurfaceWord, _ => null });

    private static string LayerOf(string id) => id.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? id[..end] : "";

    private void Arrange()
    {
        _things = _book.Shown(_shown, _address.Enterprise, _alarms);
        _counts = _things.CountBy(thing => thing.Layer.Key).ToDictionary();
        _stations = [.. _things.Where(thing => thing.Layer.Group == MapLayer.Quality && thing.Point?.PointId is not null)];
        _area = _book.Of("park").Select(thing => thing.Geometry).FirstOrDefault();
        Draw();
        _shapes = [.. _things.Select(thing => thing.Shape).OfType<MapShape>()];
        _whole ??= MapBounds.Of(_things);
        _isEmpty &= _things.Count == 0;
    }

    /// <summary>Points as they are now, or as they were in the hour that is looked at: stations that do not measure its factor stand back.</summary>
    private void Draw()
    {
        var points = _things.Select(thing => thing.Point).OfType<MapPoint>();
        if (_scene is { } scene)
        {
            var stations = _stations.Select(thing => thing.Id).ToHashSet();
            points = points.Where(point => !stations.Contains(point.Id) || scene.Signs.ContainsKey(point.PointId!.Value))
                .Select(point => stations.Contains(point.Id) ? point with { Sign = scene.Signs[point.PointId!.Value] } : point);
        }

        _points = [.. points];
        _overlay = MapOverlay.Write(_measured, _address.Near, _scene?.Arrows ?? []);
    }

    private void ShowHour(HourScene? scene)
    {
        _scene = scene;
        Draw();
    }

    private void ViewHours(MapAddress view) => Go(_address with { Factor = view.Factor, Days = view.Days, Hour = view.Hour, HasSurface = view.HasSurface });

    private void Begin(MapTool tool)
    {
        _measured = tool == MapTool.None ? Measurement.None : new Measurement(tool, []);
        Draw();
    }

    private void Finished()
    {
        _measured = _measured.Corners.Count == 0 ? Measurement.None : _measured with { IsDone = true };
        Draw();
    }

    /// <summary>What is within a circle, of all layers that the actor may see.</summary>
    private async Task Ask(MapCircle? circle)
    {
        Go(_address with { Near = circle });
        await ReadNear();
        Draw();
    }

    private async Task ReadNear()
    {
        _near = [];
        if (_address.Near is not { } circle)
            return;
        var keys = _book.Layers.Select(layer => layer.Key).ToList();
        await _book.Read(keys, Clock.UtcNow(), Left);
        _near = Neighbour.Of(_book.Shown(keys, _address.Enterprise, _alarms), circle);
    }

    private async Task ReadCard()
    {
        (_own, _place) = ([], null);
        var thing = _address.Object.Length == 0 ? null : _book.Find(_address.Object);
        if (thing is null)
        {
            _card = null;
            return;
        }

        var card = thing.Layer.Card is null
            ? new MapCard(thing.Name, thing.Layer.Title, thing.Href) { Sign = thing.Point?.Shown, Note = thing.Text }
            : await thing.Layer.Card(thing.Number, Left);
        if (card is not null && thing.Point is { PointId: { } point } && _alarms.TryGetValue(point, out var open))
            card = card with { Sign = LayerBook.Alarmed(thing.Point with { Sign = card.Sign }, open).Sign };
        if (thing.Layer.Key == EnterpriseType.Name)
        {
            var sources = _book.Layers.Where(layer => layer.Group == MapLayer.Sources).Select(layer => layer.Key).ToList();
            await _book.Read(sources, Clock.UtcNow(), Left);
            _own = [.. _book.Shown(sources, null, _alarms).Where(one => one.EnterpriseId == thing.Number)];
        }

        _card = card;
        _place = thing.Point is { } at ? (at.Longitude, at.Latitude) : null;
    }

    private async Task<IEnumerable<MapThing>> Search(string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        await _book.Read(_book.Layers.Select(layer => layer.Key), Clock.UtcNow(), Left);
        return [.. _book.Layers.SelectMany(layer => _book.Of(layer.Key)).Where(thing => thing.Name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase)).Take(12)];
    }

    private async Task Choose(MapThing? thing)
    {
        if (thing is null)
            return;
        _shown.Add(thing.Layer.Key);
        await Look(thing.Id);
        await FlyTo(thing);
    }

    private async Task Clicked((string Id, double Longitude, double Latitude) click)
    {
        switch (_measured.Tool)
        {
            case MapTool.None:
                await (click.Id.Length > 0 ? Look(click.Id) : Close());
                break;
            case MapTool.Near:
                _measured = Measurement.None;
                await Ask(new MapCircle(Math.Round(click.Longitude, 6), Math.Round(click.Latitude, 6), _address.Near?.Metres ?? UsualRadius));
                break;
            default:
                _measured = _measured.With(click.Longitude, click.Latitude);
                Draw();
                break;
        }
    }

    private async Task Look(string id)
    {
        Go(_address with { Object = id });
        await _book.Read(Wanted, Clock.UtcNow(), Left);
        Arrange();
        await ReadCard();
    }

    private Task Close()
    {
        (_card, _own) = (null, []);
        if (_address.Object.Length > 0)
            Go(_address with { Object = "" });
        return Task.CompletedTask;
    }

    private async Task Switch((string[] Keys, bool IsShown) change)
    {
        if (change.IsShown)
            _shown.UnionWith(change.Keys);
        else
            _shown.ExceptWith(change.Keys);
        await _book.Read(Wanted, Clock.UtcNow(), Left);
        Arrange();
        Go(_address);
        await Browser.Remember(Remembered, string.Join(',', _shown));
    }

    private void Filter(int? enterprise)
    {
        Go(_address with { Enterprise = enterprise });
        Arrange();
    }

    private void Moved(MapPlace place) => Go(_address with { Place = place });

    private void Missing() => _isMissing = true;

    private static MapPlace? PlaceOf(MapThing thing) => thing.Geometry is { IsEmpty: false } shape ? new MapPlace(shape.EnvelopeInternal.Centre.X, shape.EnvelopeInternal.Centre.Y, Near) : null;

    private async Task FlyTo(MapThing thing)
    {
        if (_map is not null && PlaceOf(thing) is { } place)
            await _map.Fly(place);
    }

    /// <summary>Own addresses come back in the order in which they were gone to, the earlier ones when the page is further on already.</summary>
    private bool IsOwn(string address)
    {
        if (!_gone.Contains(address))
            return address == _address.Write();
        while (_gone.Dequeue() != address)
        {
        }

        return true;
    }

    /// <summary>What is shown is always the whole address; the way back leads to the page before the map.</summary>
    private void Go(MapAddress address)
    {
        _address = address with { Layers = [.. _book.Layers.Select(layer => layer.Key).Where(_shown.Contains)] };
        var written = _address.Write();
        _gone.Enqueue(written);
        Navigation.NavigateTo(written, replace: true);
    }
}
