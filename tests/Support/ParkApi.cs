using System.Net.Http.Json;
using System.Text.Json;

namespace EcoPark.Support;

/// <summary>The few calls of the open API that set a park up for a measurement.</summary>
public static class ParkApi
{
    /// <summary>Posts, and gives what was answered.</summary>
    public static async Task<JsonElement> Ask(this TestServer server, string path, object body)
    {
        using var answer = await server.Client.PostAsJsonAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    /// <summary>Posts, and gives the number of what was made.</summary>
    public static async Task<int> Make(this TestServer server, string path, object body) => (await server.Ask(path, body)).GetProperty("id").GetInt32();

    /// <summary>Makes a record and gives its number.</summary>
    public static Task<int> Keep(this TestServer server, string type, object values) => server.Make($"/api/v1/records/{type}/", new { values });

    /// <summary>Registers a logger with the password 123456 that is asked for no history.</summary>
    public static Task<JsonElement> AddLogger(this TestServer server, string mn, string systemCode = "32", int realTimeIntervalSeconds = 30) =>
        server.Ask("/api/v1/devices/", new { mn, name = $"数采仪 {mn}", systemCode, password = "123456", fillsGaps = false, realTimeIntervalSeconds });
}
