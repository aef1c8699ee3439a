using System.Globalization;
using EcoPark.Platform.Time;

namespace EcoPark.Modules.OneMap;

/// <summary>Where the map looks: middle in WGS 84 degrees, and zoom.</summary>
public readonly record struct MapPlace(double Longitude, double Latitude, double Zoom)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Longitude:0.######},{Latitude:0.######},{Zoom:0.##}");

    /// <summary>Null where the text is no place on earth.</summary>
    public static MapPlace? Parse(string? text) => Numbers(text) is [var x, var y, var zoom] && Math.Abs(x) <= 180 && Math.Abs(y) <= 85 && zoom is >= 0 and <= 22 ? new MapPlace(x, y, zoom) : null;

    internal static double[]? Numbers(string? text)
    {
        var parts = (text ?? "").Split(',');
        var numbers = new double[parts.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            if (!double.TryParse(parts[at], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[at]))
                return null;
        }

        return numbers;
    }
}

/// <summary>What is within a distance of a place.</summary>
public readonly record struct MapCircle(double Longitude, double Latitude, double Metres)
{
    public const double Most = 50_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Longitude:0.######},{Latitude:0.######},{Metres:0.#}");

    public static MapCircle? Parse(string? text) => MapPlace.Numbers(text) is [var x, var y, var metres] && Math.Abs(x) <= 180 && Math.Abs(y) <= 85 && metres is > 0 and <= Most ? new MapCircle(x, y, metres) : null;
}

/// <summary>The whole view as an address: it can be sent to a colleague and shows them the same, as far as they may see it.</summary>
public sealed record MapAddress
{
    private const string HourFormat = "yyyyMMddHH";

    /// <summary>Keys of the layers shown; <see langword="null"/>: as the person left them last.</summary>
    public IReadOnlyList<string>? Layers { get; init; }

    public MapPlace? Place { get; init; }

    /// <summary>Id of the object looked at.</summary>
    public string Object { get; init; } = "";

    /// <summary>Only what belongs to this enterprise, and what belongs to none.</summary>
    public int? Enterprise { get; init; }

    /// <summary>What is within so many metres of here.</summary>
    public MapCircle? Near { get; init; }

    /// <summary>Factor whose hours are shown; empty: the present.</summary>
    public string Factor { get; init; } = "";

    /// <summary>Days of hours that can be gone through: 1 or 7.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Beginning of the hour shown, UTC.</summary>
    public DateTime? Hour { get; init; }

    /// <summary>The surface between the stations is drawn.</summary>
    public bool HasSurface { get; init; }

    /// <summary>The list of what is shown is open.</summary>
    public bool IsList { get; init; }

    /// <param name="given">Value of a name in the address.</param>
    public static MapAddress Read(Func<string, string?> given) => new()
    {
        Layers = given("layers") is { } layers ? layers.Split(',', StringSplitOptions.RemoveEmptyEntries) : null,
        Place = MapPlace.Parse(given("at")),
        Object = given("object") ?? "",
        Enterprise = int.TryParse(given("enterprise"), NumberStyles.None, CultureInfo.InvariantCulture, out var enterprise) ? enterprise : null,
        Near = MapCircle.Parse(given("near")),
        Factor = given("factor") ?? "",
        Days = given("days") == "7" ? 7 : 1,
        Hour = DateTime.TryParseExact(given("hour"), HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var hour) ? ParkTime.ToUtc(hour) : null,
        HasSurface = given("surface") == "1",
        IsList = given("list") == "1",
    };

    /// <summary>The path with its words.</summary>
    public string Write()
    {
        var words = new List<string>();
        Add("layers", Layers is null ? null : string.Join(',', Layers));
        Add("at", Place?.ToString());
        Add("object", Object);
        Add("enterprise", Enterprise?.ToString(CultureInfo.InvariantCulture));
        Add("near", Near?.ToString());
        Add("factor", Factor);
        Add("days", Days == 7 ? "7" : null);
        Add("hour", Hour is { } hour ? ParkTime.FromUtc(hour).ToString(HourFormat, CultureInfo.InvariantCulture) : null);
        Add("surface", HasSurface ? "1" : null);
        Add("list", IsList ? "1" : null);
        return words.Count == 0 ? "/map" : "/map?" + string.Join('&', words);

        // No layer at all is a view of its own.
        void Add(string name, string? value)
        {
            if (value is { Length: > 0 } || (name == "layers" && value is not null))
                words.Add($"{name}={Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal)}");
        }
    }
}
