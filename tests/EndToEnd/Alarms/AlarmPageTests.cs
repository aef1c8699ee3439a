using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>Alarms as people see and hear them.</summary>
public sealed class AlarmPageTests(Servers servers, Chromium chromium)
{
    [Fact]
    public async Task The_bell_of_every_page_shows_colour_word_and_count_sounds_until_acknowledged_and_can_be_muted()
    {
        // A server of its own: what waits elsewhere must not sound here.
        await using var server = await ServerHost.Start();
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        await using var window = await chromium.Open(server, "/todo");
        await window.Page.AddInitScriptAsync(Browsers.Ears);
        await window.Page.ReloadAsync();
        var bell = window.Find("[data-testid=alarm-bell]");
        await Expect(bell).ToHaveAttributeAsync("title", "没有待确认的报警");

        await park.Send(device, Park.Now.AddSeconds(-60), 60);
        await Expect(bell).ToContainTextAsync("橙");
        await Expect(bell).ToHaveClassAsync(new Regex("level-2"));
        // The browser keeps quiet until the person has clicked, and the page says so.
        await Expect(window.Page.GetByText("点击页面任意处以开启报警声音")).ToBeVisibleAsync();
        await window.Find("h1").ClickAsync();
        await Expect(window.Page.GetByText("点击页面任意处以开启报警声音")).ToBeHiddenAsync();
        await Heard(window, "window.heard.some(tone => tone.pitch === 740)");

        // Twice the limit: red, with its own tone.
        await park.Send(device, Park.Now.AddSeconds(-30), 120);
        await Expect(bell).ToHaveClassAsync(new Regex("level-1"));
        await Heard(window, "window.heard.some(tone => tone.pitch === 880)");
        var before = await window.Page.EvaluateAsync<int>("window.heard.length");
        await Heard(window, $"window.heard.length > {before}"); // It repeats.

        // Muted for this person: no tone, but colour and count.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "关闭报警声音" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "打开报警声音" })).ToBeVisibleAsync();
        await Quiet(window);
        await Expect(bell).ToContainTextAsync("红");
        await window.Page.ReloadAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "打开报警声音" })).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "打开报警声音" }).ClickAsync();
        await Heard(window, "window.heard.length > 0");

        // Acknowledged by somebody entitled: silent on this page too.
        (await server.Client.PostAsync($"/api/v1/alarms/{(await park.Alarms())[0].Id}/acknowledge", null)).EnsureSuccessStatusCode();
        await Expect(bell).ToHaveAttributeAsync("title", "没有待确认的报警");
        await Quiet(window);
    }

    [Fact]
    public async Task Two_people_have_the_alarm_open_and_the_second_sees_that_it_is_acknowledged()
    {
        var server = await servers.On(Database.Sqlite);
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 60);
        var id = (await park.One(_ => true)).Id;
        await using var one = await chromium.Open(server, $"/alarms/{id}");
        await using var other = await chromium.Open(server, $"/alarms/{id}");
        await Expect(one.Find("[data-testid=actions]")).ToContainTextAsync("确认");
        await Expect(other.Find("[data-testid=actions]")).ToContainTextAsync("确认");
        await Expect(one.Find(".chart[data-points]")).ToBeVisibleAsync();

        await one.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true }).ClickAsync();

        await Expect(other.Find("[data-testid=steps]")).ToContainTextAsync("确认");
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true })).ToBeHiddenAsync();
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "填写处置" })).ToBeVisibleAsync();

        // The live page and the outlets say the same of the value, with its limit.
        var live = one.Page;
        await live.GotoAsync($"/monitor/live?text={park.Mn}&state=over");
        var cell = one.Find(".live-point [data-factor=w01018]");
        await Expect(cell).ToContainTextAsync("60.0");
        await Expect(cell).ToContainTextAsync("超标");
        await Expect(cell).ToContainTextAsync("≤ 50");
        await live.GetByText("表格").ClickAsync();
        await Expect(one.Find($"tr[data-point='{park.PointName}'][data-state=Over]")).ToContainTextAsync("≤ 50 mg/L");
        await live.EvaluateAsync("document.getElementById('components-reconnect-modal').classList.add('components-reconnect-show')"); // As when the connection is lost.
        (await live.EvaluateAsync<string>("getComputedStyle(document.querySelector('.live-table .age'), '::after').content")).ShouldBe("\"断线前\"");
        await live.GotoAsync($"/outlets?q={park.Mn}");
        await Expect(one.Find("tbody tr").First).ToContainTextAsync("60.0 / 50 mg/L ▲");
        await live.GetByText("实时超标").First.ClickAsync();
        await Expect(one.Find("tbody tr", park.PointName)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_enterprise_explains_what_the_park_asked_for_and_the_park_closes_it()
    {
        var server = await servers.On(Database.Sqlite);
        var park = await AlarmPark.Build(server);
        using var officer = await RecordApi.SignedIn(server, $"ehs{park.Enterprise}", "enterprise-officer", park.Enterprise);
        await using var device = park.Connect();
        await park.Send(device, Park.Now.AddSeconds(-30), 60);
        await park.Send(device, Park.Now, 20);
        var id = (await park.One(alarm => alarm.EndedAt is not null)).Id;
        await using var authority = await chromium.Open(server, $"/alarms?q={park.Mn}");
        await authority.Find("tbody tr").Filter(new() { HasText = park.PointName }).First.ClickAsync();
        await Expect(authority.Page).ToHaveURLAsync(new Regex($"/alarms/{id}\\?from="));
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true }).ClickAsync();
        await Expect(authority.Page.GetByRole(AriaRole.Button, new() { Name = "确认", Exact = true })).ToHaveCountAsync(0); // The page has been drawn anew.
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "要求企业说明" }).ClickAsync();
        await authority.Page.GetByLabel("要说明什么").Fill("请说明超标原因");
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "要求企业说明" }).ClickAsync();
        await Expect(authority.Find("[data-testid=steps]")).ToContainTextAsync("请说明超标原因");

        await using var enterprise = await chromium.Open(server, "/alarms?f.state=explain", officer.Cookies.GetCookies(server.Http));
        await enterprise.Find("tbody tr").First.ClickAsync();
        await enterprise.Page.GetByRole(AriaRole.Button, new() { Name = "填写异常说明" }).ClickAsync();
        await enterprise.Page.GetByLabel("异常说明（原因、时间、措施）").Fill("曝气风机跳闸，已恢复");
        await enterprise.Page.GetByRole(AriaRole.Button, new() { Name = "提交异常说明" }).ClickAsync();
        await Expect(enterprise.Find(".page-actions")).ToContainTextAsync("说明待审核");

        // The page of the authority has followed.
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "审核说明" }).ClickAsync();
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "通过" }).ClickAsync();
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "填写处置" }).ClickAsync();
        await authority.Find("[data-testid=form] .mud-select").First.ClickAsync();
        await authority.Page.Locator(".mud-list-item", new() { HasText = "治污设施故障" }).ClickAsync();
        await authority.Page.GetByLabel("处置情况（查明了什么、采取了什么措施）").Fill("现场核查属实");
        await authority.Page.GetByRole(AriaRole.Button, new() { Name = "提交处置" }).ClickAsync();
        await authority.Find("[data-testid=actions]").GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).ClickAsync(); // A message has one of this name too.
        await Expect(authority.Find(".page-actions")).ToContainTextAsync("已关闭");

        // 超标记录 holds it, and its workbook can be fetched.
        await authority.Page.GotoAsync("/alarms/records/exceedance");
        await Expect(authority.Find("tbody tr").Filter(new() { HasText = park.EnterpriseName })).ToHaveCountAsync(1);
        (await server.Client.GetAsync($"/api/v1/alarms/export.xlsx?f.category=exceedance&q={park.Mn}")).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        await authority.Page.GotoAsync("/alarms/statistics");
        await Expect(authority.Find("[data-testid=statistics] tbody tr").Filter(new() { HasText = park.EnterpriseName })).ToContainTextAsync("100");
    }

    [Fact]
    public async Task An_alarm_is_given_to_a_person_who_is_told_and_has_it_in_the_to_dos()
    {
        var server = await servers.On(Database.Sqlite);
        var park = await AlarmPark.Build(server);
        var name = $"officer{park.Enterprise}";
        using var officer = await RecordApi.SignedIn(server, name, "duty-operator", null);
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 60);
        var id = (await park.One(_ => true)).Id;
        await using var window = await chromium.Open(server, $"/alarms/{id}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "指派", Exact = true }).ClickAsync();
        await window.Find("[data-testid=form] .mud-select").First.ClickAsync();
        var person = window.Page.Locator(".mud-list-item", new() { HasText = $"（{name}）" });
        await person.ClickAsync();
        await Expect(person).ToHaveCountAsync(0); // The list has closed: the choice has been taken.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "指派报警" }).ClickAsync();
        await Expect(window.Find("[data-testid=steps]")).ToContainTextAsync("指派");

        await Api.Until(() => officer.Client.GetStringAsync("/api/v1/messages/"), text => text.Contains("指派：", StringComparison.Ordinal));
        await using var own = await chromium.Open(server, "/todo", officer.Cookies.GetCookies(server.Http));
        await own.Find("[data-testid=todo-links]").GetByText("指派给我的报警 1 条").ClickAsync();
        await Expect(own.Find("tbody tr")).ToHaveCountAsync(1);
        await Expect(own.Find("tbody tr").First).ToContainTextAsync(park.PointName);
    }

    [Fact]
    public async Task Two_hundred_at_once_stay_readable()
    {
        var server = await servers.On(Database.Sqlite);
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        for (var part = 0; part < 8; part++) // 25 factors a telegram.
            await device.Send(TestDevice.RealTime(park.Mn, Park.Now, string.Join(';', Enumerable.Range(0, 25).Select(i => $"w{22000 + (part * 25) + i}-Rtd=1,w{22000 + (part * 25) + i}-Flag=D")), Park.Now.AddMilliseconds(part)));
        await Api.Until(() => server.Get<PageOf<AlarmRow>>($"/api/v1/alarms/?q={park.Mn}&take=1"), page => page.Total == 200, TimeSpan.FromSeconds(60));

        await using var window = await chromium.Open(server, $"/alarms?q={park.Mn}");
        await Expect(window.Page.GetByText("200", new() { Exact = false }).First).ToBeVisibleAsync();
        (await window.Find("tbody tr").CountAsync()).ShouldBeInRange(10, 100, "one page of the list, not all of it");
        // The message centre of the operator holds a handful and one that counts the rest, not two hundred.
        var told = await server.Get<PageOf<JsonElement>>("/api/v1/messages/?take=200");
        told.Items.Count(message => message.ToString().Contains(park.EnterpriseName, StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(20);
    }

    [Fact]
    public async Task Many_are_acknowledged_at_once()
    {
        var server = await servers.On(Database.Sqlite);
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        await device.Send(TestDevice.RealTime(park.Mn, Park.Now, string.Join(';', Enumerable.Range(0, 5).Select(i => $"w210{i:D2}-Rtd=1,w210{i:D2}-Flag=D"))));
        await Api.Until(park.Alarms, alarms => alarms.Count == 5);
        await using var window = await chromium.Open(server, $"/alarms?q={park.Mn}");
        await Expect(window.Find("tbody input[type=checkbox]")).ToHaveCountAsync(5);
        var every = window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "选择本页全部" });
        await every.CheckAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "确认所选 5 条" })).ToBeVisibleAsync();
        await window.Find("tbody input[type=checkbox]").First.UncheckAsync();
        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "确认所选 4 条" })).ToBeVisibleAsync();
        await every.CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "确认所选 5 条" }).ClickAsync();
        await Expect(window.Page.GetByText("已确认 5 条。")).ToBeVisibleAsync();
        (await park.Alarms()).ShouldAllBe(alarm => alarm.State == "Acknowledged" && alarm.AcknowledgedBy == "本机操作员");

        // What is filtered by stands above the list; one alarm leads to the next of the same list, to its outlet, and back.
        await Expect(window.Find(".filter-chips")).ToContainTextAsync(park.Mn);
        await window.Find("tbody tr a").First.ClickAsync();
        await Expect(window.Find(".trail")).ToContainTextAsync("1 / 5");
        await Expect(window.Find(".alarm-links").GetByText("数采仪")).ToHaveAttributeAsync("href", $"/monitor/devices/{park.Mn}");
        await window.Page.GetByText("下一条 →").ClickAsync();
        await Expect(window.Find(".trail")).ToContainTextAsync("2 / 5");
        await window.Find(".alarm-links").GetByText("排口").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("/outlets/\\d+/live$"));
        await Expect(window.Find(".alarm-links")).ToHaveCountAsync(0); // The outlet is on the page, not only in the address.
        await window.Page.GoBackAsync();
        await Expect(window.Find(".trail")).ToContainTextAsync("2 / 5");
        await window.Page.GetByText("回到列表").ClickAsync();
        await window.Find(".filter-chips").GetByText("清除筛选").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex("/alarms$"));
    }

    [Theory, InlineData("/alarms"), InlineData("/alarms/statistics"), InlineData("/alarms/load"), InlineData("/alarms/records/offline"), InlineData("/system/deliveries"), InlineData("/records/alarm-rules"), InlineData("/records/exemption-plans"), InlineData("/records/notification-rules"), InlineData("/me")]
    public async Task Every_page_opens_without_an_error_also_on_a_phone(string path)
    {
        var server = await servers.On(Database.Sqlite);
        foreach (var (width, height) in new[] { (1366, 768), (390, 844) })
        {
            await using var window = await chromium.Open(server, path, width, height);
            await Expect(window.Find("h1")).ToBeVisibleAsync();
            (await window.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, $"{path} at {width}");
        }
    }

    private static Task Heard(Window window, string condition) => Api.Until(() => window.Page.EvaluateAsync<bool>(condition), isSo => isSo, TimeSpan.FromSeconds(10));

    /// <summary>No tone for longer than any of them takes to repeat.</summary>
    private static async Task Quiet(Window window)
    {
        await window.Page.EvaluateAsync("new Promise(done => setTimeout(done, 1500))"); // What was begun may end.
        await window.Page.EvaluateAsync("window.heard = []");
        await window.Page.EvaluateAsync("new Promise(done => setTimeout(done, 9000))");
        (await window.Page.EvaluateAsync<int>("window.heard.length")).ShouldBe(0);
    }
}
