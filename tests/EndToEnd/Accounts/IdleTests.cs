using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Accounts;

/// <summary>A screen that nobody touches says so before it signs out (time-out 30 minutes).</summary>
public sealed class IdleTests(Chromium chromium)
{
    [Fact]
    public async Task Two_minutes_before_it_ends_the_page_says_so_and_a_click_keeps_the_session()
    {
        var clock = new ShiftedClock();
        await using var server = await ServerHost.StartAt(clock);
        await using var window = await chromium.Open(server, "/conformity");
        await Expect(window.Find("h1")).ToBeFocusedAsync();
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle); // Whatever is still fetched is a use of the session.
        var notice = window.Page.GetByText("长时间没有操作");
        await Expect(notice).ToHaveCountAsync(0);
        clock.Ahead = TimeSpan.FromMinutes(28.5);
        await Expect(notice).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "继续使用" }).ClickAsync();
        await Expect(notice).ToHaveCountAsync(0);
        clock.Ahead = TimeSpan.FromMinutes(32); // Without the click the session would have ended.
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "我的待办" }).First.ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "我的待办" })).ToBeVisibleAsync();
        clock.Ahead = TimeSpan.FromMinutes(64); // Nobody clicks any more.
        await Expect(window.Page.GetByLabel("口令", new() { Exact = true })).ToBeVisibleAsync();
    }
}
