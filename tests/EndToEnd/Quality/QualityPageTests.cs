using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Quality;

/// <summary>Environment quality in the real browser.</summary>
public class QualityPageTests(Servers servers, Chromium chromium)
{
    private const string Span = "range=custom&from=2026-05-01&to=2026-06-29";

    [Fact]
    public async Task Every_tab_of_a_medium_opens_with_what_was_imported()
    {
        var server = await servers.On(Database.Sqlite);
        var (point, station) = await server.NewStation("页面试验站", "大气环境", "AmbientAir", "二级");
        // Sixty days: PM2.5 falls through the day and is high when the wind is from the west.
        await server.Client.Imported(point, StationApi.Hours("2026-05-01", 60,
            ("PM2.5", hour => (hour % 48 < 24 ? 90 - (hour % 24) : 20 + (hour % 7)).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("PM10", hour => (100 - (hour % 24)).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("风速", _ => "2.5"), ("风向", hour => hour % 48 < 24 ? "270" : "90")));
        await Api.Until(() => server.Client.Data(station, "Day", "2026-06-28T16:00:00Z", "2026-06-29T16:00:00Z"), rows => rows.Count == 1, TimeSpan.FromSeconds(60));
        foreach (var (tab, text) in new[]
        {
            ("overview", "页面试验站"), ("data", "数据与判定"), ("statistics", "统计表"), ("pattern", "各月分布"), ("wind", "条件概率函数"), ("trend", "Mann–Kendall"), ("correlation", "相关矩阵"), ("completeness", "应测、实测与有效"), ("review", "审核记录"),
        })
        {
            await using var window = await chromium.Open(server, $"/quality/air/{tab}?station={station}&{Span}");
            await Expect(window.Page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = 20_000 });
            foreach (var plot in await window.Page.Locator(".plot").AllAsync())
                await Expect(plot.Locator("canvas").First).ToBeVisibleAsync();
        }

        await using var wind = await chromium.Open(server, $"/quality/air/wind?station={station}&{Span}");
        await Expect(wind.Page.GetByText("的高值在西风（270°）时最常见")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await using var data = await chromium.Open(server, $"/quality/air/data?station={station}&interval=Day&{Span}");
        // 24 hours of 90 … 67: mean 78.5, over 60 (GB 3095-2026) by 0.31; GB/T 8170 rounds a five to the even digit.
        await Expect(data.Page.Locator(".over").First).ToContainTextAsync("78 ▲");
        await Expect(data.Page.Locator(".over").First).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("GB 3095-2026"));
    }

    [Fact]
    public async Task A_review_on_the_page_is_done_and_on_record()
    {
        var server = await servers.On(Database.Sqlite);
        var (point, station) = await server.NewStation("审核页面站", "大气环境", "AmbientAir");
        await server.Client.Imported(point, StationApi.Hours("2026-06-01", 1, ("PM2.5", _ => "20")));
        await using var window = await chromium.Open(server, $"/quality/air/review?station={station}&range=custom&from=2026-06-01&to=2026-06-01");
        var page = window.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "选中" }).Nth(2).ClickAsync();
        await Expect(page.GetByLabel("起（yyyy-MM-dd HH:mm）")).ToHaveValueAsync("2026-06-01 21:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "执行" }).ClickAsync();
        await Expect(page.GetByText("请写明理由")).ToBeVisibleAsync();
        await page.GetByLabel("理由 *").Fill("采样管断裂");
        await page.GetByLabel("理由 *").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "执行" }).ClickAsync();
        await Expect(page.GetByText("已标记无效，涉及 1 个数据")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "采样管断裂" })).ToContainTextAsync("标记无效");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "2026-06-01 21:00" }).First).ToContainTextAsync("审核为无效");
    }

    [Fact]
    public async Task A_sheet_is_judged_while_it_is_filled_in()
    {
        var server = await servers.On(Database.Sqlite);
        var well = await server.Client.NewStation(StationApi.Name("填报监测井"), "地下水环境", "Ⅲ", null);
        await using var window = await chromium.Open(server, $"/quality/sheet?station={well}");
        var page = window.Page;
        var ammonia = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "氨氮" });
        await Expect(ammonia).ToContainTextAsync("≤ 0.50 mg/L");
        await ammonia.GetByRole(AriaRole.Textbox).Fill("0.8");
        await Expect(ammonia).ToContainTextAsync("超标，超 0.6 倍");
        await ammonia.GetByRole(AriaRole.Textbox).Fill("多");
        await Expect(ammonia).ToContainTextAsync("不是监测结果");
        await ammonia.GetByRole(AriaRole.Textbox).Fill("<0.02");
        await Expect(ammonia).ToContainTextAsync("达标");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存整单" }).ClickAsync();
        await Expect(page.GetByText("已保存 1 项结果")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "<0.02" })).ToContainTextAsync("达标");
    }

    [Fact]
    public async Task A_recalled_limit_is_off_until_somebody_has_checked_it()
    {
        var server = await servers.On(Database.Sqlite);
        await using var window = await chromium.Open(server, "/quality/limits?f.state=off");
        var page = window.Page;
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "停用，待核对" }).First;
        await row.GetByRole(AriaRole.Button, new() { Name = "核对启用" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "已核对无误，启用" }).ClickAsync();
        await Expect(page.GetByText("请写明核对所依据的文件")).ToBeVisibleAsync();
        await page.GetByLabel("所见原文").Fill("标准文本第 5 页表 1");
        await page.GetByLabel("所见原文").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "已核对无误，启用" }).ClickAsync();
        await Expect(page.GetByText("已启用，即刻用于判定")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_enterprise_sees_nothing_of_the_parks_stations()
    {
        var server = await servers.On(Database.Sqlite);
        var enterprise = await server.Client.NewEnterprise();
        using var officer = await RecordApi.SignedIn(server, $"quality-{enterprise}", "enterprise-officer", enterprise);
        (await officer.Client.GetAsync("/api/v1/quality/stations", RecordApi.Token)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        (await officer.Client.GetAsync("/api/v1/quality/statistics?medium=air&period=Month&from=2026-01-01&to=2026-02-01", RecordApi.Token)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }
}
