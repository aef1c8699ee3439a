using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>A browser that somebody makes a wall (大屏), and leaves alone for days.</summary>
public sealed class WallTests(Chromium chromium)
{
    [Fact]
    public async Task A_wall_does_not_idle_out_may_only_watch_and_ends_when_its_person_takes_it_off()
    {
        var clock = new ShiftedClock();
        await using var server = await ServerHost.StartAt(clock);
        using var person = await RecordApi.SignedIn(server, "wall-maker", "duty-operator", null);
        await using var window = await chromium.Open(server, "/wall/setup", 1920, 1080, person.Cookies.GetCookies(server.Http));
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "在本机启用" }).ClickAsync();
        await Expect(page.GetByText("请给这块屏起个名称")).ToBeVisibleAsync();
        await Typing.Fill(page.GetByLabel("名称，如"), "左屏");
        await page.GetByRole(AriaRole.Button, new() { Name = "在本机启用" }).ClickAsync();
        await page.WaitForURLAsync("**/wall?**");
        await Expect(window.Find(".wall-figures .home-tile[aria-busy=false]").First).ToBeVisibleAsync();
        await Expect(window.Find(".wall-note")).ToHaveCountAsync(0);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing to scroll");
        // The person's own session has become the wall's: whoever kept its cookie may look, and no more.
        (await person.Client.GetAsync("/api/v1/points/", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        (await person.Client.GetAsync("/api/v1/me/notifications/push", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);

        // Scenes take turns without anybody.
        var scene = window.Find(".wall-scene");
        await Expect(scene).ToHaveAttributeAsync("data-scene", "1");

        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        clock.Ahead = TimeSpan.FromDays(20);
        await page.ReloadAsync();
        await Expect(window.Find(".wall-clock")).ToBeVisibleAsync();

        // It may look, and nothing else; a person's own pages are not its own.
        const string Status = "([method, path]) => fetch(path, { method, headers: { 'Content-Type': 'application/json' }, body: method === 'GET' ? undefined : '{}' }).then(answer => answer.status)";
        window.IsCutOff = true; // The browser notes refusals as errors.
        (await page.EvaluateAsync<int>(Status, new[] { "GET", "/api/v1/points/" })).ShouldBe(200);
        foreach (var refused in new[] { "/api/v1/records/enterprises/", "/api/v1/devices/", "/api/v1/me/notifications/push" })
            (await page.EvaluateAsync<int>(Status, new[] { "POST", refused })).ShouldBe(403, refused);
        await page.GotoAsync("/me");
        await Expect(page.GetByText("没有权限").First).ToBeVisibleAsync();
        await page.GotoAsync("/wall");
        await Expect(window.Find(".wall-clock")).ToBeVisibleAsync();

        await person.SignIn("wall-maker", SignInClient.Password);
        await using var desk = await chromium.Open(server, "/me", person.Cookies.GetCookies(server.Http));
        await Expect(desk.Find("[data-testid=sessions]")).ToContainTextAsync("大屏“左屏”");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "退出 左屏" }).ClickAsync();
        await Expect(page.GetByLabel("口令", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(desk.Find("[data-testid=sessions]")).Not.ToContainTextAsync("左屏");
    }
}
