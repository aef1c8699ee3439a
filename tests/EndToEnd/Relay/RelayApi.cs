using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Relay;

/// <summary>Upper platforms through the open API.</summary>
internal static class RelayApi
{
    private static int _names;

    /// <summary>Registers an upper platform that is sent what some devices send from now on.</summary>
    public static async Task<int> Relay(this TestServer server, int port, IEnumerable<string> mns, object? changes = null)
    {
        var body = Merge(
            new { name = $"上级平台 {Interlocked.Increment(ref _names)}", host = "127.0.0.1", port, devices = mns.Select(mn => new { mn }), timeoutSeconds = 5, retries = 1 }, changes);
        return (await server.Post<JsonElement>("/api/v1/relay/", body)).GetProperty("id").GetInt32();
    }

    public static Task<RelayRow> RelayState(this TestServer server, int id) => server.Get<RelayRow>($"/api/v1/relay/{id}");

    public static Task<List<RelayEventRow>> RelayEvents(this TestServer server, int id) => server.Get<List<RelayEventRow>>($"/api/v1/relay/{id}/events");

    public static async Task Do(this TestServer server, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, options: Api.Json) };
        using var answer = await server.Client.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    public static JsonObject Merge(object body, object? changes)
    {
        var merged = JsonSerializer.SerializeToNode(body, Api.Json)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(changes ?? new { }, Api.Json)!.AsObject().ToList())
            merged[name] = value?.DeepClone();
        return merged;
    }
}

public sealed record RelayRow(
    int Id, string Name, string Link, string Node, long Sent, string LastError, long Backlog, long Owed, DateTime? BacklogSince, bool HasPassword, bool IsEnabled, List<RelayedDeviceRow> Devices);

public sealed record RelayedDeviceRow(string Mn, string UpperMn, bool HasPassword, string? HeldFor, DateTime? RetryAt);

public sealed record RelayEventRow(DateTime At, string Kind, string Mn, string Text);

/// <summary>A logger that sends one upload after another and remembers each once it is acknowledged.</summary>
internal sealed class Uploader(string mn, TestDevice device)
{
    private static long _milliseconds;

    /// <summary>Sends one upload, the next of all uploaders, and waits for its answer.</summary>
    /// <returns>The frame as it was sent.</returns>
    public async Task<byte[]> Send(CommandCode command = CommandCode.RealTimeData, string area = "w01018-Rtd=36.2,w01018-Flag=N", ProtocolVersion version = ProtocolVersion.V2017)
    {
        var qn = Park.Now.AddSeconds(-100).AddMilliseconds(Interlocked.Increment(ref _milliseconds));
        var frame = TelegramWriter.Write(new Address(mn, "123456", version, "32"), qn, command, $"DataTime={qn:yyyyMMddHHmmss};{area}", wantsAnswer: true);
        await device.Send(frame);
        (await device.Receive()).ShouldNotBeNull();
        return frame;
    }
}

internal static class FrameText
{
    public static string Text(this byte[] frame) => Encoding.UTF8.GetString(frame);

    /// <summary>Each telegram once: repeats that follow directly are left out.</summary>
    public static IReadOnlyList<string> Once(this IEnumerable<Arrived> arrived)
    {
        var once = new List<string>();
        foreach (var text in arrived.Select(one => one.Raw.Text()))
        {
            if (once.Count == 0 || once[^1] != text)
                once.Add(text);
        }

        return once;
    }
}
