using System.Net.Http.Json;
using EcoPark.EndToEnd.Alarms;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>本企业排口: where an enterprise's officer begins, in the real browser.</summary>
public sealed class MinePageTests(Servers servers, Chromium chromium)
{
    [Fact]
    public async Task An_enterprise_sees_its_outlets_and_what_it_has_to_do_and_nothing_of_another()
    {
        var server = await servers.On(Database.Sqlite);
        await using var mine = await OutletPark.Gas(server);
        await using var theirs = await OutletPark.Gas(server);
        var alarms = new Dictionary<OutletPark, AlarmRow>();
        foreach (var park in new[] { mine, theirs })
        {
            // 60 mg/m³ at 12 % O₂ are 80 at 9 %, over 50.
            for (var hour = 0; hour < 24; hour++)
                await park.Hour(hour, $"a21026-Avg={(hour == 5 ? 60 : 30)},a21026-Flag=N;a19001-Avg=12,a19001-Flag=N;a00000-Avg=36000,a00000-Flag=N");
            await park.Arrived("a21026", 24);
            await park.Rebuild();
            await server.Client.Post("discharge-quotas", new { enterpriseId = park.Enterprise, filingId = park.Filing, cardNumber = $"K{park.Mn}", factor = "a21026", from = OutletPark.Day(0), to = OutletPark.Day(30), quota = 500, unit = "kg" }).Saved();
            alarms[park] = (await Api.Until(() => server.Get<PageOf<AlarmRow>>($"/api/v1/alarms/?q={park.Mn}&f.category=exceedance"), page => page.Items.Count == 1)).Items[0];
            await server.Client.PostAsJsonAsync($"/api/v1/alarms/{alarms[park].Id}/request-explanation", new { due = DateTime.UtcNow.AddDays(1) }, RecordApi.Token).Saved();
        }

        using var officer = await RecordApi.SignedIn(server, $"mine-{mine.Enterprise}", "enterprise-officer", mine.Enterprise);
        await using var window = await chromium.Open(server, "/outlets/mine", officer.Cookies.GetCookies(server.Http));
        var page = window.Page;
        await Expect(window.Find(".figures")).ToContainTextAsync("排口 1");
        await Expect(window.Find(".figures")).ToContainTextAsync("待说明 1");
        await Expect(window.Find(".station-card")).ToHaveCountAsync(1);
        await Expect(window.Find(".station-card")).ToContainTextAsync($"排口 {mine.Mn}");
        await Expect(Panel("要说明的异常").Locator($"a[href='/alarms/{alarms[mine].Id}']")).ToBeVisibleAsync();
        await Expect(Panel("未关闭的报警").Locator($"a[href='/alarms/{alarms[mine].Id}']")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("quotas")).ToContainTextAsync($"K{mine.Mn}");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "手工监测数据" }).First).ToHaveAttributeAsync("href", "/records/outlet-manual-results");
        (await page.ContentAsync()).ShouldNotContain(theirs.Mn);
        await Expect(page.Locator($"a[href='/alarms/{alarms[theirs].Id}']")).ToHaveCountAsync(0);

        // From the to-do to its alarm, explained there, and the to-do is done.
        await Panel("要说明的异常").Locator($"a[href='/alarms/{alarms[mine].Id}']").ClickAsync();
        await page.WaitForURLAsync($"**/alarms/{alarms[mine].Id}");
        await officer.Client.PostAsJsonAsync($"/api/v1/alarms/{alarms[mine].Id}/explain", new { text = "脱硫泵跳停" }, RecordApi.Token).Saved();
        await page.GotoAsync("/outlets/mine");
        await Expect(Panel("要说明的异常")).ToContainTextAsync("没有要说明的异常");
        await Expect(window.Find(".figures")).ToContainTextAsync("待说明 0");

        Microsoft.Playwright.ILocator Panel(string title) => window.Find(".panel").Filter(new() { Has = page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { NameString = title }) });
    }
}
