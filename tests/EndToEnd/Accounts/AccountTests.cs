using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Signing in, rights and their separation (GB/T 22239-2019 level 3: identification, access control).</summary>
public sealed class AccountTests(Servers servers)
{
    private const string Wrong = "用户名或口令不正确";

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_first_start_prints_passwords_that_must_be_changed_at_once(Database database)
    {
        await using var server = await ServerHost.StartNew(database == Database.Postgres ? TestPostgres.NewDatabase() : null);
        server.OneTimePasswords.Keys.Order().ShouldBe(["admin", "auditor", "security"]);

        using var admin = new SignInClient(server.Http);
        var oneTime = server.OneTimePasswords["admin"];
        (await admin.Submit("/sign-in/password", new() { ["user"] = "admin", ["password"] = oneTime })).ShouldContain("设置自己的口令");
        // Not signed in yet, and weak choices are refused with the reason.
        (await admin.Client.GetAsync("/api/v1/accounts/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        Task<string> Choose(string chosen, string? again = null) =>
            admin.Submit("/sign-in/new-password", new() { ["present"] = oneTime, ["chosen"] = chosen, ["again"] = again ?? chosen });
        (await Choose("Short-1")).ShouldContain("至少 10 位");
        (await Choose("onlylowercase1")).ShouldContain("三类");
        (await Choose("Xadmin-2026-x")).ShouldContain("不能包含用户名");
        (await Choose("Ecopark2026")).ShouldContain("不能包含本人、平台或园区的名称");
        (await Choose("P@ssw0rd2026")).ShouldContain("很常见");
        (await Choose(oneTime)).ShouldContain("不能与最近");
        (await Choose("Other-2026-x", "Other-2026-y")).ShouldContain("两次输入的新口令不一致");
        (await Choose(SignInClient.Password)).ShouldBeEmpty();
        (await admin.Client.GetAsync("/api/v1/accounts/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_right_one_no_longer_helps()
    {
        var server = await servers.On(Database.Sqlite);
        await Make(server, "locked-user");
        using var client = new SignInClient(server.Http);
        Task<string> Try(string password) => client.Submit("/sign-in/password", new() { ["user"] = "locked-user", ["password"] = password });
        for (var attempt = 1; attempt < 5; attempt++)
            (await Try($"Wrong-{attempt}-xxxx")).ShouldContain(Wrong);
        (await Try("Wrong-5-xxxx")).ShouldContain("该用户名已锁定");
        (await Try(SignInClient.Password)).ShouldContain("该用户名已锁定");
        // Who does not exist is told the same as who types wrong.
        (await client.Submit("/sign-in/password", new() { ["user"] = "nobody-here", ["password"] = "x" })).ShouldContain(Wrong);

        using var admin = await SignedIn(server, "admin");
        var id = await IdOf(admin, "locked-user");
        var oneTime = (await (await admin.Client.PostAsync($"/api/v1/accounts/{id}/reset", null, TestContext.Current.CancellationToken)).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("password").GetString()!;
        await client.SignIn("locked-user", oneTime).ShouldThrowAsync<InvalidOperationException>("the former password may not be chosen again");
    }

    [Fact]
    public async Task The_three_administrators_cannot_be_one_person()
    {
        var server = await servers.On(Database.Sqlite);
        await Make(server, "somebody");
        using var security = await SignedIn(server, "security");
        var roles = (await security.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/roles", TestContext.Current.CancellationToken))!
            .ToDictionary(role => role.GetProperty("name").GetString()!, role => role.GetProperty("id").GetInt32());
        var somebody = await IdOf(security, "somebody");
        async Task<string> Grant(int account, params string[] names)
        {
            using var answer = await security.Client.PutAsJsonAsync($"/api/v1/accounts/{account}/roles", names.Select(name => roles[name]));
            return answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
        }

        (await Grant(somebody, "system-administrator", "auditor")).ShouldBe("separation");
        (await Grant(somebody, "auditor", "duty-operator")).ShouldBe("separation");
        (await Grant(somebody, "enterprise-officer")).ShouldBe("scope");
        (await Grant(await IdOf(security, "security"), "duty-operator")).ShouldBe("oneself");
        (await Grant(await IdOf(security, "auditor"), "inspector")).ShouldBe("last-administrator");
        (await Grant(somebody, "inspector", "director")).ShouldBe("");
        // Each administrator has but its own rights.
        (await security.Client.PostAsJsonAsync("/api/v1/accounts/", new { userName = "x-account", displayName = "x" }, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await security.Client.GetAsync("/api/v1/audit/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await security.Client.GetAsync("/api/v1/devices/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task No_endpoint_serves_a_stranger_or_an_account_without_roles()
    {
        var server = await servers.On(Database.Sqlite);
        var paths = (await server.Get<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(verb => (Verb: new HttpMethod(verb.Name.ToUpperInvariant()), Path: path.Name))).ToList();
        paths.Count.ShouldBeGreaterThan(20);
        await Make(server, "without-roles", role: null);
        using var stranger = new SignInClient(server.Http);
        using var powerless = await SignedIn(server, "without-roles");
        foreach (var (verb, path) in paths)
        {
            var address = System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]+\\}", "1");
            (await Answer(stranger, verb, address)).ShouldBe(HttpStatusCode.Unauthorized, $"{verb} {path}");
            (await Answer(powerless, verb, address)).ShouldBe(HttpStatusCode.Forbidden, $"{verb} {path}");
        }

        static async Task<HttpStatusCode> Answer(SignInClient client, HttpMethod verb, string address)
        {
            using var request = new HttpRequestMessage(verb, address);
            if (verb != HttpMethod.Get && verb != HttpMethod.Delete)
                request.Content = address.EndsWith("/import", StringComparison.Ordinal) || address.EndsWith("/result", StringComparison.Ordinal) || (verb == HttpMethod.Post && address.EndsWith("/attachments", StringComparison.Ordinal))
                    ? new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.pdf" } } : JsonContent.Create(new { });
            using var answer = await client.Client.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_fourth_browser_ends_the_one_unused_longest()
    {
        var server = await servers.On(Database.Sqlite);
        await Make(server, "many-browsers");
        var browsers = new List<SignInClient>();
        for (var i = 0; i < 4; i++)
            browsers.Add(await SignedIn(server, "many-browsers"));
        async Task<HttpStatusCode> Asks(SignInClient browser) => (await browser.Client.GetAsync("/api/v1/points/")).StatusCode;
        (await Asks(browsers[0])).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var browser in browsers.Skip(1))
            (await Asks(browser)).ShouldBe(HttpStatusCode.OK);
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once()
    {
        var server = await servers.On(Database.Sqlite);
        await Make(server, "leaving");
        using var leaving = await SignedIn(server, "leaving");
        (await leaving.Client.GetAsync("/api/v1/points/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var admin = await SignedIn(server, "admin");
        (await admin.Client.PostAsJsonAsync($"/api/v1/accounts/{await IdOf(admin, "leaving")}/disabled", new { isDisabled = true }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        (await leaving.Client.GetAsync("/api/v1/points/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await leaving.Submit("/sign-in/password", new() { ["user"] = "leaving", ["password"] = SignInClient.Password })).ShouldContain("已停用");
    }

    [Theory]
    [InlineData("//evil.example"), InlineData("https://evil.example"), InlineData("/\\evil.example")]
    public async Task Signing_in_leads_nowhere_but_into_the_product(string from)
    {
        var server = await servers.On(Database.Sqlite);
        var user = $"led-{Guid.NewGuid():N}";
        await Make(server, user);
        using var client = new SignInClient(server.Http);
        var form = await client.Client.GetStringAsync("/sign-in", TestContext.Current.CancellationToken);
        var token = System.Text.RegularExpressions.Regex.Match(form, "__RequestVerificationToken\" value=\"([^\"]+)").Groups[1].Value;
        using var answer = await client.Client.PostAsync(
            "/sign-in/password",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = user, ["password"] = SignInClient.Password, ["from"] = from, ["__RequestVerificationToken"] = token }),
            TestContext.Current.CancellationToken);
        answer.Headers.Location!.ToString().ShouldBe("/");
        // Without the token nothing is taken at all.
        using var forged = await client.Client.PostAsync("/sign-in/password", new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = "x", ["password"] = "y" }), TestContext.Current.CancellationToken);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_password_that_has_expired_must_be_changed_and_an_idle_session_ends()
    {
        await using var server = await ServerHost.StartNew(null, "--EcoPark:Accounts:PasswordValidity=00:00:01", "--EcoPark:Accounts:IdleTimeout=00:00:04");
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", server.OneTimePasswords["admin"]);
        async Task<HttpStatusCode> Asks() => (await admin.Client.GetAsync("/api/v1/accounts/")).StatusCode;
        // Busy for longer than the time-out: it stays.
        for (var busy = Stopwatch.StartNew(); busy.Elapsed < TimeSpan.FromSeconds(8); await Task.Delay(500, TestContext.Current.CancellationToken))
            (await Asks()).ShouldBe(HttpStatusCode.OK);
        await Task.Delay(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken); // Longer than the time-out and the copy of five seconds.
        (await Asks()).ShouldBe(HttpStatusCode.Unauthorized);
        (await admin.Submit("/sign-in/password", new() { ["user"] = "admin", ["password"] = SignInClient.Password })).ShouldContain("设置自己的口令");
    }

    [Fact]
    public async Task A_role_of_enterprises_gets_no_right_that_shows_the_whole_park_and_no_role_those_of_administrators()
    {
        var server = await servers.On(Database.Postgres);
        using var security = await SignedIn(server, "security");
        async Task<string> Save(bool isOfEnterprise, params string[] permissions)
        {
            using var answer = await security.Client.PostAsJsonAsync("/api/v1/roles/", new { title = $"角色 {Guid.NewGuid():N}", purpose = "", isOfEnterprise, permissions });
            return answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!;
        }

        (await Save(true, "monitoring.view")).ShouldBe("scope");
        (await Save(false, "accounts.edit")).ShouldBe("permission");
        (await Save(false, "no.such")).ShouldBe("permission");
        (await Save(false, "monitoring.view")).ShouldBe("");
    }

    private static Task Make(TestServer server, string user, string? role = "duty-operator") => SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), user, role);

    private static async Task<SignInClient> SignedIn(TestServer server, string user)
    {
        var client = new SignInClient(server.Http);
        await client.SignIn(user, SignInClient.Password);
        return client;
    }

    private static async Task<int> IdOf(SignInClient administrator, string user) =>
        (await administrator.Client.GetFromJsonAsync<JsonElement>($"/api/v1/accounts/?text={user}")).GetProperty("items").EnumerateArray()
            .Single(one => one.GetProperty("userName").GetString() == user).GetProperty("id").GetInt32();
}
