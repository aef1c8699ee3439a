using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Outages;

/// <summary>What people see while the database is away.</summary>
public sealed class OutagePageTests(Chromium chromium)
{
    [Fact]
    public async Task Open_pages_say_that_the_database_is_away_and_go_on_by_themselves()
    {
        await using var postgres = await PrivatePostgres.Begin();
        await using var server = await ServerHost.Start(postgres: postgres.Connection);
        await using var window = await chromium.Open(server, "/monitor/devices");
        await Expect(window.Find("h1")).ToHaveTextAsync("数采仪与点位");

        await postgres.Stop();
        await Expect(window.Find(".database-banner")).ToContainTextAsync("数据库暂时不可用，数据截至");
        await Expect(window.Find(".stale-line")).ToContainTextAsync("暂时无法刷新");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "上级平台转发" }).ClickAsync();
        await Expect(window.Find("main")).ToContainTextAsync("恢复后本页自动重新打开");

        await postgres.Start();
        await Expect(window.Find(".database-banner")).ToHaveCountAsync(0);
        await Expect(window.Find("h1")).ToHaveTextAsync("上级平台转发");
        await Expect(window.Page.GetByText("还没有上级平台")).ToBeVisibleAsync();
    }
}
