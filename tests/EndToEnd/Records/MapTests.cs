using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>The map in forms and details.</summary>
public sealed class MapTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_park_boundary_is_drawn_and_changed_on_the_map_and_the_distances_follow()
    {
        await using var server = await ServerHost.Start(); // A park of its own: there is one boundary.
        // A receptor in the middle of what will be drawn, and a place for the map to begin with.
        var inside = (await server.Client.Post("receptors", new { name = "海晏村", kind = "居民点", longitude = 120.95, latitude = 32.05 }).Saved()).Id();
        var outside = (await server.Client.Post("receptors", new { name = "通海新村", kind = "居民点", longitude = 120.97, latitude = 32.07 }).Saved()).Id();
        (await Distance(inside)).ShouldBeNull();

        await using var window = await chromium.Open(server, "/records/park/new", 1366, 1600);
        await window.Page.GetByLabel("园区编码 *").Fill("JS-01");
        await window.Page.GetByLabel("园区名称 *").Fill("画出来的园区");
        await window.Page.GetByLabel("行政区编码 *").Fill("320681");
        await window.Page.Locator(".mud-list-item", new() { HasText = "320681" }).ClickAsync();
        var map = window.Find(".map[data-label=园区边界]");
        await Expect(map).ToHaveAttributeAsync("data-shown", "2");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "画面" }).ClickAsync();
        await Expect(window.Page.GetByText("逐点单击，单击起点或按回车结束")).ToBeVisibleAsync();
        await map.ScrollIntoViewIfNeededAsync();
        var box = (await map.BoundingBoxAsync())!;
        // Around the lower left of the two, which stands 40 pixels from the edges of the view.
        foreach (var (x, y) in new[] { (0.30f, 0.60f), (0.45f, 0.60f), (0.45f, 0.97f), (0.30f, 0.97f) })
            await Click(x, y);
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.GetByLabel("园区边界").And(window.Find("textarea"))).ToHaveValueAsync(new Regex("Polygon"));
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "画出来的园区" })).ToBeVisibleAsync();
        await Expect(window.Find(".map[data-label=园区边界]")).ToHaveAttributeAsync("data-shown", "3");
        await Expect(window.Page.GetByText("公顷，5 个顶点")).ToBeVisibleAsync();
        (await Distance(inside)).ShouldBe(0);
        var drawn = (await Distance(outside)).ShouldNotBeNull();
        drawn.ShouldBeInRange(1_000, 4_000);

        // Its upper right corner is pulled to the upper right.
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();
        await Expect(map).ToHaveAttributeAsync("data-drawn", "1");
        var text = window.Page.GetByLabel("园区边界").And(window.Find("textarea"));
        var before = await text.InputValueAsync();
        await map.ScrollIntoViewIfNeededAsync();
        box = (await map.BoundingBoxAsync())!;
        await Click(0.5f, 0.5f);
        await Expect(window.Page.GetByText("单击图形后可拖动顶点")).ToBeVisibleAsync();
        // The view shows the whole boundary, so that its upper edge stands 60 pixels below the upper edge of the map.
        var half = Half(before, box);
        await window.Page.Mouse.MoveAsync(box.X + (box.Width / 2) + half, box.Y + 60);
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(box.X + (box.Width / 2) + half + 60, box.Y + 30, new() { Steps = 8 });
        await window.Page.Mouse.UpAsync();
        await Expect(text).Not.ToHaveValueAsync(before);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(window.Find(".changes", "园区边界").First).ToBeVisibleAsync();
        var moved = (await Distance(outside)).ShouldNotBeNull();
        moved.ShouldBeLessThan(drawn);
        await window.Page.GotoAsync($"/records/receptors/{outside}");
        await Expect(window.Find("dl div", "距园区边界").Locator("dd")).ToHaveTextAsync(moved.ToString("0", CultureInfo.InvariantCulture));

        async Task Click(float x, float y) => await window.Page.Mouse.ClickAsync(box.X + (box.Width * x), box.Y + (box.Height * y));

        async Task<double?> Distance(int receptor) => (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/receptors/{receptor}", Token)).GetProperty("values").TryGetProperty("distance", out var found) ? found.GetDouble() : null;
    }

    [Fact]
    public async Task A_place_is_picked_on_the_map()
    {
        await using var window = await chromium.Open(await servers.On(Database.Sqlite), "/records/receptors/new");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "在地图上选位置" }).ClickAsync();
        var map = window.Find(".map[data-shown]");
        await Expect(map).ToBeVisibleAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "点选位置" }).ClickAsync();
        await Expect(window.Page.GetByText("在地图上单击。")).ToBeVisibleAsync();
        await map.ClickAsync(new() { Position = new() { X = 300, Y = 200 } });
        await Expect(window.Page.GetByLabel("经度（°） *")).ToHaveValueAsync(new Regex(@"^\d{2,3}(\.\d{1,6})?$"));
        await Expect(window.Page.GetByLabel("纬度（°） *")).ToHaveValueAsync(new Regex(@"^\d{1,2}(\.\d{1,6})?$"));
    }

    [Fact]
    public async Task Without_WebGL_the_page_says_so_and_shows_the_shape()
    {
        var server = await servers.On(Database.Sqlite);
        var road = (await server.Client.Post("roads", new { name = $"路{Guid.NewGuid():N}"[..9], kind = "园区道路", shape = """{"type":"LineString","coordinates":[[120.9,32.03],[120.95,32.04]]}""" }).Saved()).Id();
        await using var window = await chromium.Open(server, "about:blank");
        await window.Page.AddInitScriptAsync("const get = HTMLCanvasElement.prototype.getContext; HTMLCanvasElement.prototype.getContext = function (kind, ...more) { return kind.startsWith('webgl') ? null : get.call(this, kind, ...more); };");
        await window.Page.GotoAsync($"/records/roads/{road}");
        await Expect(window.Page.GetByText("此浏览器不能显示地图（没有启用 WebGL）")).ToBeVisibleAsync();
        await Expect(window.Find("svg.shape")).ToBeVisibleAsync();
        await Expect(window.Find(".map")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Only_the_configured_servers_of_tiles_may_be_asked()
    {
        await using var server = await ServerHost.Start(arguments: "--EcoPark:Map:Tiles:0=https://tiles.example/{z}/{x}/{y}.png");
        (await Policy(server)).ShouldContain("connect-src 'self' https://tiles.example;");
        (await Policy(await servers.On(Database.Sqlite))).ShouldContain("connect-src 'self';");

        static async Task<string> Policy(TestServer server) => (await server.Client.GetAsync("/health", Token)).Headers.GetValues("Content-Security-Policy").Single();
    }

    /// <summary>Half the width of the drawn rectangle on the screen.</summary>
    private static float Half(string geoJson, LocatorBoundingBoxResult box)
    {
        using var shape = JsonDocument.Parse(geoJson);
        var corners = shape.RootElement.GetProperty("coordinates")[0].EnumerateArray().Select(one => (X: one[0].GetDouble(), Y: one[1].GetDouble())).ToList();
        var (width, height) = (corners.Max(one => one.X) - corners.Min(one => one.X), corners.Max(one => one.Y) - corners.Min(one => one.Y));
        var ratio = width * Math.Cos(corners[0].Y * Math.PI / 180) / height;
        return (float)((box.Height - 120) * ratio / 2);
    }
}
