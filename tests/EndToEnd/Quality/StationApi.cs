using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Quality;

/// <summary>Stations and their data as a program enters them.</summary>
internal static class StationApi
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    private static int _names;

    /// <summary>A name unlike any other.</summary>
    public static string Name(string name) => $"{name}{Interlocked.Increment(ref _names)}";

    /// <summary>A monitoring point with its station.</summary>
    public static async Task<(int Point, int Station)> NewStation(this TestServer server, string name, string medium, string kind, string? level = null)
    {
        name = Name(name);
        var point = (await server.Post<JsonElement>("/api/v1/points/", new { name, kind })).Id();
        return (point, await server.Client.NewStation(name, medium, level, point));
    }

    public static async Task<int> NewStation(this HttpClient client, string name, string medium, string? level, int? point) => (await client.Post("quality-stations", new Dictionary<string, object?>
    {
        ["name"] = name,
        ["medium"] = medium,
        ["kind"] = point is null ? "手工监测点位" : "自动站",
        ["class"] = level,
        ["pointId"] = point,
        ["longitude"] = 120.9,
        ["latitude"] = 32.0,
    }).Saved()).Id();

    /// <summary>Imports a file as the page does.</summary>
    public static async Task<HttpResponseMessage> Import(this HttpClient client, int point, byte[] content, string name = "data.csv", string query = "", string interval = "Hour")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        return await client.PostAsync($"/api/v1/readings/import?pointId={point}&interval={interval}{query}", form, RecordApi.Token);
    }

    public static async Task<JsonElement> Imported(this HttpClient client, int point, string text, string query = "", string interval = "Hour") =>
        await client.Import(point, Encoding.UTF8.GetBytes(text), query: query, interval: interval).Saved();

    /// <summary>Rows of one station.</summary>
    public static async Task<List<JsonElement>> Data(this HttpClient client, int station, string interval, string from, string to) =>
        (await client.GetFromJsonAsync<List<JsonElement>>($"/api/v1/quality/stations/{station}/data?interval={interval}&from={from}&to={to}", RecordApi.Token))!;

    /// <summary>The value of a factor in a row.</summary>
    public static JsonElement Value(this JsonElement row, string factor) => row.GetProperty("values").EnumerateArray().Single(value => value.GetProperty("factor").GetString() == factor);

    /// <summary>Hours of a day as a file: factor → 24 values.</summary>
    public static string Hours(string day, int days, params (string Heading, Func<int, string> Value)[] columns)
    {
        var text = new StringBuilder("时间," + string.Join(',', columns.Select(column => column.Heading)) + "\n");
        var start = DateTime.ParseExact(day, "yyyy-MM-dd", Plain);
        for (var hour = 0; hour < 24 * days; hour++)
            text.Append(Plain, $"{start.AddHours(hour):yyyy-MM-dd HH:mm},{string.Join(',', columns.Select(column => column.Value(hour)))}\n");
        return text.ToString();
    }
}
