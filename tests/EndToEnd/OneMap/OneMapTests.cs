using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Outlets;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.OneMap;

/// <summary>The park on one map, as somebody on duty and as somebody of another enterprise uses it.</summary>
public sealed partial class OneMapTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_outlet_is_found_shows_its_values_and_lies_where_it_is_and_the_address_brings_a_colleague_there()
    {
        var server = await servers.On(Database.Sqlite);
        await using var park = await OutletPark.Gas(server);
        var name = $"排口 {park.Mn}";
        // Somewhere of its own: other tests' objects lie elsewhere.
        await Place(server, park, 119.5 + (park.Point % 100 * 0.01), 33.5);
        // The last whole hour: older values would be told as missing.
        await park.Hour((int)(Park.Now - OutletPark.First).TotalHours - 1, "a21026-Avg=100,a21026-Flag=N;a19001-Avg=9,a19001-Flag=N");
        await park.Arrived("a21026", 1);

        await using var window = await chromium.Open(server, "/map");
        var page = window.Page;
        await Expect(window.Find(".one-map-canvas")).ToHaveAttributeAsync("data-points", new Regex("^[1-9]"));
        await page.GetByLabel("查找对象").Fill(park.Mn);
        await window.Find(".mud-popover-open .mud-list-item", name).First.ClickAsync();
        var card = window.Find(".object-card");
        await Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync(name);
        // 100 mg/m³ at 9 % oxygen, the reference: over the permit's 50.
        var sulphur = card.GetByRole(AriaRole.Row).Filter(new() { HasText = "二氧化硫" });
        await Expect(sulphur).ToContainTextAsync("100.00 ▲ mg/m³");
        await Expect(sulphur).ToContainTextAsync("50");
        await Expect(sulphur).ToContainTextAsync("超标");
        await page.WaitForURLAsync(new Regex($"object=outlet-gas/{park.Point}(&|$)"));
        await page.WaitForURLAsync(new Regex("at=119|at=120"));

        // It lies in the middle now: what is closed is opened there again.
        await card.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(card).ToHaveCountAsync(0);
        await Expect(window.Find(".one-map-canvas")).ToHaveAttributeAsync("data-chosen", "");
        await ClickMiddle(window);
        await Expect(card.GetByRole(AriaRole.Heading)).ToHaveTextAsync(name);
        await page.WaitForURLAsync(new Regex($"object=outlet-gas/{park.Point}(&|$)"));

        // A hundred pixels are as long as the zoom says: the equator is 512 × 2^zoom pixels around.
        await page.GetByRole(AriaRole.Button, new() { Name = "测距离" }).ClickAsync();
        await ClickMiddle(window);
        await Expect(page.GetByText("起点 ")).ToBeVisibleAsync();
        await ClickMiddle(window, 100);
        var told = await window.Find(".map-measured", "长 ").InnerTextAsync();
        var place = PlaceWord().Match(page.Url).Groups;
        double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        var expected = 100 * 40_075_016.7 * Math.Cos(Number(place[1].Value) * Math.PI / 180) / (512 * Math.Pow(2, Number(place[2].Value)));
        var measured = LengthWord().Match(told).Groups;
        (Number(measured[1].Value) * (measured[2].Value == "km" ? 1_000 : 1)).ShouldBe(expected, expected * 0.02);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "测距离" }).ClickAsync();
        await Expect(window.Find(".map-measured")).ToHaveCountAsync(0);

        // What is around: the outlet itself, no way off.
        await page.GetByRole(AriaRole.Button, new() { Name = "范围内有什么" }).ClickAsync();
        await ClickMiddle(window);
        var near = window.Find("section[aria-label=范围内的对象]");
        await Expect(near.GetByRole(AriaRole.Row).Filter(new() { HasText = name })).ToBeVisibleAsync();
        await page.WaitForURLAsync(new Regex("near="));

        // A colleague opens the same, with the list, and goes to the outlet and back.
        await using var other = await chromium.Open(server, new Uri(page.Url).PathAndQuery + "&list=1");
        await Expect(other.Find(".object-card h2")).ToHaveTextAsync(name);
        await Expect(other.Find("section[aria-label=范围内的对象]")).ToContainTextAsync(name);
        await Expect(other.Find("section[aria-label=地图上的内容] tr.chosen")).ToHaveCountAsync(1);
        await other.Find(".object-card h2 a").ClickAsync();
        await Expect(other.Find("h1")).ToHaveTextAsync(name);
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "在地图上看" }).ClickAsync();
        await Expect(other.Find(".object-card h2")).ToHaveTextAsync(name);
    }

    [Fact]
    public async Task An_enterprise_sees_its_own_objects_and_nothing_of_others()
    {
        var server = await servers.On(Database.Sqlite);
        await using var own = await OutletPark.Water(server);
        await using var foreign = await OutletPark.Water(server);
        await Place(server, own, 119.2, 33.2);
        await Place(server, foreign, 119.2001, 33.2001);
        using var officer = await RecordApi.SignedIn(server, $"map-{own.Enterprise}", "enterprise-officer", own.Enterprise);
        await using var window = await chromium.Open(server, $"/map?list=1&object=outlet-water/{own.Point}&near=119.2,33.2,100", officer.Cookies.GetCookies(server.Http));
        await Expect(window.Find(".object-card h2")).ToHaveTextAsync($"排口 {own.Mn}");
        await Expect(window.Find("section[aria-label=范围内的对象]")).ToContainTextAsync(own.Mn);
        await Expect(window.Find("section[aria-label=地图上的内容]")).ToContainTextAsync(own.Mn);
        (await window.Page.ContentAsync()).ShouldNotContain(foreign.Mn);
        // Nor by its address.
        await window.Page.GotoAsync($"/map?list=1&object=outlet-water/{foreign.Point}");
        await Expect(window.Find(".one-map-side")).ToContainTextAsync("没有这个对象");
        (await window.Page.ContentAsync()).ShouldNotContain(foreign.Mn);
    }

    private static async Task Place(TestServer server, OutletPark park, double longitude, double latitude) => (await server.Client.PutAsJsonAsync(
        $"/api/v1/points/{park.Point}", new { name = $"排口 {park.Mn}", kind = await KindOf(server, park), enterpriseId = park.Enterprise, longitude, latitude }, Token)).EnsureSuccessStatusCode();

    private static async Task<string> KindOf(TestServer server, OutletPark park) => (await server.Get<System.Text.Json.JsonElement>("/api/v1/points/")).EnumerateArray().Single(point => point.Id() == park.Point).GetProperty("kind").GetString()!;

    private static async Task ClickMiddle(Window window, float right = 0)
    {
        var canvas = window.Find(".one-map-canvas");
        var box = (await canvas.BoundingBoxAsync())!;
        await Expect(canvas).ToHaveAttributeAsync("data-drawn", await canvas.EvaluateAsync<string>("map => `${map.clientWidth}`"));
        await window.Page.Mouse.ClickAsync(box.X + (box.Width / 2) + right, box.Y + (box.Height / 2));
    }

    [GeneratedRegex(@"at=[\d.]+,([\d.]+),([\d.]+)")]
    private static partial Regex PlaceWord();

    [GeneratedRegex(@"长 ([\d.]+) (k?m)")]
    private static partial Regex LengthWord();
}
