using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>None of the three administrators can become another (GB/T 22239-2019 8.1.5.1–3). Each test has administrators of its own: those of the shared server serve other tests.</summary>
public sealed class AdministratorResetTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_administrator_is_reset_by_two_of_the_other_kinds_and_neither_learns_the_password(Database database)
    {
        var server = await servers.On(database);
        using var owner = await server.NewPerson("reset-security", "security-administrator");
        using var other = await server.NewPerson("reset-system", "system-administrator");
        var id = await server.AccountId("reset-security");
        var address = $"/api/v1/administrators/{id}/reset";

        // What the system administrator could do alone before.
        (await server.As("admin", admin => admin.PostAsync($"/api/v1/accounts/{id}/reset", null, Token).Refused(HttpStatusCode.BadRequest))).GetProperty("code").GetString().ShouldBe("administrator");
        // Not by one of the same kind, nor by the owner, nor without a request.
        (await Code(server, "security", address)).ShouldBe("separation");
        (await Code(owner.Client, address)).ShouldBe("separation");
        (await Code(server, "auditor", address + "/confirm")).ShouldBe("not-requested");

        var first = await Half(server, "admin", address);
        (await Row(owner.Client, id)).GetProperty("requestedBy").GetString().ShouldBe("系统管理员");
        (await Messages(owner.Client)).ShouldContain(title => title.Contains("申请重置“reset-security”"));
        (await owner.Client.GetAsync("/api/v1/accounts/", Token)).StatusCode.ShouldBe(HttpStatusCode.OK, "nothing has changed yet");
        // The same person, another of the same kind, one of the owner's kind: none may agree.
        (await Code(server, "admin", address + "/confirm")).ShouldBe("separation");
        (await Code(other.Client, address + "/confirm")).ShouldBe("separation");
        (await Code(server, "security", address + "/confirm")).ShouldBe("separation");

        var second = await Half(server, "auditor", address + "/confirm");
        (await owner.Client.GetAsync("/api/v1/accounts/", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = new SignInClient(server.Http);
        foreach (var half in new[] { first, second, SignInClient.Password })
            (await again.Submit("/sign-in/password", new() { ["user"] = "reset-security", ["password"] = half })).ShouldContain("用户名或口令不正确");
        (await again.Submit("/sign-in/password", new() { ["user"] = "reset-security", ["password"] = first + second })).ShouldContain("设置自己的口令");
        (await again.Submit("/sign-in/new-password", new() { ["present"] = first + second, ["chosen"] = "Other-2026-park", ["again"] = "Other-2026-park" })).ShouldBeEmpty();
        (await Messages(again.Client)).ShouldContain("您的口令和双因素验证被重置");
        (await Code(server, "auditor", address + "/confirm")).ShouldBe("not-requested", "a request is good once");
    }

    [Fact]
    public async Task The_owner_may_refuse_and_each_sees_on_the_page_what_is_theirs_to_do()
    {
        var server = await servers.On(Database.Postgres); // On the other one the auditor must stay the only one.
        using var owner = await server.NewPerson("owner-on-page", "auditor");
        using var system = await server.NewPerson("asks-on-page", "system-administrator");
        using var security = await server.NewPerson("agrees-on-page", "security-administrator");
        await using var asking = await chromium.Open(server, "/system/administrators", system.Cookies.GetCookies(server.Http));
        await asking.Find("tr", "owner-on-page").GetByRole(AriaRole.Button, new() { Name = "申请重置" }).ClickAsync();
        await asking.Page.GetByRole(AriaRole.Button, new() { Name = "申请", Exact = true }).ClickAsync();
        await Expect(asking.Page.GetByText("一次性口令的前半：")).ToBeVisibleAsync();
        await asking.Page.GetByRole(AriaRole.Button, new() { Name = "已记下" }).ClickAsync();
        await Expect(asking.Find("tr", "owner-on-page").GetByRole(AriaRole.Button, new() { Name = "确认重置" })).ToHaveCountAsync(0);

        await using var agreeing = await chromium.Open(server, "/system/administrators", security.Cookies.GetCookies(server.Http));
        await Expect(agreeing.Find("tr", "owner-on-page").GetByRole(AriaRole.Button, new() { Name = "确认重置" })).ToBeVisibleAsync();
        await owner.Client.DeleteAsync($"/api/v1/administrators/{await server.AccountId("owner-on-page")}/reset", Token).Saved();
        await agreeing.Find("tr", "owner-on-page").GetByRole(AriaRole.Button, new() { Name = "确认重置" }).ClickAsync();
        await agreeing.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true }).ClickAsync();
        await Expect(agreeing.Page.GetByText("没有待确认的重置申请")).ToBeVisibleAsync();
        (await owner.Client.GetAsync("/api/v1/audit/", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_role_that_is_held_stays_a_role_of_the_park_or_of_enterprises(bool isOfEnterprise)
    {
        var server = await servers.On(isOfEnterprise ? Database.Postgres : Database.Sqlite);
        var (role, name) = await server.NewRole(isOfEnterprise, "readings.view");
        int? enterprise = isOfEnterprise ? await server.Client.NewEnterprise() : null;
        await SignInClient.MakeAccount(server.Http, new Dictionary<string, string>(), $"held-{isOfEnterprise}".ToLowerInvariant(), name, enterprise);
        using var answer = await server.ChangeRole(role, !isOfEnterprise, "readings.view");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("code").GetString().ShouldBe("held");
        using var same = await server.ChangeRole(role, isOfEnterprise, "readings.view");
        same.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_one_time_password_that_was_not_used_in_time_opens_nothing()
    {
        await using var server = await ServerHost.StartNew(null, "--EcoPark:Accounts:OneTimeValidity=00:00:02");
        using var client = new SignInClient(server.Http);
        await Api.Until(
            () => client.Submit("/sign-in/password", new() { ["user"] = "admin", ["password"] = server.OneTimePasswords["admin"] }),
            page => page.Contains("一次性口令已过期", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
    }

    private static Task<string> Code(TestServer server, string user, string address) => server.As(user, client => Code(client, address));

    private static async Task<string> Code(HttpClient client, string address) =>
        (await client.PostAsync(address, null, Token).Refused(HttpStatusCode.BadRequest)).GetProperty("code").GetString()!;

    private static async Task<string> Half(TestServer server, string user, string address) =>
        (await server.As(user, client => client.PostAsync(address, null, Token).Saved())).GetProperty("password").GetString()!;

    private static async Task<JsonElement> Row(HttpClient client, int id) => (await client.GetFromJsonAsync<List<JsonElement>>("/api/v1/administrators/", Token))!.Single(row => row.Id() == id);

    private static async Task<List<string>> Messages(HttpClient client) =>
        [.. (await client.GetFromJsonAsync<JsonElement>("/api/v1/messages/", Token)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("title").GetString()!)];
}
