using System.Globalization;
using System.Text.Json;
using EcoPark.EndToEnd.Quality;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>What is drawn is what the API says: axis, tooltip and table, wherever the browser is, whatever was chosen before, in either theme.</summary>
public sealed class ChartTests(Servers servers, Chromium chromium)
{
    private const string Day = "range=custom&from=2026-06-01&to=2026-06-01";

    [Theory, InlineData(Browsers.ParkZone), InlineData("America/New_York")]
    public async Task Times_are_the_parks_wall_clock_in_any_zone(string zone)
    {
        var server = await servers.On(Database.Sqlite);
        var (_, station) = await Station(server, "时区站", 20);
        await using var window = await chromium.Open(server, $"/quality/air/data?station={station}&{Day}", 1366, 768, server.Cookies, zone);
        await Expect(window.Find(".chart[data-points]")).ToBeVisibleAsync();
        await Expect(window.Find("tbody tr").Filter(new() { HasText = "2026-06-01 09:00" })).ToContainTextAsync("29");

        // The point of 09:00 in the park, as the API gives it.
        var row = (await server.Client.Data(station, "Hour", "2026-06-01T01:00:00Z", "2026-06-01T02:00:00Z")).Single();
        row.Value("a34004").GetProperty("value").GetDouble().ShouldBe(29);
        var drawn = await window.Page.EvaluateAsync<JsonElement>("""
            async () => {
                const box = document.querySelector(".chart"), chart = echarts.getInstanceByDom(box);
                const nine = chart.getOption().series[0].data.findIndex(point => point[0] === Date.UTC(2026, 5, 1, 9));
                chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: nine });
                await new Promise(done => setTimeout(done, 300));
                const axis = chart.getModel().getComponent("xAxis", 0).axis;
                const labels = axis.scale.getTicks().map(tick => ({ said: axis.scale.getLabel(tick).replace(/\{\w+\||\}/g, ""), at: tick.value }));
                return { tip: box.innerText, labels };
            }
            """);
        drawn.GetProperty("tip").GetString()!.ShouldContain("2026-06-01 09:00");
        drawn.GetProperty("tip").GetString()!.ShouldContain("29");
        var hours = drawn.GetProperty("labels").EnumerateArray().ToList();
        hours.Count.ShouldBeGreaterThan(2);
        foreach (var label in hours)
            label.GetProperty("said").GetString().ShouldBe(DateTime.UnixEpoch.AddMilliseconds(label.GetProperty("at").GetDouble()).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_is_chosen_next_is_what_is_shown_next()
    {
        var server = await servers.On(Database.Sqlite);
        var (_, one) = await Station(server, "先选站", 20);
        var (name, other) = await Station(server, "后选站", 60);
        await using var window = await chromium.Open(server, $"/quality/air/data?station={one}&{Day}");
        var nine = window.Find("tbody tr").Filter(new() { HasText = "2026-06-01 09:00" });
        await Expect(nine).ToContainTextAsync("29");

        await window.Page.GetByLabel("站点", new() { Exact = true }).ClickAsync();
        // The list scrolls to what is chosen; a click before that would go beside.
        await Expect(window.Page.Locator(".mud-list-item.mud-selected-item")).ToBeInViewportAsync();
        await window.Page.Locator(".mud-list-item", new() { HasText = name }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"station={other}"));
        await Expect(nine).ToContainTextAsync("69");
        await window.Page.GotoAsync($"/quality/air/data?station={other}&{Day}"); // As F5 says it.
        await Expect(nine).ToContainTextAsync("69");

        // Then days, and back to the first station: its mean of 20 … 43 is 31.5.
        await window.Page.GetByLabel("数据", new() { Exact = true }).ClickAsync();
        await window.Page.Locator(".mud-list-item", new() { HasText = "日" }).First.ClickAsync();
        var day = window.Find("tbody tr").Filter(new() { HasTextRegex = new("^2026-06-01(?! )") });
        await Expect(day).ToContainTextAsync("72"); // 71.5: GB/T 8170 rounds to the even digit.
        await window.Page.GoBackAsync();
        await Expect(nine).ToContainTextAsync("69");
    }

    [Fact]
    public async Task Plots_can_be_read_in_the_dark_theme()
    {
        var server = await servers.On(Database.Sqlite);
        var (_, station) = await Station(server, "暗色站", 20);
        await using var window = await chromium.Open(server, "/quality/air");
        await window.Page.EvaluateAsync("localStorage.setItem('ecopark.theme', 'dark')");
        await window.Page.GotoAsync($"/quality/air/pattern?station={station}&{Day}");
        (await window.Page.EvaluateAsync<bool>("document.documentElement.classList.contains('starts-dark')")).ShouldBeTrue(); // Before anything is drawn.
        await Expect(window.Find(".plot[data-series]").First).ToBeVisibleAsync();
        await Expect(window.Find(".plot:not([data-series])")).ToHaveCountAsync(0);
        // The plots may have been drawn before the browser had told which theme is chosen; they follow.
        var contrasts = await Api.Until(() => window.Page.EvaluateAsync<double[]>("""
            () => {
                const pen = document.createElement("canvas").getContext("2d");
                const light = text => {
                    pen.clearRect(0, 0, 1, 1); pen.fillStyle = text; pen.fillRect(0, 0, 1, 1);
                    const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                const ratio = (a, b) => { const [high, low] = [light(a), light(b)].sort((x, y) => y - x); return (high + 0.05) / (low + 0.05); };
                return [...document.querySelectorAll(".plot")].filter(plot => echarts.getInstanceByDom(plot)).flatMap(plot => {
                    const option = echarts.getInstanceByDom(plot).getOption(), back = getComputedStyle(plot.closest(".panel")).backgroundColor;
                    const texts = ["xAxis", "yAxis", "angleAxis", "radiusAxis"].flatMap(name => (option[name] ?? []).map(axis => axis.axisLabel?.color)).filter(Boolean);
                    return texts.map(text => ratio(text, back));
                });
            }
            """), ratios => ratios.Length > 0 && Array.TrueForAll(ratios, ratio => ratio >= 4.5)); // WCAG 2.1, 1.4.3
        contrasts.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_in_Chinese()
    {
        var server = await servers.On(Database.Sqlite);
        await using var window = await chromium.Open(server, "/todo");
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/no/such/page") { Headers = { { "Accept", "text/html" } } };
        using var told = await server.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        told.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await told.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("blazor.web");
        var context = await window.Page.Context.NewPageAsync(); // The console reports the 404 itself, which is right.
        var answer = await context.GotoAsync("/no/such/page");
        answer!.Status.ShouldBe(404);
        await Expect(context.GetByText("没有这一页")).ToBeVisibleAsync();
        (await server.Client.GetAsync("/api/v1/no-such-thing", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>A station with a day of PM2.5 that rises by one an hour.</summary>
    private static async Task<(string Name, int Station)> Station(TestServer server, string name, int start)
    {
        var (point, station) = await server.NewStation(name, "大气环境", "AmbientAir");
        await server.Client.Imported(point, StationApi.Hours("2026-06-01", 1, ("PM2.5", hour => (start + hour).ToString(CultureInfo.InvariantCulture))));
        await Api.Until(() => server.Client.Data(station, "Day", "2026-05-31T16:00:00Z", "2026-06-01T16:00:00Z"), rows => rows.Count == 1, TimeSpan.FromSeconds(60));
        return ((await server.Get<JsonElement>($"/api/v1/records/quality-stations/{station}")).GetProperty("title").GetString()!, station);
    }
}
