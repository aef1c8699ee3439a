using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>The open API as a program of the park would use it.</summary>
public static class Api
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static int _numbers;

    /// <summary>An MN nobody else uses in this run.</summary>
    public static string NewMn() => $"32010000{Environment.ProcessId % 100_000_000:D8}{Interlocked.Increment(ref _numbers):D8}";

    public static async Task<T> Get<T>(this TestServer server, string path)
    {
        using var answer = await server.Client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    public static async Task<T> Post<T>(this TestServer server, string path, object body)
    {
        using var answer = await server.Client.PostAsJsonAsync(path, body, Json);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(Json))!;
    }

    public static async Task<HttpStatusCode> Status(this TestServer server, string path)
    {
        using var answer = await server.Client.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Registers a waste-water logger with the password 123456.</summary>
    public static Task<JsonElement> Register(this TestServer server, string mn, object? changes = null)
    {
        var body = JsonSerializer.SerializeToNode(new { mn, name = $"数采仪 {mn}", systemCode = "32", password = "123456", realTimeIntervalSeconds = 30 }, Json)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(changes ?? new { }, Json)!.AsObject().ToList())
            body[name] = value?.DeepClone();
        return server.Post<JsonElement>("/api/v1/devices/", body);
    }

    public static async Task<IReadOnlyList<TelegramRow>> Telegrams(this TestServer server, string query) =>
        (await server.Get<PageOf<TelegramRow>>($"/api/v1/telegrams?take=200&{query}")).Items;

    public static async Task<ChannelRow?> Channel(this TestServer server, string mn, string factor) =>
        (await server.Get<List<ChannelRow>>($"/api/v1/channels?mn={mn}")).Find(channel => channel.FactorCode == factor);

    /// <summary>Readings of a channel around now.</summary>
    public static async Task<IReadOnlyList<ReadingRow>> Readings(this TestServer server, string mn, string factor, string interval = "RealTime", string origin = "Sent") =>
        await server.Channel(mn, factor) is { } channel
            ? await server.Get<List<ReadingRow>>(
                $"/api/v1/readings?channelId={channel.Id}&interval={interval}&origin={origin}&from={DateTime.UtcNow.AddDays(-10):O}&to={DateTime.UtcNow.AddDays(1):O}")
            : [];

    /// <summary>Asks again until what is asked for is there.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> isThere, TimeSpan? within = null)
    {
        var deadline = DateTime.UtcNow + (within ?? TimeSpan.FromSeconds(45));
        while (true)
        {
            var answer = await ask();
            if (isThere(answer))
                return answer;
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException($"Still not there: {JsonSerializer.Serialize(answer, Json)}");
            await Task.Delay(50);
        }
    }
}

public sealed record PageOf<T>(List<T> Items, long Total);

public sealed record TelegramRow(long Id, DateTime At, string Direction, string Verdict, string Mn, string Command, string Qn, string Answer, string Reason, string Deviations, string Text, byte[] Raw);

public sealed record ChannelRow(int Id, int PointId, string DeviceMn, string FactorCode, string OriginalCode, string Name, string Unit, bool IsDiscovered);

public sealed record ReadingRow(int ChannelId, DateTime Time, double? Value, double? Min, double? Max, double? Total, string? Flag, string Marks, bool IsValid, double? Coverage, long TelegramId);
