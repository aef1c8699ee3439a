using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Programs of others, by OAuth 2 as RFC 6749 and 7636 write it.</summary>
public sealed class ApiClientTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_program_acts_as_its_account_with_its_scope_until_this_is_withdrawn(Database database)
    {
        var server = await servers.On(database);
        var (own, other) = (await server.Client.NewEnterprise(), await server.Client.NewEnterprise());
        using var officer = await RecordApi.SignedIn(server, $"api-{own}-{database}".ToLowerInvariant(), "enterprise-officer", own);
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", SignInClient.Password);
        var account = (await admin.Client.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/?text=api-{own}-{database}".ToLowerInvariant(), Token)).GetProperty("items")[0].Id();
        var client = await admin.Client.PostAsJsonAsync("/api/v1/clients/", new { name = "企业环保系统", accountId = account }, Token).Saved();
        var (id, secret) = (client.GetProperty("clientId").GetString()!, client.GetProperty("secret").GetString()!);

        using var program = new HttpClient { BaseAddress = server.Http };
        (await Ask(program, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", "wrong"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        // Entered by one administrator, approved by another: neither alone gives a program anybody's rights.
        (await Ask(program, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await admin.Client.PostAsync($"/api/v1/clients/{id}/approve", null, Token).Refused(HttpStatusCode.Forbidden);
        await Approve(server, id);
        var (status, answer) = await Ask(program, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));
        status.ShouldBe(HttpStatusCode.OK, answer.ToString());
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.GetProperty("access_token").GetString());
        (await program.GetFromJsonAsync<JsonElement>("/api/v1/records/enterprises/", Token)).GetProperty("items").EnumerateArray().Select(one => one.Id()).ShouldBe([own]);
        (await program.GetAsync($"/api/v1/records/enterprises/{other}", Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await program.GetAsync("/api/v1/telegrams", Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await program.Post("enterprise-contacts", new { name = "程序填的", duty = "其他", phone = "13800001111" }).Saved()).GetProperty("updatedBy").GetString().ShouldBe("企业环保员");

        // The account is disabled: the token in hand is worthless, and there is no new one.
        (await admin.Client.PostAsJsonAsync($"/api/v1/accounts/{account}/disabled", new { isDisabled = true }, Token)).EnsureSuccessStatusCode();
        (await program.GetAsync("/api/v1/records/enterprises/", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        program.DefaultRequestHeaders.Authorization = null;
        (await Ask(program, ("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await program.GetAsync("/api/v1/records/enterprises/", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nonsense");
        (await program.GetAsync("/api/v1/records/enterprises/", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Somebody_signs_in_to_a_program_with_a_code_and_a_proof()
    {
        var server = await servers.On(Database.Sqlite);
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", SignInClient.Password);
        await admin.Client.PostAsJsonAsync("/api/v1/clients/", new { name = "坏的", redirectUri = "http://example.com/back" }, Token).Refused(HttpStatusCode.BadRequest);
        var client = await admin.Client.PostAsJsonAsync("/api/v1/clients/", new { name = "手机应用", redirectUri = "http://127.0.0.1:9/back" }, Token).Saved();
        var id = client.GetProperty("clientId").GetString()!;
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var challenge = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var address = $"/connect/authorize?response_type=code&client_id={id}&redirect_uri={Uri.EscapeDataString("http://127.0.0.1:9/back")}&scope=offline_access&state=s1&code_challenge_method=S256&code_challenge=";

        (await server.Client.GetAsync(address + challenge, Token)).Headers.Location!.ToString().ShouldContain("error=unauthorized_client");
        await Approve(server, id);
        // A link alone gives nothing: the page asks, a forged answer is asked again, and no is no.
        using var asks = await server.Client.GetAsync(address + challenge, Token);
        asks.Headers.Location!.ToString().ShouldStartWith("/consent?");
        WebUtility.HtmlDecode(await server.Client.GetStringAsync(asks.Headers.Location, Token)).ShouldContain("手机应用");
        using var forged = await server.Client.PostAsync("/connect/authorize", new FormUrlEncodedContent(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(server.Http, address + challenge).Query)
            .Select(one => KeyValuePair.Create(one.Key, one.Value.ToString())).Append(new("decision", "granted"))), Token);
        forged.Headers.Location!.ToString().ShouldStartWith("/consent");
        using var denied = await Consent.Give(server.Client, address + challenge, "denied");
        denied.Headers.Location!.ToString().ShouldContain("error=access_denied");
        using var answer = await Consent.Give(server.Client, address + challenge);
        using (var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http })
            (await stranger.GetAsync(address + challenge, Token)).Headers.Location!.ToString().ShouldContain("/sign-in?from=");
        var back = answer.Headers.Location!;
        back.GetLeftPart(UriPartial.Path).ShouldBe("http://127.0.0.1:9/back");
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back.Query)["code"].ToString();

        using var program = new HttpClient { BaseAddress = server.Http };
        (await Ask(program, ("grant_type", "authorization_code"), ("client_id", id), ("code", code), ("redirect_uri", "http://127.0.0.1:9/back"), ("code_verifier", "not-the-proof-not-the-proof-not-the-proof-no"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var second = await Consent.Give(server.Client, address + challenge);
        code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(second.Headers.Location!.Query)["code"].ToString();
        var (status, tokens) = await Ask(program, ("grant_type", "authorization_code"), ("client_id", id), ("code", code), ("redirect_uri", "http://127.0.0.1:9/back"), ("code_verifier", verifier));
        status.ShouldBe(HttpStatusCode.OK, tokens.ToString());
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access_token").GetString());
        (await program.GetAsync("/api/v1/points", Token)).StatusCode.ShouldBe(HttpStatusCode.OK); // As the operator.
        program.DefaultRequestHeaders.Authorization = null;
        var (refreshed, again) = await Ask(program, ("grant_type", "refresh_token"), ("client_id", id), ("refresh_token", tokens.GetProperty("refresh_token").GetString()!));
        refreshed.ShouldBe(HttpStatusCode.OK, again.ToString());
        (await admin.Client.DeleteAsync($"/api/v1/clients/{id}", Token)).EnsureSuccessStatusCode();
        (await Ask(program, ("grant_type", "refresh_token"), ("client_id", id), ("refresh_token", again.GetProperty("refresh_token").GetString()!))).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    private static async Task Approve(TestServer server, string client)
    {
        using var security = new SignInClient(server.Http);
        await security.SignIn("security", SignInClient.Password);
        (await security.Client.PostAsync($"/api/v1/clients/{client}/approve", null, Token)).EnsureSuccessStatusCode();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> Ask(HttpClient program, params (string Name, string Value)[] fields)
    {
        using var answer = await program.PostAsync("/connect/token", new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))), Token);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement);
    }
}
