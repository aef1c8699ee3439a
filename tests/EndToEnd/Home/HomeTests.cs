using System.Globalization;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Home;

/// <summary>总览, the first page of everybody in the demo park.</summary>
[Collection(DemoPark.Name)]
public sealed class HomeTests(DemoServer demo, Chromium chromium)
{
    /// <summary>What the list behind a figure says that it holds: its foot, the page's own count, or that it is empty.</summary>
    private const string CountOfList = """
        () => {
            const own = document.querySelector("[data-testid=count]");
            if (own) return own.textContent.trim();
            const foot = document.querySelector(".table-foot [role=status]");
            if (foot) return (foot.textContent.match(/共 (\d+)/) ?? [])[1];
            return document.querySelector("main .empty-state") ? "0" : undefined;
        }
        """;

    [Theory]
    [InlineData("operator", "实时超标", "待确认的报警", "离线数采仪", "待登记的数采仪", "传输有效率低于 90 %", "逾期未办", "我的待办", "未关闭的报警", "近 24 小时的报警", "空气质量", "地表水水质", "许可量超前", "配额超前", "气象", "未来 24 小时空气预报")]
    [InlineData("director", "本月达标率", "本年达标率", "传输有效率低于 90 %", "逾期未办", "未关闭的报警", "企业排名（本年日达标率）", "空气质量", "地表水水质", "我的待办")]
    [InlineData("enterprise", "实时超标", "待说明的报警", "本月达标率", "我的待办", "要处理的报警", "本企业排口现状", "配额超前")]
    public async Task Whoever_signs_in_sees_the_park_and_every_count_leads_to_its_list(string user, params string[] tiles)
    {
        using var client = new SignInClient(demo.Server.Http);
        await client.SignIn(user, DemoServer.Password);
        await using var window = await chromium.Open(demo.Server, "/", client.Cookies.GetCookies(demo.Server.Http));
        await Expect(window.Find("h1")).ToHaveTextAsync("总览");
        foreach (var tile in tiles)
            await Expect(window.Find($"[data-tile='{tile}']")).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(window.Find(".home-tile", "暂时读不出")).ToHaveCountAsync(0);
        await Expect(window.Find("nav[aria-label=主菜单] a.active")).ToHaveTextAsync("总览");

        var counted = await window.Find(".home-figure[data-count]").EvaluateAllAsync<string[]>("all => all.map(one => one.closest('[data-tile]').dataset.tile)");
        counted.Length.ShouldBeGreaterThan(2);
        foreach (var tile in counted)
            await SameNumber(window, tile);
    }

    [Fact]
    public async Task The_inspectors_phone_has_search_open_alarms_and_tasks_and_nothing_is_cut_off()
    {
        using var client = new SignInClient(demo.Server.Http);
        await client.SignIn("inspector", DemoServer.Password);
        await using var window = await chromium.Open(demo.Server, "/", 390, 844, client.Cookies.GetCookies(demo.Server.Http));
        await Expect(window.Find(".link-tabs .current")).ToHaveTextAsync("现场");
        foreach (var tile in new[] { "实时超标", "待确认的报警", "要处理的报警", "我的待办" })
            await Expect(window.Find($"[data-tile='{tile}']")).ToHaveAttributeAsync("aria-busy", "false");
        (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(390);

        // An enterprise is found from the first page.
        await window.Find(".page-search input").Fill("蓝川");
        await window.Find(".mud-popover-open .mud-list-item", "蓝川染料").First.ClickAsync();
        await window.Page.WaitForURLAsync("**/enterprises/*");
        // An alarm is two fingers away.
        await window.Page.GotoAsync("/");
        await window.Find("[data-tile='要处理的报警'] .home-lines a").First.ClickAsync();
        await window.Page.WaitForURLAsync("**/alarms/*");

        // Lists are cards of the width of the screen, each value with its heading; what the bar has no room for is in one's own menu.
        await window.Page.GotoAsync("/alarms");
        var card = window.Find(".record-scroll tbody tr").First;
        await Expect(card).ToBeVisibleAsync();
        (await card.EvaluateAsync<string>("row => getComputedStyle(row).display")).ShouldBe("grid");
        (await card.Locator("td[data-label]").Nth(1).EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content")).ShouldNotBe("none");
        (await card.EvaluateAsync<double>("row => row.getBoundingClientRect().right")).ShouldBeLessThanOrEqualTo(390);
        var own = window.Find(".user-name button");
        (await own.EvaluateAsync<double>("one => one.getBoundingClientRect().right")).ShouldBeLessThanOrEqualTo(390);
        await own.ClickAsync();
        await Expect(window.Page.GetByText("退出登录")).ToBeInViewportAsync();
        await window.Page.GetByText("我的待办（").ClickAsync();
        await window.Page.WaitForURLAsync("**/todo");
    }

    [Fact]
    public async Task Without_a_network_the_phone_says_so_and_shows_no_old_figures()
    {
        using var client = new SignInClient(demo.Server.Http);
        await client.SignIn("inspector", DemoServer.Password);
        await using var window = await chromium.Open(demo.Server, "/", 390, 844, client.Cookies.GetCookies(demo.Server.Http));
        window.IsCutOff = true;
        using var manifest = JsonDocument.Parse(await window.Page.EvaluateAsync<string>("fetch(document.querySelector('link[rel=manifest]').href).then(answer => answer.text())"));
        manifest.RootElement.GetProperty("display").GetString().ShouldBe("standalone");
        foreach (var icon in manifest.RootElement.GetProperty("icons").EnumerateArray())
            (await client.Client.GetAsync(icon.GetProperty("src").GetString(), TestContext.Current.CancellationToken)).Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        await window.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await window.Page.Context.SetOfflineAsync(true);
        await window.Page.GotoAsync("/alarms");
        await Expect(window.Find("h1")).ToHaveTextAsync("现在连不上平台");
        await window.Page.Context.SetOfflineAsync(false);
        await window.Page.GetByText("重试").ClickAsync();
        await Expect(window.Find("h1")).ToHaveTextAsync("报警中心");
    }

    [Fact]
    public async Task Pages_loggers_and_alarms_are_found_and_the_menu_opens_where_one_is()
    {
        using var client = new SignInClient(demo.Server.Http);
        await client.SignIn("operator", DemoServer.Password);
        async Task<string> Found(string text) => await client.Client.GetStringAsync($"/api/v1/search?q={text}", TestContext.Current.CancellationToken);
        (await Found("传输有效率")).ShouldContain("\"/outlets/transmission\"");
        (await Found("320600A0001D000000000005")).ShouldContain("\"/monitor/devices/320600A0001D000000000005\"");
        (await Found("江海精细化工")).ShouldContain("\"/alarms/");

        await using var window = await chromium.Open(demo.Server, "/monitor/live", client.Cookies.GetCookies(demo.Server.Http));
        await Expect(window.Find("nav[aria-label=主菜单] a.active")).ToHaveTextAsync("实时数据");
        await Expect(window.Find("nav[aria-label=主菜单] a.active")).ToBeInViewportAsync();
        await Expect(window.Find("nav[aria-label=主菜单] a", "报警统计")).Not.ToBeInViewportAsync();
        await window.Page.GotoAsync("/alarms/statistics");
        await Expect(window.Find("nav[aria-label=主菜单] a.active")).ToHaveTextAsync(["报警统计"]);
    }

    [Fact]
    public async Task The_three_administrators_go_to_their_own_first_page()
    {
        using var client = new SignInClient(demo.Server.Http);
        await client.SignIn("auditor", DemoServer.Password);
        await using var window = await chromium.Open(demo.Server, "/", client.Cookies.GetCookies(demo.Server.Http));
        await window.Page.WaitForURLAsync("**/system/audit");
    }

    /// <summary>The park goes on while the page turns: read again where the two were read at different moments.</summary>
    private static async Task SameNumber(Window window, string tile)
    {
        var seen = new List<(string Tile, string List)>();
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await window.Page.GotoAsync("/");
            var figure = window.Find($"[data-tile='{tile}'] .home-figure[data-count]");
            await Expect(figure).ToBeVisibleAsync();
            var count = (await figure.GetAttributeAsync("data-count"))!;
            await figure.ClickAsync();
            await Expect(window.Find("h1")).Not.ToHaveTextAsync("总览");
            var list = await CountOf(window, tile);
            if (int.Parse(count, CultureInfo.InvariantCulture) == int.Parse(list, CultureInfo.InvariantCulture))
                return;
            seen.Add((count, list));
        }

        seen.ShouldBeEmpty($"{tile}: the overview and its list");
    }

    private static async Task<string> CountOf(Window window, string tile)
    {
        try
        {
            return await (await window.Page.WaitForFunctionAsync(CountOfList)).JsonValueAsync<string>();
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"{tile}: no count at {window.Page.Url}:\n{await window.Find("main").InnerTextAsync()}");
        }
    }
}
