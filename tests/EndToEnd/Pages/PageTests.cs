using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>What a person sees in the browser.</summary>
public sealed class PageTests(Servers servers, Chromium chromium)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_telegram_sent_to_the_socket_is_on_the_live_page_without_being_asked_for(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, now.AddSeconds(-30), "w01018-Rtd=11.1,w01018-Flag=N"));
        await using var window = await chromium.Open(server, $"/monitor/live?text={mn}");
        var cell = window.Find("[data-factor=w01018]");
        await Expect(cell).ToContainTextAsync("11.1");
        await Expect(cell).ToContainTextAsync("mg/L");

        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=98.7,w01018-Flag=D"));
        await Expect(cell).ToContainTextAsync("98.7");

        // Flag D (fault, HJ 212-2017 table 8) is shown, and not by colour alone.
        await Expect(cell.Locator(".flag")).ToHaveTextAsync("D");
        await Expect(cell).ToContainTextAsync("无效");
        await Expect(window.Find(".live-point")).ToContainTextAsync("在线");
        await device.DisposeAsync();
        await Expect(window.Find(".live-point")).ToContainTextAsync("离线");
        await Expect(cell).ToContainTextAsync("断线");
    }

    [Fact]
    public async Task An_unknown_device_is_registered_with_one_click_and_appears()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=11.1,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();
        await using var window = await chromium.Open(server, "/monitor/devices");

        await window.Find("[data-testid=unknown] tr", mn).GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await window.Page.GetByLabel("数采仪名称").Fill("总排口数采仪");
        await window.Page.GetByLabel("点位名称").Fill($"总排口 {mn}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "登记并处理报文" }).ClickAsync();

        await Expect(window.Page.GetByText(mn).First).ToBeVisibleAsync();
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 1))[0].Value.ShouldBe(11.1);
        await window.Page.GotoAsync($"/monitor/live?text={mn}");
        await Expect(window.Find("[data-factor=w01018]")).ToContainTextAsync("11.1");
    }

    [Fact]
    public async Task A_discovered_channel_is_confirmed_and_a_point_is_handed_over()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        var (first, second) = (RecordApi.Enterprise(), RecordApi.Enterprise());
        var (from, to) = ((await server.Client.Post("enterprises", first).Saved()).Id(), (await server.Client.Post("enterprises", second).Saved()).Id());
        await server.Register(mn, new { fillsGaps = false });
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=11.1,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();
        var channel = (await Api.Until(() => server.Get<List<JsonElement>>($"/api/v1/channels/?mn={mn}"), found => found.Count == 1))[0];
        var point = channel.GetProperty("pointId").GetInt32();
        (await server.Client.PutAsJsonAsync($"/api/v1/points/{point}", new { name = $"总排口 {mn}", kind = "WasteWater", enterpriseId = from }, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        await using var window = await chromium.Open(server, $"/monitor/devices/{mn}");

        var row = window.Find("[data-testid=channels] tr", "w01018");
        await Expect(row).ToContainTextAsync("待确认");
        await row.GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await window.Page.GetByLabel("因子名称").Fill("");
        await window.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await Expect(window.Find(".mud-dialog .mud-alert")).ToBeVisibleAsync(); // A channel without a name is none.
        await window.Page.GetByLabel("因子名称").Fill("COD");
        await window.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "确认" }).ClickAsync();
        await Expect(row).ToContainTextAsync("COD");
        await Expect(row).Not.ToContainTextAsync("待确认");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = $"修改点位 总排口 {mn}" }).ClickAsync();
        await Expect(window.Page.GetByLabel("归属新企业的第一天")).ToHaveCountAsync(0);
        await window.Page.GetByLabel("所属企业").Fill((string)second["name"]!);
        await window.Page.Locator(".mud-list-item", new() { HasText = (string)second["name"]! }).ClickAsync();
        var since = window.Page.GetByLabel("归属新企业的第一天");
        await since.Fill(now.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(window.Find(".mud-dialog .mud-alert")).ToContainTextAsync("还没有到");
        await since.Fill(now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await window.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(window.Find(".mud-dialog")).ToHaveCountAsync(0);
        (await server.Get<List<JsonElement>>("/api/v1/points/")).Single(one => one.GetProperty("id").GetInt32() == point).GetProperty("enterpriseId").GetInt32().ShouldBe(to);
    }

    [Fact]
    public async Task A_telegram_is_shown_field_by_field()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=36.2,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();
        await using var window = await chromium.Open(server, $"/monitor/telegrams?f.mn={mn}");

        await window.Find("table a").First.ClickAsync();

        await Expect(window.Find("pre.raw")).ToContainTextAsync("w01018-Rtd=36.2");
        var rows = window.Find(".dense-table tr");
        await Expect(rows.Filter(new() { HasText = "w01018-Rtd" })).ToContainTextAsync("化学需氧量");
        await Expect(rows.Filter(new() { HasText = "w01018-Flag" })).ToContainTextAsync("正常");
        await Expect(rows.Filter(new() { HasText = "2011" }).First).ToContainTextAsync("实时数据");
        await Expect(window.Page.GetByText("落盘后应答 9014")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_rejected_telegram_says_why()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn, new { password = "000000" });
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=36.2,w01018-Flag=N"));
        await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count == 1);
        await using var window = await chromium.Open(server, $"/monitor/telegrams?f.mn={mn}");
        await window.Find("table a").First.ClickAsync();
        await Expect(window.Page.GetByText("访问密码 PW 与登记不符。")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_command_is_given_and_its_exchange_watched()
    {
        var (server, mn) = (await servers.On(Database.Postgres), Api.NewMn());
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=36.2,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();
        await using var window = await chromium.Open(server, $"/monitor/devices/{mn}");
        await Expect(window.Page.GetByText("在线").First).ToBeVisibleAsync();

        await window.Find("[data-testid=command]").GetByRole(AriaRole.Button, new() { Name = "下发" }).ClickAsync();
        var request = (await device.Receive()).ShouldNotBeNull();
        request.Command.ShouldBe(CommandCode.DeviceTime);
        var row = window.Find("[data-testid=commands] tbody tr").First;
        await Expect(row).ToContainTextAsync("1011");
        await CommandTests.Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        await CommandTests.Answer(device, mn, request, CommandCode.DeviceTime, "PolId=w01018;SystemTime=20260801085857", mnSystem: "32");
        await CommandTests.Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");

        await Expect(row).ToContainTextAsync("SystemTime=20260801085857");
        await row.GetByRole(AriaRole.Link, new() { Name = "往来报文" }).ClickAsync();
        await Expect(window.Find("tbody tr")).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_year_of_hours_is_drawn_thinned_and_zooming_brings_the_detail()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn, new { fillsGaps = false });
        await using var device = TestDevice.Connect(server.Gateway);
        var address = new Address(mn, "123456", ProtocolVersion.V2017, "32");
        var (hour, qn) = (Park.Now.Date.AddHours(Park.Now.Hour - 1), Park.Now);
        const int hours = 8_700;
        var receiving = Task.Run(async () =>
        {
            for (var i = 0; i < hours; i++)
                (await device.Receive()).ShouldNotBeNull();
        });
        for (var i = 0; i < hours; i++)
        {
            var area = string.Create(CultureInfo.InvariantCulture, $"DataTime={hour.AddHours(-i):yyyyMMddHHmmss};w01018-Min=1,w01018-Avg={40 + (10 * Math.Sin(i / 24.0)):0.0},w01018-Max=60,w01018-Flag=N");
            await device.Send(TelegramWriter.Write(address, qn.AddMilliseconds(i), CommandCode.HourlyData, area, wantsAnswer: true));
        }

        await receiving;
        var channel = (await server.Channel(mn, "w01018"))!;
        await Api.Until(() => server.Get<CurveRow>($"/api/v1/readings/curve?channelId={channel.Id}&interval=Hour&from={DateTime.UtcNow.AddDays(-366):O}&to={DateTime.UtcNow:O}"), curve => curve.Points.Sum(point => point.Count) == hours);

        await using var window = await chromium.Open(server, $"/monitor/history?point={channel.PointId}&channels={channel.Id}&interval=Hour&origins=sent&range=1y");
        var chart = window.Find(".chart[data-points]");
        await Expect(chart).ToBeVisibleAsync();
        int.Parse((await chart.GetAttributeAsync("data-points"))!, CultureInfo.InvariantCulture).ShouldBeInRange(300, 5_000);
        await Expect(window.Find(".chart canvas").First).ToBeVisibleAsync();

        // Zoom in by the wheel until single hours are seen.
        var box = (await chart.BoundingBoxAsync())!;
        await window.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        for (var i = 0; i < 12; i++)
            await window.Page.Mouse.WheelAsync(0, -400);
        // What is seen is the address: it can be sent on, and Back leads out again.
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("range=custom&from=20"));
        await window.Page.GoBackAsync();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("range=1y$"));
    }

    [Fact]
    public async Task The_columns_of_a_list_are_chosen_and_what_is_shown_is_exported()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using var window = await chromium.Open(server, $"/monitor/devices?q={mn}");
        var headings = window.Find("thead th");
        await Expect(headings.Filter(new() { HasText = "系统" })).ToHaveCountAsync(1);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "列", Exact = true }).ClickAsync();
        await window.Find(".mud-menu-item", "系统").ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("cols="));
        await Expect(headings.Filter(new() { HasText = "系统" })).ToHaveCountAsync(0);
        await window.Page.Keyboard.PressAsync("Escape");
        var download = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "导出" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("数采仪.xlsx");
        using var file = new MemoryStream();
        await using (var content = await download.CreateReadStreamAsync())
            await content.CopyToAsync(file);
        var row = MiniExcelLibs.MiniExcel.Query(file, useHeaderRow: true).Cast<IDictionary<string, object?>>().Single();
        row.Keys.ShouldBe(["名称", "状态", "MN", "标准", "通道", "最近报文"]);
        row["MN"].ShouldBe(mn);
        row["通道"].ShouldBe(0d); // A number, not its text: Excel can add it.
    }

    [Theory]
    [InlineData("/monitor/live"), InlineData("/monitor/history"), InlineData("/monitor/telegrams"), InlineData("/monitor/devices"), InlineData("/monitor/relay"), InlineData("/monitor/api")]
    [InlineData("/records/enterprises"), InlineData("/records/enterprises/new"), InlineData("/records/enterprises/import"), InlineData("/records/receptors/fields"), InlineData("/conformity"), InlineData("/todo"), InlineData("/messages"), InlineData("/dictionaries")]
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
}

public sealed record CurveRow(List<CurvePointRow> Points);

public sealed record CurvePointRow(DateTime Time, double? Mean, int Count);

internal static class WindowExtensions
{
    public static ILocator Find(this Window window, string selector, string text) => window.Find(selector).Filter(new() { HasText = text });
}
