using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Solid waste: a ledger that adds up whichever way it comes in, and a batch from generation to a signed manifest.</summary>
public sealed class WasteTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string Today => Park.Now.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Wall(int minutesAgo = 0) => Park.Now.AddMinutes(-minutesAgo).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_ledger_is_imported_in_order_adds_up_and_never_takes_out_what_is_not_there(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var place = await Place.Build(client);
        // The day before yesterday: the same day in the park whenever the test runs.
        var day = Park.Now.Date.AddDays(-2);
        string Code(string link, int number) => $"{link}{day:yyyyMMdd}{number:D3}";
        Dictionary<string, object?> Row(string stage, string code, double? amount, string source, int hour, bool isStored = false, bool isSent = false, string? enterprise = null, string? kind = null) => new()
        {
            ["企业"] = enterprise ?? place.Enterprise,
            ["环节"] = stage,
            ["批次编码"] = code,
            ["时间"] = day.AddHours(hour).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            ["废物"] = kind ?? place.KindName,
            ["数量（t）"] = amount,
            ["前序批次编码"] = source,
            ["贮存设施"] = isStored ? place.StoreName : null,
            ["接收单位"] = isSent ? place.DisposerName : null,
        };
        List<Dictionary<string, object?>> rows =
        [
            Row("产生", Code("HWCS", 1), 5, "", 1), Row("入库", Code("HWRK", 1), 5, Code("HWCS", 1), 2, isStored: true), Row("出库", Code("HWCK", 1), 3, Code("HWRK", 1), 3, isStored: true), Row("委外利用", Code("HWWWLY", 1), 3, Code("HWCK", 1), 4, isSent: true),
            Row("产生", Code("HWCS", 2), 2, "", 5), Row("自行处置", Code("HWZXCZ", 1), 0.5, Code("HWCS", 2), 6),
        ];
        List<Dictionary<string, object?>> bad =
        [
            Row("出库", Code("HWCK", 2), 2.5, Code("HWRK", 1), 7, isStored: true), // 2 t are left.
            Row("产生", "CS2026", 1, "", 7), Row("产生", Code("HWCS", 3), -1, "", 7), Row("产生", Code("HWCS", 4), 1, "", 24 * 30), Row("产生", Code("HWCS", 5), 1, "", 7, enterprise: "没有这家公司"), Row("产生", Code("HWCS", 6), null, "", 7),
            Row("产生", Code("HWCS", 7), 1, "", 7, kind: "没有这种废物"), Row("产生", Code("HWCS", 1), 5, "", 1),
        ];

        // All or nothing: nothing.
        var none = await client.Import("waste-ledger", [.. rows, .. bad]).Saved();
        (none.GetProperty("isDone").GetBoolean(), none.GetProperty("badRows").GetInt32()).ShouldBe((false, bad.Count), none.ToString());
        var words = none.GetProperty("problems").EnumerateArray().GroupBy(one => one.GetProperty("row").GetInt32()).ToDictionary(of => of.Key, of => of.First());
        string[] told = ["库存不足", "应为 HWCS（一般固废 CS）加 8 位日期和序号", "数量应在 0", "还没有到", "没有名为“没有这家公司”的企业", "请填写数量", "没有名为“没有这种废物”的废物", "重复"];
        foreach (var (at, word) in told.Index())
            words[rows.Count + at + 2].GetProperty("message").GetString()!.ShouldContain(word);
        words[rows.Count + 2].GetProperty("heading").GetString().ShouldBe("数量（t）");
        (await Total(client, place)).ShouldBe(0);

        (await client.Import("waste-ledger", rows).Saved()).GetProperty("added").GetInt32().ShouldBe(6);
        (await client.Import("waste-ledger", rows).Saved()).GetProperty("unchanged").GetInt32().ShouldBe(6);
        var figures = await client.GetFromJsonAsync<JsonElement>($"/api/v1/waste/figures?year={day.Year}&enterprise={place.EnterpriseId}", Token);
        var kind = figures.GetProperty("kinds").EnumerateArray().Single(one => one.Id() == place.Kind);
        (Number(kind, "generated"), Number(kind, "stock"), Number(kind, "maximum"), Number(kind, "share")).ShouldBe((7, 2, 10, 0.7));
        kind.GetProperty("treatedByMonth")[day.Month - 1].GetDouble().ShouldBe(3.5, 1e-9);
        var store = figures.GetProperty("stores").EnumerateArray().ShouldHaveSingleItem();
        (Number(store, "stock"), store.GetProperty("oldestBatch").GetString()).ShouldBe((2, Code("HWRK", 1)));
        var unit = figures.GetProperty("enterprises").EnumerateArray().ShouldHaveSingleItem();
        (unit.GetProperty("class").GetString(), unit.GetProperty("classBasis").GetString()).ShouldBe(("重点监管", "有自行利用处置"));
        figures.GetProperty("flow").EnumerateArray().Select(link => (link.GetProperty("from").GetString(), link.GetProperty("to").GetString(), Number(link, "tonnes"))).ShouldBe(
            [("HW08 废矿物油与含矿物油废物", "委外利用", 3), ("HW08 废矿物油与含矿物油废物", "自行处置", 0.5), ("HW08 废矿物油与含矿物油废物", "期末结存", 3.5), ("委外利用", place.DisposerName, 3)], ignoreOrder: true);
        var open = await client.GetFromJsonAsync<JsonElement>($"/api/v1/waste/batches?enterprise={place.EnterpriseId}", Token);
        open.EnumerateArray().Select(one => (one.GetProperty("code").GetString(), Math.Round(Number(one, "left"), 6))).ShouldBe([(Code("HWRK", 1), 2), (Code("HWWWLY", 1), 3), (Code("HWCS", 2), 1.5)], ignoreOrder: true);

        // What others rest on is neither made smaller nor deleted.
        var stored = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/waste-ledger/?q={Code("HWRK", 1)}&f.enterpriseId={place.EnterpriseId}", Token)).GetProperty("items")[0].Id();
        (await client.Put("waste-ledger", stored, new { amount = 2.9 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("数量不能少于它");
        using var deletion = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/records/waste-ledger/{stored}?why=试") { Content = JsonContent.Create(new { why = "试" }) };
        (await client.SendAsync(deletion, Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("请先处理它们再删除");

        // 2.6 t more are 96 % of what is permitted.
        await client.Post("waste-ledger", new { enterpriseId = place.EnterpriseId, stage = "产生", code = $"HWCS{Today}901", at = Wall(), kindId = place.Kind, amount = 2.6 }).Saved();
        if (day.Year == Park.Now.Year)
            (await Alarm(server, "WasteOverPermit", place)).GetProperty("text").GetString()!.ShouldContain("接近最大许可产生量 10 t（96.0 %）");
    }

    [Fact]
    public async Task A_batch_goes_from_generation_to_a_signed_manifest_and_another_enterprise_sees_none_of_it()
    {
        var server = await servers.On(Database.Sqlite);
        var place = await Place.Build(server.Client);
        using var officer = await RecordApi.SignedIn(server, $"waste-{place.EnterpriseId}", "enterprise-officer", place.EnterpriseId);
        using var stranger = await RecordApi.SignedIn(server, $"waste-x-{place.EnterpriseId}", "enterprise-officer", await server.Client.NewEnterprise());
        await using var window = await chromium.Open(server, "/waste", officer.Cookies.GetCookies(server.Http));
        var page = window.Page;

        // Generation, with everything wrong first.
        await page.GetByRole(AriaRole.Button, new() { Name = "登记危废产生" }).ClickAsync();
        await Expect(page.GetByLabel("批次编码 *", new() { Exact = true })).ToHaveValueAsync($"HWCS{Today}001");
        await Choose("废物 *", place.KindName);
        await page.GetByLabel("数量（t） *").Fill("-1");
        await page.GetByLabel("数量（t） *").BlurAsync();
        await Expect(page.GetByText("数量应在 0～1000000 之间（t），现为 -1。").First).ToBeVisibleAsync();
        await page.GetByLabel("数量（t） *").Fill("5");
        await page.GetByLabel("批次编码 *", new() { Exact = true }).Fill("ABC");
        await Save("产生的批次编码应为 HWCS（一般固废 CS）加 8 位日期和序号");
        await page.GetByLabel("批次编码 *", new() { Exact = true }).Fill($"HWCS{Today}001");
        await page.GetByLabel("时间 *", new() { Exact = true }).Fill("2099-01-01T08:00");
        await Save("还没有到，台账只记已发生的");
        (await officer.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/waste-ledger/", Token)).GetProperty("total").GetInt32().ShouldBe(0);
        await page.GetByLabel("时间 *", new() { Exact = true }).Fill(Park.Now.AddMinutes(-3).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await Save(null);

        // Into the store, and no more out of it than is there.
        await Next($"HWCS{Today}001", "入库");
        await Choose("贮存设施", place.StoreName);
        await Save(null);
        await page.GotoAsync("/waste/stock");
        await Expect(window.Find("[data-testid=tonnes]")).ToHaveTextAsync("5 t");
        await Next($"HWRK{Today}001", "出库");
        await page.GetByLabel("数量（t） *").Fill("6");
        await Save($"库存不足：批次 HWRK{Today}001 只剩 5 t，不能出库 6 t。");
        await page.GetByLabel("数量（t） *").Fill("5");
        await Save(null);
        await Next($"HWCK{Today}001", "委外利用");
        await Choose("接收单位", place.DisposerName);
        await Save(null);

        // The manifest: more than was sent is refused; signed with another weight.
        await page.GotoAsync("/waste/batches");
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex($"HWWWLY{Today}001") }).GetByRole(AriaRole.Link, new() { Name = "填联单" }).ClickAsync();
        var number = $"{Park.Now.Year}3206{place.EnterpriseId % 1_000_000:D6}";
        await page.GetByLabel("联单编号 *").Fill("123");
        await page.GetByLabel("联单编号 *").BlurAsync();
        await Expect(page.GetByText("联单编号应为 14 位数字").First).ToBeVisibleAsync();
        await page.GetByLabel("联单编号 *").Fill(number);
        await page.GetByLabel("运输单位 *").Fill("试验运输");
        await page.GetByLabel("车牌号 *").Fill("苏E12345");
        await page.GetByLabel("移出量（t） *").Fill("5.5");
        await Save("可转移 5 t，不能移出 5.5 t");
        await page.GetByLabel("移出量（t） *").Fill("5");
        await Save(null);
        await page.GetByRole(AriaRole.Link, new() { Name = "修改" }).ClickAsync();
        await page.GetByLabel("确认接收时间").Fill(Park.Now.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));
        await page.GetByLabel("接收意见").ClickAsync();
        await page.Locator(".mud-list-item").GetByText("接收", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".mud-popover-open .mud-list-item")).ToHaveCountAsync(0);
        await Save("确认接收请填写每一行的接收量");
        await page.GetByLabel("接收量（t）", new() { Exact = true }).Fill("4.9");
        await Save(null);
        await Expect(page.GetByText("已签收").First).ToBeVisibleAsync();

        // It adds up, the difference is told, and the self-check finds all contents.
        await page.GotoAsync("/waste");
        await Expect(window.Find("[data-testid=treated]")).ToHaveTextAsync("5 t");
        await Expect(window.Find("[data-testid=stock]")).ToHaveTextAsync("0 t");
        await Expect(page.Locator(".plot canvas")).ToHaveCountAsync(2);
        (await Alarm(server, "WasteWeight", place)).GetProperty("text").GetString()!.ShouldContain("相差 -0.1 t（-2.0 %），超过称量误差 0.5 %");
        var conformity = await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/conformity/", Token);
        var item = conformity.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("item").GetProperty("section").GetString() == "7.4.6");
        item.GetProperty("contents").EnumerateArray().Select(one => one.GetProperty("verdict").GetString()).Distinct().ShouldBe(["Done"], item.ToString());

        // Somebody else's officer.
        foreach (var address in new[] { "/api/v1/records/waste-ledger/", "/api/v1/records/waste-manifests/", "/api/v1/records/waste-kinds/", "/api/v1/records/waste-stores/", "/api/v1/waste/batches", $"/api/v1/waste/figures?enterprise={place.EnterpriseId}" })
        {
            var text = await stranger.Client.GetStringAsync(address, Token);
            text.ShouldNotContain(place.KindName);
            text.ShouldNotContain(number);
        }

        await using var other = await chromium.Open(server, "/waste/kinds", stranger.Cookies.GetCookies(server.Http));
        await Expect(other.Page.GetByText("还没有固体废物")).ToBeVisibleAsync();

        async Task Choose(string label, string title)
        {
            await page.GetByLabel(label, new() { Exact = true }).Fill(title);
            await page.Locator(".mud-list-item", new() { HasText = title }).ClickAsync();
            await Expect(page.Locator(".mud-popover-open .mud-list-item")).ToHaveCountAsync(0);
        }

        async Task Next(string code, string step)
        {
            await page.GotoAsync("/waste/batches");
            await page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex(code) }).GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
            await Expect(page.GetByLabel("前序批次编码")).ToHaveValueAsync(code);
        }

        // Leaves the last field first: what is typed counts once it is left.
        async Task Save(string? problem)
        {
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
            if (problem is null)
                await Expect(page).ToHaveURLAsync(new Regex(@"/records/waste-[a-z]+/\d+$"));
            else
                await Expect(page.Locator(".mud-alert").GetByText(problem).First).ToBeVisibleAsync();
        }
    }

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static async Task<int> Total(HttpClient client, Place place) => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/waste-ledger/?f.enterpriseId={place.EnterpriseId}", Token)).GetProperty("total").GetInt32();

    private static async Task<JsonElement> Alarm(TestServer server, string kind, Place place) =>
        (await Api.Until(() => server.Get<PageOf<JsonElement>>($"/api/v1/alarms?f.state=all&f.kind={kind}&q={Uri.EscapeDataString(place.Enterprise)}"), found => found.Total > 0, TimeSpan.FromSeconds(90))).Items[0];

    /// <summary>An enterprise with a waste that may be 10 t a year, a store, and a receiver that may take it.</summary>
    private sealed record Place(int EnterpriseId, string Enterprise, int Kind, string KindName, string StoreName, string DisposerName)
    {
        public static async Task<Place> Build(HttpClient client)
        {
            var mark = Guid.NewGuid().ToString("N")[..8];
            var (enterprise, kind, store, disposer) = ($"固废试验{mark}公司", $"废油{mark}", $"危废库{mark}", $"油品再生{mark}");
            var id = await client.NewEnterprise(enterprise);
            var kindId = (await client.Post("waste-kinds", new { enterpriseId = id, name = kind, @class = "危险废物", code = "900-249-08", permitMaximum = 10 }).Saved()).Id();
            await client.Post("waste-stores", new { enterpriseId = id, code = "TS001", name = store, kind = "贮存库", capacity = 40 }).Saved();
            await client.Post("waste-disposers", new
            {
                name = disposer,
                kind = "危险废物持证单位",
                province = "江苏",
                isCapable = true,
                licenceName = "危险废物经营许可证",
                licenceNumber = "JS" + mark,
                validFrom = "2020-01-01",
                validTo = "2090-01-01",
                scope = new[] { new { code = "HW08" } },
            }).Saved();
            return new(id, enterprise, kindId, kind, store, disposer);
        }
    }
}
