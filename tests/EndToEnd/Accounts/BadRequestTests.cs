using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>What makes no sense is refused with words, and no answer stays in a cache.</summary>
public sealed class BadRequestTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Bodies_that_lack_everything_are_refused_with_words_everywhere(Database database)
    {
        var server = await servers.On(database);
        var writes = (await server.Get<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(verb => verb.Name is "post" or "put").Select(verb => (Verb: new HttpMethod(verb.Name.ToUpperInvariant()), Path: path.Name)))
            .Where(one => !one.Path.StartsWith("/connect", StringComparison.Ordinal)).ToList();
        writes.Count.ShouldBeGreaterThan(50);
        // Administrators of its own: an account has three browsers, and other tests sign in as the first ones.
        using var admin = await server.NewPerson("walks-system", "system-administrator");
        using var security = await server.NewPerson("walks-security", "security-administrator");
        foreach (var (verb, path) in writes)
        {
            // A number that nothing has, so that nothing is done to what other tests made.
            var address = System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]+\\}", "987654321");
            foreach (var body in new[] { "{}", "null", "[]", "{\"values\":{\"name\":\"\\ud800\"},\"name\":\"\\ud800\",\"mn\":\"\\ud800\",\"title\":\"\\ud800\"}" })
            {
                foreach (var client in new[] { server.Client, admin.Client, security.Client })
                {
                    using var request = new HttpRequestMessage(verb, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
                    using var answer = await client.SendAsync(request, Token);
                    ((int)answer.StatusCode).ShouldBeLessThan(500, $"{verb} {path} {body}: {await answer.Content.ReadAsStringAsync(Token)}");
                }
            }
        }

        var refused = await admin.Client.PostAsync("/api/v1/accounts/", new StringContent("{}", Encoding.UTF8, "application/json"), Token).Refused(HttpStatusCode.BadRequest);
        refused.GetProperty("detail").GetString()!.ShouldContain("缺少必填项");
    }

    [Theory]
    [InlineData("/\tx"), InlineData("/\nx"), InlineData("/监测"), InlineData("/x y")]
    public async Task An_address_that_is_none_leads_to_the_first_page(string from)
    {
        var server = await servers.On(Database.Sqlite);
        var user = $"led-{Guid.NewGuid():N}"[..20];
        using var client = await server.NewPerson(user, "inspector");
        using var answer = await client.Post("/sign-in/password", new() { ["user"] = user, ["password"] = SignInClient.Password, ["from"] = from });
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task Numbers_that_are_none_filter_nothing_and_answers_are_kept_in_no_cache()
    {
        var server = await servers.On(Database.Postgres);
        using var answer = await server.Client.GetAsync("/api/v1/records/discharge-quotas/?f.quota=NaN..Infinity", Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Token));
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
        (await server.Status("/api/")).ShouldBe(HttpStatusCode.OK);

        // The document of the interface is for those who may do something with it.
        using var powerless = await server.NewPerson("reads-nothing", null);
        (await powerless.Client.GetAsync("/openapi/v1.json", Token)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }
}
