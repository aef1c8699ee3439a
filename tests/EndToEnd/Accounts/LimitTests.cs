using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>What one account asks of the platform has an end, and the others go on.</summary>
public sealed class LimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Streams_pages_and_requests_of_an_account_are_limited_and_others_are_not_kept_from_working()
    {
        await using var server = await ServerHost.Start(arguments: ["--EcoPark:Limits:Streams=2", "--EcoPark:Limits:Pages=2", "--EcoPark:Limits:RequestsPerSecond=20"]);
        using var other = await server.NewPerson("modest", "duty-operator");

        var streams = new List<HttpResponseMessage>();
        for (var at = 0; at < 3; at++)
            streams.Add(await server.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead, Token));
        streams.Select(stream => stream.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);
        (await Told(streams[2])).ShouldContain("实时推送过多");
        using (var modest = await other.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead, Token))
            modest.StatusCode.ShouldBe(HttpStatusCode.OK);
        streams[0].Dispose(); // One closed, another opens.
        await Api.Until(
            async () =>
            {
                using var next = await server.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead, Token);
                return next.StatusCode;
            },
            status => status == HttpStatusCode.OK);
        streams.ForEach(stream => stream.Dispose());

        var sockets = new List<ClientWebSocket>();
        for (var at = 0; at < 2; at++)
            sockets.Add(await Open());
        (await Should.ThrowAsync<WebSocketException>(Open)).Message.ShouldContain("429");
        sockets.ForEach(socket => socket.Dispose());

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(async _ =>
        {
            using var answer = await server.Client.GetAsync("/api/v1/points", Token);
            return (answer.StatusCode, answer.Headers.RetryAfter);
        }));
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.OK);
        answers.ShouldContain(answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.RetryAfter != null);
        (await other.Client.GetAsync("/api/v1/points", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<ClientWebSocket> Open()
        {
            var socket = new ClientWebSocket();
            socket.Options.Cookies = new CookieContainer();
            socket.Options.Cookies.Add(server.Cookies);
            await socket.ConnectAsync(new Uri($"ws://{server.Http.Authority}/_blazor"), Token);
            return socket;
        }
    }

    private static async Task<string> Told(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("detail").GetString()!;
}
