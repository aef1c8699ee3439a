using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>What is withdrawn ends everywhere: in open pages, running streams and tokens in hand.</summary>
public sealed class WithdrawalTests(Servers servers, Chromium chromium)
{
    /// <summary>Rights are asked for every two seconds and may be two seconds old: five at most, and as much again for a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_page_shows_and_saves_nothing_that_its_role_no_longer_may()
    {
        var server = await servers.On(Database.Postgres);
        var (role, name) = await server.NewRole(false, "monitoring.view", "records.milestones.view", "records.milestones.edit");
        using var owner = await server.NewPerson("open-pages", name);
        var cookies = owner.Cookies.GetCookies(server.Http);
        var title = $"大事 {Guid.NewGuid():N}";
        await using var list = await chromium.Open(server, "/monitor/telegrams", cookies);
        await Expect(list.Page.GetByRole(AriaRole.Heading, new() { Name = "报文" })).ToBeVisibleAsync();
        await using var form = await chromium.Open(server, "/records/milestones/new", cookies);
        await form.Page.GetByLabel("事件 *").Fill(title);
        await form.Page.GetByLabel("日期 *").Fill("2026-01-01");

        await form.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).FocusAsync();
        (await server.ChangeRole(role, false, "records.milestones.view")).EnsureSuccessStatusCode();
        await form.Page.Keyboard.PressAsync("Enter"); // The form may go by itself before anybody presses.
        // The list is not touched: it goes by itself.
        await Expect(list.Page.GetByText("没有权限查看此页")).ToBeVisibleAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
        (await server.Get<JsonElement>($"/api/v1/records/milestones/?q={title}")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData(Database.Sqlite, "disabled"), InlineData(Database.Postgres, "reset"), InlineData(Database.Sqlite, "role"), InlineData(Database.Postgres, "signed out")]
    public async Task A_stream_ends_with_the_right_to_it(Database database, string how)
    {
        var server = await servers.On(database);
        var user = $"listener-{how.Replace(' ', '-')}";
        var (role, name) = await server.NewRole(false, "readings.view");
        using var listener = await server.NewPerson(user, name);
        using var stream = await listener.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead, Token);
        stream.StatusCode.ShouldBe(HttpStatusCode.OK);
        var ended = Ended(stream);
        await (how switch
        {
            "disabled" => server.Disable(user),
            "reset" => server.Reset(user),
            "role" => server.ChangeRole(role, false, "conformity.view"),
            _ => server.As(user, _ => server.As(user, _ => server.As(user, _ => Task.FromResult(0)))), // Three more browsers.
        });
        await ended.WaitAsync(Patience, Token);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_deleted_client_has_no_token_and_no_stream_left(Database database)
    {
        var server = await servers.On(database);
        using var owner = await server.NewPerson("client-owner", "inspector");
        using var service = await OAuthProgram.Service(server, "client-owner");
        using var program = await OAuthProgram.ForPeople(server);
        var tokens = await program.SignIn(owner.Client);
        using var stream = await service.Client.GetAsync("/api/v1/live", HttpCompletionOption.ResponseHeadersRead, Token);
        stream.StatusCode.ShouldBe(HttpStatusCode.OK);
        var ended = Ended(stream);

        (await service.Client.GetAsync("/api/v1/points", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var client in new[] { service.Id, program.Id })
            await server.As("admin", admin => admin.DeleteAsync($"/api/v1/clients/{client}", Token).Saved());
        (await service.Client.GetAsync("/api/v1/points", Token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await program.Status("/api/v1/points", tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await program.Renew(tokens.Refresh)).ShouldBeNull();
        await ended.WaitAsync(Patience, Token);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_reset_or_a_new_password_ends_every_token_of_the_account(Database database)
    {
        var server = await servers.On(database);
        using var owner = await server.NewPerson("token-owner", "inspector");
        using var program = await OAuthProgram.ForPeople(server);
        var tokens = await program.SignIn(owner.Client);
        (await program.Status("/api/v1/points", tokens.Access)).ShouldBe(HttpStatusCode.OK);

        var oneTime = await server.Reset("token-owner");
        (await program.Status("/api/v1/points", tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        using var again = new SignInClient(server.Http);
        await again.Submit("/sign-in/password", new() { ["user"] = "token-owner", ["password"] = oneTime });
        (await again.Submit("/sign-in/new-password", new() { ["present"] = oneTime, ["chosen"] = "Other-2026-park", ["again"] = "Other-2026-park" })).ShouldBeEmpty();
        (await program.Renew(tokens.Refresh)).ShouldBeNull("a new password does not bring former tokens back");

        // Changing roles does the same.
        tokens = await program.SignIn(again.Client);
        var (_, name) = await server.NewRole(false, "monitoring.view");
        var id = await server.AccountId("token-owner");
        await server.As("security", async security =>
        {
            var role = (await security.GetFromJsonAsync<List<JsonElement>>("/api/v1/roles", Token))!.Single(one => one.GetProperty("name").GetString() == name).Id();
            return await security.PutAsJsonAsync($"/api/v1/accounts/{id}/roles", new[] { role }, Token).Saved();
        });
        (await program.Status("/api/v1/points", tokens.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        (await program.Renew(tokens.Refresh)).ShouldBeNull();
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_code_or_a_refresh_token_shown_twice_ends_what_came_of_it(Database database)
    {
        var server = await servers.On(database);
        using var program = await OAuthProgram.ForPeople(server);
        var code = await program.Code(server.Client);
        var (status, answer) = await program.Redeem(code);
        status.ShouldBe(HttpStatusCode.OK);
        var first = answer.GetProperty("access_token").GetString()!;
        (await program.Status("/api/v1/points", first)).ShouldBe(HttpStatusCode.OK);
        (await program.Redeem(code)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await program.Status("/api/v1/points", first)).ShouldBe(HttpStatusCode.Unauthorized);

        var tokens = await program.SignIn(server.Client);
        var renewed = (await program.Renew(tokens.Refresh)).ShouldNotBeNull();
        (await program.Renew(tokens.Refresh)).ShouldBeNull();
        (await program.Renew(renewed.Refresh)).ShouldBeNull();
        (await program.Status("/api/v1/points", renewed.Access)).ShouldBe(HttpStatusCode.Unauthorized);
        // RFC 9700 2.1.1: the proof is a hash.
        (await program.AskForCode(server.Client, isPlain: true)).ShouldContain("'code_challenge_method' is not supported");
    }

    private static async Task Ended(HttpResponseMessage stream)
    {
        await using var content = await stream.Content.ReadAsStreamAsync(Token);
        var piece = new byte[8192];
        try
        {
            while (await content.ReadAsync(piece, Token) > 0)
            {
                // What is still told.
            }
        }
        catch (Exception cut) when (cut is IOException or HttpRequestException)
        {
            // Cut off.
        }
    }
}
