using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Guessing passwords is limited, tells nothing, and cannot be turned against anybody.</summary>
public sealed class GuessingTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_stranger_locks_himself_out_and_not_the_owner(Database database)
    {
        var server = await servers.On(database);
        using var owner = await server.NewPerson("guessed-at", "inspector");
        using var stranger = new SignInClient(server.Http);
        for (var guess = 1; guess < 5; guess++)
            (await Try(stranger, "guessed-at", $"Guessed-2026-{guess}")).ShouldContain("用户名或口令不正确");
        (await Try(stranger, "guessed-at", "Guessed-2026-5")).ShouldContain("该用户名已锁定");
        (await Try(stranger, "guessed-at", SignInClient.Password)).ShouldContain("该用户名已锁定");
        // The owner's browser has been there before.
        (await Try(owner, "guessed-at", SignInClient.Password)).ShouldBeEmpty();
        // It is no way round the limit: it has one of its own.
        for (var guess = 1; guess < 5; guess++)
            (await Try(owner, "guessed-at", $"Guessed-2026-{guess}")).ShouldContain("用户名或口令不正确");
        (await Try(owner, "guessed-at", "Guessed-2026-5")).ShouldContain("该用户名已锁定");
        (await Try(owner, "guessed-at", SignInClient.Password)).ShouldContain("该用户名已锁定");

        var id = await server.AccountId("guessed-at");
        (await IsLocked(server)).ShouldBeTrue();
        await server.As("admin", admin => admin.PostAsync($"/api/v1/accounts/{id}/unlock", null, Token).Saved());
        (await IsLocked(server)).ShouldBeFalse();
        (await Try(stranger, "guessed-at", SignInClient.Password)).ShouldBeEmpty();

        static Task<bool> IsLocked(TestServer server) => server.As("security", async security =>
            (await security.GetFromJsonAsync<JsonElement>("/api/v1/accounts/?text=guessed-at", Token)).GetProperty("items")[0].GetProperty("isLocked").GetBoolean());
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_like_one_that_somebody_has()
    {
        var server = await servers.On(Database.Sqlite);
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), "somebody-real", "inspector");
        using var stranger = new SignInClient(server.Http);
        for (var guess = 1; guess <= 7; guess++)
            (await Told(await Try(stranger, "nobody-at-all", $"Guessed-2026-{guess}"))).ShouldBe(await Told(await Try(stranger, "somebody-real", $"Guessed-2026-{guess}")));

        static Task<string> Told(string page) => Task.FromResult(System.Text.RegularExpressions.Regex.Match(page, "role=\"alert\">([^<]*)<").Groups[1].Value);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_no_more_than_one_after_the_other()
    {
        var server = await servers.On(Database.Postgres);
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), "many-at-once", "inspector");
        var pages = await Task.WhenAll(Enumerable.Range(1, 20).Select(async guess =>
        {
            using var stranger = new SignInClient(server.Http);
            return await Try(stranger, "many-at-once", $"Guessed-2026-{guess}");
        }));
        pages.Count(page => page.Contains("用户名或口令不正确", StringComparison.Ordinal)).ShouldBe(4);
        pages.Count(page => page.Contains("已锁定", StringComparison.Ordinal) || page.Contains("登录失败过多", StringComparison.Ordinal)).ShouldBe(16);
    }

    [Fact]
    public async Task An_address_runs_out_of_guesses_and_a_name_guessed_at_from_everywhere_is_slow_for_strangers_alone()
    {
        await using var server = await ServerHost.Start(arguments: ["--EcoPark:Accounts:FailuresPerAddress=6", "--EcoPark:Accounts:FailuresBeforeSlow=8", "--EcoPark:Accounts:SlowGuess=00:10:00", "--EcoPark:Accounts:SessionLifetime=00:00:40"]);
        using var owner = await server.NewPerson("everybody-s", "inspector");
        using (var first = From(server, 2))
        {
            for (var guess = 1; guess <= 6; guess++)
                (await Try(first, $"name-{guess}", "Guessed-2026-x")).ShouldContain("用户名或口令不正确");
            (await Try(first, "name-7", "Guessed-2026-x")).ShouldContain("此网络地址登录失败过多");
            (await Try(first, "everybody-s", SignInClient.Password)).ShouldContain("此网络地址登录失败过多");
        }

        for (var address = 3; address <= 10; address++)
        {
            using var stranger = From(server, address);
            (await Try(stranger, "everybody-s", "Guessed-2026-x")).ShouldContain("用户名或口令不正确");
        }

        using (var next = From(server, 11))
            (await Try(next, "everybody-s", "Guessed-2026-x")).ShouldContain("用户名或口令不正确");
        using (var next = From(server, 12))
        {
            (await Try(next, "everybody-s", SignInClient.Password)).ShouldContain("此用户名近来登录失败过多");
            (await Try(next, "inspector-2", "Guessed-2026-x")).ShouldContain("用户名或口令不正确");
        }

        (await Try(owner, "everybody-s", SignInClient.Password)).ShouldBeEmpty();

        // Secrets of programs are guessed at no more often.
        using var program = From(server, 13);
        async Task<HttpStatusCode> Guess() => (await program.Client.PostAsync(
            "/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "park-unknown", ["client_secret"] = "guessed" }), Token)).StatusCode;
        for (var guess = 1; guess <= 6; guess++)
            (await Guess()).ShouldBe(HttpStatusCode.Unauthorized);
        (await Guess()).ShouldBe(HttpStatusCode.TooManyRequests);

        // However busy a browser is, it signs in anew after its time.
        await Api.Until(() => server.Status("/api/v1/points"), status => status == HttpStatusCode.Unauthorized, TimeSpan.FromSeconds(80));
    }

    private static SignInClient From(TestServer server, int last) => new(server.Http, IPAddress.Parse($"127.0.0.{last}"));

    private static Task<string> Try(SignInClient client, string user, string password) => client.Submit("/sign-in/password", new() { ["user"] = user, ["password"] = password });
}
