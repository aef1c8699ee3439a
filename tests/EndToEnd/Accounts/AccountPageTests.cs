using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>Signing in and keeping accounts, in the browser.</summary>
public sealed class AccountPageTests(Servers servers, Chromium chromium)
{
    [Fact]
    public async Task With_a_second_factor_the_password_alone_is_not_enough()
    {
        var server = await servers.On(Database.Sqlite);
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), "two-factors", "inspector");
        await using var window = await chromium.OpenSignedOut(server, "/me");
        await SignIn(window, "two-factors", SignInClient.Password);
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/me$"));
        await window.Page.GetByLabel("登录口令").Fill(SignInClient.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "开始绑定" }).ClickAsync();
        var secret = Authenticator.KeyIn(await window.Find("[data-testid=secret]").InnerTextAsync());
        await window.Page.GetByLabel("验证器显示的 6 位数字").Fill("000000");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Expect(window.Page.GetByText("动态口令不正确")).ToBeVisibleAsync();
        await window.Page.GetByLabel("验证器显示的 6 位数字").Fill(Authenticator.Code(secret));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Expect(window.Page.GetByText("已启用：登录时除口令外")).ToBeVisibleAsync();

        await using var again = await chromium.OpenSignedOut(server, "/monitor/live");
        await SignIn(again, "two-factors", SignInClient.Password);
        await Expect(again.Page.GetByRole(AriaRole.Heading, new() { Name = "动态口令" })).ToBeVisibleAsync();
        await again.Page.GetByLabel("验证器当前显示的 6 位数字").Fill("123456");
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();
        await Expect(again.Find("[role=alert]")).ToContainTextAsync("动态口令不正确");
        await again.Page.GetByLabel("验证器当前显示的 6 位数字").Fill(Authenticator.Code(secret, 1));
        await again.Page.GetByRole(AriaRole.Button, new() { Name = "继续" }).ClickAsync();
        await Expect(again.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/monitor/live$"));

        // The key is not to be read in the database.
        await using var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(server.Folder, "ecopark.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT count(*) FROM AccountToken WHERE Value LIKE 'v1:%' AND Value NOT LIKE '%' || $secret || '%'";
        command.Parameters.AddWithValue("$secret", secret);
        ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBePositive();
    }

    [Fact]
    public async Task A_role_that_needs_a_second_factor_may_do_nothing_until_it_is_bound()
    {
        await using var server = await ServerHost.StartNew(null, "--EcoPark:Accounts:SecondFactorRoles:0=inspector", "--EcoPark:Accounts:ProgramLifetime=00:00:15");
        await SignInClient.MakeAccount(server.Http, server.OneTimePasswords, "must-bind", "inspector");
        using var inspector = new SignInClient(server.Http);
        await inspector.SignIn("must-bind", SignInClient.Password);
        (await inspector.Client.GetAsync("/api/v1/points", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        // Nor by a program that they sign in to; a service of its own has its secret instead.
        var (program, service) = (await OAuthProgram.ForPeople(server), await OAuthProgram.Service(server, "must-bind"));
        (await program.AskForCode(inspector.Client)).ShouldContain("error=access_denied");
        (await service.Client.GetAsync("/api/v1/points", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

        await using var window = await chromium.OpenSignedOut(server, "/");
        await SignIn(window, "must-bind", SignInClient.Password);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "去绑定" }).ClickAsync();
        await window.Page.GetByLabel("登录口令").Fill(SignInClient.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "开始绑定" }).ClickAsync();
        var secret = Authenticator.KeyIn(await window.Find("[data-testid=secret]").InnerTextAsync());
        await window.Page.GetByLabel("验证器显示的 6 位数字").Fill(Authenticator.Code(secret));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Expect(window.Page.GetByText("已启用：登录时除口令外")).ToBeVisibleAsync();
        (await Api.Until(() => inspector.Client.GetAsync("/api/v1/points"), answer => answer.StatusCode == System.Net.HttpStatusCode.OK)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

        // With it the program gets in, and is out again when its time is over, however often it renews its tokens.
        var tokens = await program.SignIn(inspector.Client);
        (await program.Status("/api/v1/points", tokens.Access)).ShouldBe(System.Net.HttpStatusCode.OK);
        await Api.Until(async () => (await program.Renew(tokens.Refresh)) is { } next ? (tokens = next) : null, next => next is null, TimeSpan.FromSeconds(40));
        program.Dispose();
        service.Dispose();
    }

    [Fact]
    public async Task Whoever_finds_an_open_page_has_five_guesses_at_the_password_and_binds_nothing_without_it()
    {
        var server = await servers.On(Database.Sqlite);
        using var owner = await server.NewPerson("left-open", "inspector");
        await using var window = await chromium.Open(server, "/me", owner.Cookies.GetCookies(server.Http));
        await window.Page.GetByLabel("登录口令").Fill("Guessed-2026-a");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "开始绑定" }).ClickAsync();
        await Expect(window.Page.GetByText("口令不正确，请重新输入")).ToBeVisibleAsync();
        await Expect(window.Find("[data-testid=secret]")).ToHaveCountAsync(0);
        for (var guess = 2; guess <= 5; guess++)
        {
            await window.Page.GetByLabel("原口令").Fill($"Guessed-2026-{guess}");
            await window.Page.GetByLabel("新口令").Fill("Other-2026-park");
            await window.Page.GetByLabel("再输入一次").Fill("Other-2026-park");
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "修改口令" }).ClickAsync();
            if (guess < 5)
                await Expect(window.Page.GetByLabel("原口令")).ToBeVisibleAsync();
        }

        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        var wrong = await server.As("auditor", auditor => System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<System.Text.Json.JsonElement>(auditor, "/api/v1/audit/?subjectId=left-open&action=口令不正确", TestContext.Current.CancellationToken));
        wrong.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("detail").GetString()).ShouldBe(["修改口令", "修改口令", "修改口令", "修改口令", "绑定验证器"]);
    }

    [Fact]
    public async Task Six_digits_are_good_for_one_use()
    {
        var server = await servers.On(Database.Postgres);
        using var owner = await server.NewPerson("digits-once", "inspector");
        await using var window = await chromium.Open(server, "/me", owner.Cookies.GetCookies(server.Http));
        await window.Page.GetByLabel("登录口令").Fill(SignInClient.Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "开始绑定" }).ClickAsync();
        var secret = Authenticator.KeyIn(await window.Find("[data-testid=secret]").InnerTextAsync());
        await window.Page.GetByLabel("验证器显示的 6 位数字").Fill(Authenticator.Code(secret));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认启用" }).ClickAsync();
        await Expect(window.Page.GetByText("已启用：登录时除口令外")).ToBeVisibleAsync();
        var next = Authenticator.Code(secret, 1);
        using var first = new SignInClient(server.Http);
        await first.Submit("/sign-in/password", new() { ["user"] = "digits-once", ["password"] = SignInClient.Password });
        (await first.Submit("/sign-in/second-factor", new() { ["digits"] = next })).ShouldBeEmpty();
        using var second = new SignInClient(server.Http);
        await second.Submit("/sign-in/password", new() { ["user"] = "digits-once", ["password"] = SignInClient.Password });
        (await second.Submit("/sign-in/second-factor", new() { ["digits"] = next })).ShouldContain("动态口令不正确或已用过");
    }

    [Fact]
    public async Task An_account_is_made_granted_and_its_owner_gets_in_and_out()
    {
        var server = await servers.On(Database.Sqlite);
        await using var admin = await chromium.OpenSignedOut(server, "/");
        await SignIn(admin, "admin", SignInClient.Password);
        await Expect(admin.Page.GetByRole(AriaRole.Heading, new() { Name = "账户" })).ToBeVisibleAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "新建账户" }).ClickAsync();
        await admin.Page.GetByLabel("用户名").Fill("zhao.liu");
        await admin.Page.GetByLabel("姓名").Fill("赵六");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        var told = await admin.Page.GetByText("的一次性口令：").InnerTextAsync();
        var oneTime = System.Text.RegularExpressions.Regex.Match(told, "口令：(\\S+?)。").Groups[1].Value;
        // A system administrator sees no business data and no way to it.
        await Expect(admin.Page.GetByRole(AriaRole.Link, new() { Name = "实时数据" })).ToHaveCountAsync(0);
        await admin.Page.GotoAsync("/monitor/live");
        await Expect(admin.Page.GetByText("没有权限查看此页")).ToBeVisibleAsync();

        await using var security = await chromium.OpenSignedOut(server, "/system/accounts");
        await SignIn(security, "security", SignInClient.Password);
        await Expect(security.Page.GetByRole(AriaRole.Heading, new() { Name = "账户" })).ToBeVisibleAsync();
        await security.Page.GotoAsync("/system/accounts?q=zhao.liu"); // Other tests' accounts may fill the first page.
        await security.Find("tr", "zhao.liu").GetByRole(AriaRole.Button, new() { Name = "授予角色" }).ClickAsync();
        await security.Page.GetByLabel("值班员").CheckAsync();
        await security.Page.GetByRole(AriaRole.Button, new() { Name = "授予", Exact = true }).ClickAsync();
        await Expect(security.Find("tr", "zhao.liu")).ToContainTextAsync("值班员");

        await using var owner = await chromium.OpenSignedOut(server, "/monitor/live");
        await SignIn(owner, "zhao.liu", oneTime);
        await owner.Page.GetByLabel("原口令").Fill(oneTime);
        await owner.Page.GetByLabel("新口令").Fill(SignInClient.Password);
        await owner.Page.GetByLabel("再输入一次").Fill(SignInClient.Password);
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "设置并登录" }).ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "实时数据" })).ToBeVisibleAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { Name = "赵六" }).ClickAsync();
        await owner.Page.GetByText("退出登录").ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "登录" })).ToBeVisibleAsync();
        // Nothing leads the next one to where this one was.
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in$"));
        await owner.Page.GotoAsync("/monitor/live");
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
    }

    [Fact]
    public async Task An_open_page_leaves_for_the_sign_in_page_when_its_session_is_ended()
    {
        var server = await servers.On(Database.Sqlite);
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), "shown-out", "inspector");
        await using var window = await chromium.OpenSignedOut(server, "/monitor/live");
        await SignIn(window, "shown-out", SignInClient.Password);
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "实时数据" })).ToBeVisibleAsync();
        using var admin = new SignInClient(server.Http);
        await admin.SignIn("admin", SignInClient.Password);
        var account = (await System.Net.Http.Json.HttpClientJsonExtensions.GetFromJsonAsync<System.Text.Json.JsonElement>(admin.Client, "/api/v1/accounts/?text=shown-out", TestContext.Current.CancellationToken)).GetProperty("items")[0].GetProperty("id").GetInt32();
        (await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(admin.Client, $"/api/v1/accounts/{account}/disabled", new { isDisabled = true }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"), new() { Timeout = 30_000 });
    }

    private static async Task SignIn(Window window, string user, string password)
    {
        await window.Page.GetByLabel("用户名").Fill(user);
        await window.Page.GetByLabel("口令").Fill(password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }
}
