using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Pages of others do nothing in the name of whoever has signed in here, also those on the same host. The headers are those that Chromium sends.</summary>
public sealed class ForeignPageTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Origin", "http://evil.example"), InlineData("Origin", "null"), InlineData("Origin", "http://127.0.0.1:8099")]
    [InlineData("Sec-Fetch-Site", "same-site"), InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_form_of_another_page_changes_nothing(string header, string value)
    {
        var server = await servers.On(Database.Sqlite);
        var user = $"forged-{Guid.NewGuid():N}"[..20];
        using var owner = await server.NewPerson(user, "inspector");
        var id = await server.AccountId(user);
        await server.As("admin", async admin =>
        {
            foreach (var address in new[] { $"/api/v1/accounts/{id}/reset", $"/api/v1/accounts/{id}/unlock" })
                (await Send(admin, address, header, value).Refused(HttpStatusCode.Forbidden)).GetProperty("code").GetString().ShouldBe("foreign-origin");
            return 0;
        });
        (await owner.Client.GetAsync("/api/v1/points", Token)).StatusCode.ShouldBe(HttpStatusCode.OK, "the password was not reset");
    }

    [Theory, InlineData("Sec-Fetch-Site", "same-origin"), InlineData("Origin", "")]
    public async Task The_product_s_own_pages_and_programs_go_on(string header, string value)
    {
        var server = await servers.On(Database.Sqlite);
        var own = value.Length == 0 ? server.Http.GetLeftPart(UriPartial.Authority) : value;
        (await Send(server.Client, "/api/v1/messages/read", header, own)).EnsureSuccessStatusCode();
        (await server.Client.PostAsync("/api/v1/messages/read", null, Token)).EnsureSuccessStatusCode();
    }

    [Theory, InlineData("http://evil.example", false), InlineData("http://127.0.0.1:8099", false), InlineData("", true)]
    public async Task The_socket_of_open_pages_is_opened_by_the_product_s_own(string origin, bool isOpened)
    {
        var server = await servers.On(Database.Sqlite);
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin.Length == 0 ? server.Http.GetLeftPart(UriPartial.Authority) : origin);
        socket.Options.Cookies = new CookieContainer();
        socket.Options.Cookies.Add(server.Cookies);
        var address = new Uri($"ws://{server.Http.Authority}/_blazor");
        if (isOpened)
            await socket.ConnectAsync(address, Token);
        else
            await Should.ThrowAsync<WebSocketException>(() => socket.ConnectAsync(address, Token));
        socket.HttpStatusCode.ShouldBe(isOpened ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden);
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string address, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add(header, value);
        return client.SendAsync(request, Token);
    }
}
