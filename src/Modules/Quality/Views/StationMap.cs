using System.Globalization;
using EcoPark.Platform.Time;
using EcoPark.Web.Components;

namespace EcoPark.Modules.Quality.Views;

/// <summary>Stations on a page's own map, each in the colour of its index or class and with the word for it.</summary>
public static class StationMap
{
    private const string Prefix = "station/";

    private static readonly string[] Below = ["park/", "waters/"];

    public static MapModel Of(IReadOnlyList<StationState> states, MapModel backdrop, TimeProvider clock)
    {
        var placed = states.Where(state => state.Station is { Longitude: not null, Latitude: not null }).Select(state =>
            MapPoint.Of(Prefix + state.Station.Id.ToString(CultureInfo.InvariantCulture), Label(state), state.Station.Longitude!.Value, state.Station.Latitude!.Value, StationSign.Of(state, state.IsFresh(clock))) with
            {
                Text = state.Assessment?.Reason ?? "",
            }).ToList();
        // Enterprises, roads and their names would hide the stations: boundary and waters are enough to see where they are.
        return placed.Count == 0 ? MapModel.Empty : new MapModel([.. backdrop.Shapes.Where(shape => Below.Any(layer => shape.Id.StartsWith(layer, StringComparison.Ordinal))).Select(shape => shape with { Name = "" })], placed);
    }

    /// <summary>Id of the station that was clicked; null for anything else.</summary>
    public static int? StationOf(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(id.AsSpan(Prefix.Length), CultureInfo.InvariantCulture, out var station) ? station : null;

    private static string Label(StationState state) => state.Assessment is { Text.Length: > 0 } one ? $"{state.Station.Name} {one.Text}" : state.Station.Name;
}
