using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Outlets;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Pages;

/// <summary>历史曲线 as a workbench: several points, limits, events and another day in one picture, which is its address.</summary>
public sealed class HistoryTests(Servers servers, Chromium chromium)
{
    private const string Gas = "a21026-Avg={0},a21026-Flag=N;a19001-Avg=12,a19001-Flag=N;a00000-Avg=36000,a00000-Flag=N";

    /// <summary>What the chart draws: by line its values by hour of the wall clock, the heights of its limits, the words of its bands, and the tooltip at nine.</summary>
    private const string Drawn = """
        async index => {
            const chart = echarts.getInstanceByDom(document.querySelectorAll(".chart")[index]), option = chart.getOption();
            const nine = option.series[0].data.findIndex(point => new Date(point[0]).getUTCHours() === 9);
            chart.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: nine });
            await new Promise(done => setTimeout(done, 300));
            return {
                lines: option.series.map(line => ({ name: line.name, nine: line.data.find(point => new Date(point[0]).getUTCHours() === 9)?.[1] ?? null })),
                limits: option.series.flatMap(line => line.markLine?.data ?? []).map(ends => ends[0].coord[1]),
                bands: option.series.flatMap(line => line.markArea?.data ?? []).map(ends => ends[0].name),
                tip: chart.getDom().innerText
            };
        }
        """;

    [Fact]
    public async Task Points_limits_events_and_another_day_stand_in_one_picture_and_a_stretch_is_chosen_with_the_mouse()
    {
        var server = await servers.On(Database.Sqlite);
        await using var gas = await OutletPark.Gas(server);
        await using var water = await OutletPark.Water(server);
        for (var hour = 0; hour < 24; hour++)
        {
            await gas.Hour(hour, string.Format(CultureInfo.InvariantCulture, Gas, 30));
            await gas.Hour(hour - 24, string.Format(CultureInfo.InvariantCulture, Gas, 20));
            await water.Hour(hour, "w01018-Avg=12.5,w01018-Flag=N;w00000-Avg=1,w00000-Flag=N");
        }

        await gas.Arrived("a21026", 48);
        await water.Arrived("w01018", 24);
        await gas.Check("a21026", "零点漂移", OutletPark.First.AddHours(10), 1, 0, 100);
        var (one, two) = ((await server.Channel(gas.Mn, "a21026"))!, (await server.Channel(water.Mn, "w01018"))!);
        var day = OutletPark.Day(0);
        var address = $"/monitor/history?channels={one.Id},{two.Id}&interval=Hour&origins=sent&range=custom&from={day}T00:00&to={OutletPark.Day(1)}T00:00";

        await using var window = await chromium.Open(server, address + "&compare=Day", 1366, 900);
        await Expect(window.Find(".chart[data-points='72']")).ToBeVisibleAsync(); // 24 of each, and 24 of the day before.
        var drawn = await window.Page.EvaluateAsync<JsonElement>(Drawn, 0);
        var lines = drawn.GetProperty("lines").EnumerateArray().ToDictionary(line => line.GetProperty("name").GetString()!, line => line.GetProperty("nine").GetDouble());
        lines.ShouldBe(new Dictionary<string, double> { [$"排口 {gas.Mn} 二氧化硫"] = 30, [$"排口 {water.Mn} 化学需氧量"] = 12.5, [$"排口 {gas.Mn} 二氧化硫（前一日同时）"] = 20 }, ignoreOrder: true);
        drawn.GetProperty("limits").EnumerateArray().Select(limit => limit.GetDouble()).ShouldBe([50, 50], "both permits allow 50");
        drawn.GetProperty("bands").EnumerateArray().Select(band => band.GetString()).ShouldContain("零点漂移");
        var tip = drawn.GetProperty("tip").GetString()!;
        (tip.Contains("30.00 mg/m³", StringComparison.Ordinal), tip.Contains("12.50 mg/L", StringComparison.Ordinal)).ShouldBe((true, true), tip);
        await Expect(window.Find("tbody tr", "零点漂移")).ToContainTextAsync("合格");

        // Drawn over with the mouse: from a quarter to three quarters of the day.
        var box = (await window.Find(".chart canvas").First.BoundingBoxAsync())!;
        var (left, right) = await Plot(window);
        await window.Page.Mouse.MoveAsync(box.X + (float)(left + ((right - left) * 0.25)), box.Y + (box.Height / 2));
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(box.X + (float)(left + ((right - left) * 0.5)), box.Y + (box.Height / 2));
        await window.Page.Mouse.MoveAsync(box.X + (float)(left + ((right - left) * 0.75)), box.Y + (box.Height / 2));
        await window.Page.Mouse.UpAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex($"from={day}T0[56]%3A\\d\\d(%3A\\d\\d)?&to={day}T1[78]%3A"));
        await Expect(window.Page.GetByText($"{day} 05:").Or(window.Page.GetByText($"{day} 06:")).First).ToBeVisibleAsync();
        await window.Page.GoBackAsync();
        await Expect(window.Find(".chart[data-points='72']")).ToBeVisibleAsync();

        // Step to the day before; each line in a chart of its own; one line less.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "后一段" }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new Regex($"from={OutletPark.Day(1)}T00%3A00"));
        await window.Page.GotoAsync(address + "&layout=split");
        await Expect(window.Find(".chart[data-points='24']")).ToHaveCountAsync(2);
        await window.Find($"[aria-label='去掉 排口 {water.Mn} 化学需氧量'] button").ClickAsync();
        await Expect(window.Find(".chart[data-points='24']")).ToHaveCountAsync(1);
        var picture = await window.Page.RunAndWaitForDownloadAsync(() => window.Page.GetByRole(AriaRole.Button, new() { Name = "图片" }).ClickAsync());
        picture.SuggestedFilename.ShouldEndWith(".png");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "视图", Exact = true }).ClickAsync();
        await window.Find(".mud-menu-item", "保存当前视图").ClickAsync();
        await window.Page.GetByLabel("视图名称").Fill($"对照 {gas.Mn}");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存视图" }).ClickAsync();
        await Expect(window.Page.GetByText($"已保存视图“对照 {gas.Mn}”")).ToBeVisibleAsync();
    }

    /// <summary>Left and right end of the plotted area, pixels.</summary>
    private static async Task<(double Left, double Right)> Plot(Window window)
    {
        var ends = await window.Page.EvaluateAsync<double[]>("""
            () => { const grid = echarts.getInstanceByDom(document.querySelector(".chart")).getModel().getComponent("grid").coordinateSystem.getRect(); return [grid.x, grid.x + grid.width]; }
            """);
        return (ends[0], ends[1]);
    }
}
