using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>What a program holds after somebody has signed in to it.</summary>
internal sealed record ProgramTokens(string Access, string Refresh);

/// <summary>The page that asks a person whether a program may act in their name.</summary>
internal static partial class Consent
{
    /// <summary>Asks for a code and answers the page; an answer that comes without it is given as it is.</summary>
    public static async Task<HttpResponseMessage> Give(HttpClient browser, string address, string decision = "granted")
    {
        var asked = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        if (asked.Headers.Location?.ToString() is not { } to || !to.StartsWith("/consent", StringComparison.Ordinal))
            return asked;
        asked.Dispose();
        var page = await browser.GetStringAsync(to, TestContext.Current.CancellationToken);
        var fields = Hidden().Matches(page).Select(match => KeyValuePair.Create(WebUtility.HtmlDecode(match.Groups[1].Value), WebUtility.HtmlDecode(match.Groups[2].Value))).Append(new("decision", decision));
        return await browser.PostAsync("/connect/authorize", new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

/// <summary>A program of another party, entered and approved, that speaks OAuth 2 as RFC 6749 and 7636 write it.</summary>
internal sealed class OAuthProgram : IDisposable
{
    private const string Redirect = "http://127.0.0.1:9/back";

    private readonly string _verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private OAuthProgram(TestServer server, string id) => (Id, Client) = (id, new HttpClient { BaseAddress = server.Http });

    public string Id { get; }

    /// <summary>Its own connection; of a service, with its token.</summary>
    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<OAuthProgram> ForPeople(TestServer server) => new(server, (await Entered(server, new { name = "手机应用", redirectUri = Redirect })).GetProperty("clientId").GetString()!);

    /// <summary>One that acts as an account by itself.</summary>
    public static async Task<OAuthProgram> Service(TestServer server, string user)
    {
        var entered = await Entered(server, new { name = "后台程序", accountId = await server.AccountId(user) });
        var service = new OAuthProgram(server, entered.GetProperty("clientId").GetString()!);
        var (status, answer) = await service.Ask(("grant_type", "client_credentials"), ("client_id", service.Id), ("client_secret", entered.GetProperty("secret").GetString()!));
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        service.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString());
        return service;
    }

    /// <summary>Leads a browser to the platform and back.</summary>
    /// <returns>Where the browser is sent back to.</returns>
    public async Task<string> AskForCode(HttpClient browser, bool isPlain = false)
    {
        var challenge = isPlain ? _verifier : Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(_verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var answer = await Consent.Give(browser,
            $"/connect/authorize?response_type=code&client_id={Id}&redirect_uri={Uri.EscapeDataString(Redirect)}&scope=offline_access&state=s1&code_challenge_method={(isPlain ? "plain" : "S256")}&code_challenge={challenge}");
        return answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync(Token);
    }

    public async Task<string> Code(HttpClient browser) => QueryHelpers.ParseQuery(new Uri(await AskForCode(browser)).Query)["code"].ToString();

    public Task<(HttpStatusCode Status, JsonElement Answer)> Redeem(string code) =>
        Ask(("grant_type", "authorization_code"), ("client_id", Id), ("code", code), ("redirect_uri", Redirect), ("code_verifier", _verifier));

    public async Task<ProgramTokens> SignIn(HttpClient browser)
    {
        var (status, answer) = await Redeem(await Code(browser));
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return TokensIn(answer);
    }

    /// <returns>New tokens; <see langword="null"/> where there are none.</returns>
    public async Task<ProgramTokens?> Renew(string refreshToken)
    {
        var (status, answer) = await Ask(("grant_type", "refresh_token"), ("client_id", Id), ("refresh_token", refreshToken));
        return status == HttpStatusCode.OK ? TokensIn(answer) : null;
    }

    /// <summary>What is answered to a token.</summary>
    public async Task<HttpStatusCode> Status(string path, string accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", accessToken) } };
        using var answer = await Client.SendAsync(request, Token);
        return answer.StatusCode;
    }

    public void Dispose() => Client.Dispose();

    private static ProgramTokens TokensIn(JsonElement answer) => new(answer.GetProperty("access_token").GetString()!, answer.GetProperty("refresh_token").GetString()!);

    private static async Task<JsonElement> Entered(TestServer server, object input)
    {
        var client = await server.As("admin", admin => admin.PostAsJsonAsync("/api/v1/clients/", input, Token).Saved());
        await server.As("security", security => security.PostAsync($"/api/v1/clients/{client.GetProperty("clientId").GetString()}/approve", null, Token).Saved());
        return client;
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Ask(params (string Name, string Value)[] fields)
    {
        using var answer = await Client.PostAsync("/connect/token", new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))), Token);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement);
    }
}
