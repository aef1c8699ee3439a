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

/// <summary>What HJ 1259 has enterprises hand in: owed by class, late without it, generated from ledger and plan, and a licence that is booked twice.</summary>
public sealed class WasteDeclarationTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_month_that_is_not_declared_is_told_of_until_it_is_and_the_form_comes_from_the_ledger(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var mark = Guid.NewGuid().ToString("N")[..8];
        var (name, kindName) = ($"申报试验{mark}公司", $"残渣{mark}");
        var enterprise = await client.NewEnterprise(name);
        // 120 t a year are permitted: 重点监管, by the month.
        var kind = (await client.Post("waste-kinds", new { enterpriseId = enterprise, name = kindName, @class = "危险废物", code = "900-013-11", permitMaximum = 120, state = "固态" }).Saved()).Id();
        var general = (await client.Post("waste-kinds", new { enterpriseId = enterprise, name = "纸板" + mark, @class = "一般工业固体废物", generalCode = "900-005-S17", permitMaximum = 5 }).Saved()).Id();
        var store = (await client.Post("waste-stores", new { enterpriseId = enterprise, code = "TS001", name = "库" + mark, kind = "贮存库", capacity = 40 }).Saved()).Id();
        var burner = await Disposer(client, "焚烧" + mark, "HW11", 5);
        var refiner = await Disposer(client, "再生" + mark, "HW08", 50);
        // The month before last: what is owed of it was due in the last one, whatever the day.
        var day = new DateOnly(Park.Now.Year, Park.Now.Month, 1).AddMonths(-2).AddDays(9);
        var (month, due) = (day.ToString("yyyy-MM", CultureInfo.InvariantCulture), new DateOnly(day.Year, day.Month, 15).AddMonths(1));
        await Entry("产生", "HWCS", 6, null, null);
        await Entry("入库", "HWRK", 6, "HWCS", new { storeId = store });
        await Entry("出库", "HWCK", 4.5, "HWRK", new { storeId = store });
        await Entry("委外处置", "HWWWCZ", 4, "HWCK", new { disposerId = burner, method = "D10" });

        // Owed, late, alarmed.
        var row = await Row(client, month);
        (Text(row, "class"), Text(row, "state"), Text(row, "dueOn"), row.GetProperty("ledger").GetDouble()).ShouldBe(("重点监管", "逾期未报", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), 6));
        row.GetProperty("daysLate").GetInt32().ShouldBe(DateOnly.FromDateTime(Park.Now).DayNumber - due.DayNumber);
        (await Alarm("WasteUndeclared", "open")).GetProperty("text").GetString()!.ShouldContain($"{name}（重点监管）有");

        // The form of the month, from the ledger.
        var report = await server.Get<JsonElement>($"/api/v1/reports/waste-declaration?subject={enterprise}&period={month}");
        var line = report.ToString();
        foreach (var wanted in new[] { kindName, "900-013-11", "委外处置（D10）", "焚烧" + mark, "JS焚烧" + mark, "期初＋产生−利用处置−委外−期末＝0.5 t，为已产生未入库或已出库未处理的批次" })
            line.ShouldContain(wanted);
        (await client.GetByteArrayAsync($"/api/v1/reports/waste-declaration/report.docx?subject={enterprise}&period={month}", Token))[..2].ShouldBe("PK"u8.ToArray());

        // Plans: wrong ones are refused with the reason, one that books more than the licence is told of.
        var year = Park.Now.Year;
        await Refused(new { kindId = general, expected = 5, transfer = "不转移" }, "不列入危险废物管理计划");
        await Refused(new { kindId = kind, expected = -1, transfer = "不转移" }, "0");
        await Refused(new { kindId = kind, expected = 60, transfer = "省内转移" }, "请填写预计转移量");
        await Refused(new { kindId = kind, expected = 60, transfer = "省内转移", transferTonnes = 50, disposerId = refiner }, "900-013-11 不在再生");
        (await server.Client.GetAsync(new Uri($"/api/v1/reports/waste-plan?subject={enterprise}&period={year}", UriKind.Relative), Token).Refused(HttpStatusCode.NotFound)).ToString().ShouldContain("没有登记");
        await client.Post("waste-plans", new { enterpriseId = enterprise, year, kindId = kind, expected = 60, transfer = "省内转移", transferTonnes = 50, left = 10, disposerId = burner }).Saved();
        var plan = await server.Get<JsonElement>($"/api/v1/reports/waste-plan?subject={enterprise}&period={year}");
        plan.ToString().ShouldContain("A.7 危险废物转移");
        (await Alarm("WasteOverbooked", "open", "焚烧" + mark)).GetProperty("text").GetString()!.ShouldContain("HW11 5 t，园区各企业管理计划拟转移 50 t");
        var loads = await client.GetStringAsync($"/api/v1/waste/receivers?year={year}", Token);
        loads.ShouldContain("焚烧" + mark);

        // Somebody else's officer sees none of it; this one's sees no sums over the park.
        using var stranger = await RecordApi.SignedIn(server, $"decl-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());
        using var officer = await RecordApi.SignedIn(server, $"decl-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", enterprise);
        (await stranger.Client.GetStringAsync($"/api/v1/waste/declarations?enterprise={enterprise}", Token)).ShouldBe("[]");
        (await officer.Client.GetStringAsync($"/api/v1/waste/receivers?year={year}", Token)).ShouldBe("[]");

        // Declared: wrong days are refused, then it counts, as late as it is.
        foreach (var (period, on, words) in new[] { ("2026", "2026-01-01", "应写成 2026-05"), (month, "2099-01-01", "还没有到"), (month, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "过后才能提交") })
            (await officer.Client.Post("waste-declarations", new { enterpriseId = enterprise, kind = "月度申报", period, handedInOn = on }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain(words);
        if (database == Database.Sqlite)
            await DeclareInThePage(server, officer, month);
        else
            await officer.Client.Post("waste-declarations", new { enterpriseId = enterprise, kind = "月度申报", period = month, handedInOn = due.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), tonnes = 6.2 }).Saved();
        row = await Row(client, month);
        Text(row, "state").ShouldBe("逾期补报");
        row.GetProperty("difference").GetDouble().ShouldBe(database == Database.Sqlite ? 0 : 0.2, 1e-9);
        foreach (var other in (await client.GetFromJsonAsync<JsonElement>($"/api/v1/waste/declarations?enterprise={enterprise}", Token)).EnumerateArray().Where(one => Text(one, "state") == "逾期未报").ToList())
            await officer.Client.Post("waste-declarations", new { enterpriseId = enterprise, kind = Text(other, "kind"), period = Text(other, "period"), handedInOn = Park.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }).Saved();
        await Api.Until(() => server.Get<PageOf<JsonElement>>($"/api/v1/alarms?f.state=open&f.kind=WasteUndeclared&q={Uri.EscapeDataString(name)}"), found => found.Total == 0, TimeSpan.FromSeconds(90));

        async Task Entry(string stage, string code, double amount, string? source, object? more)
        {
            var values = new Dictionary<string, object?> { ["enterpriseId"] = enterprise, ["stage"] = stage, ["code"] = $"{code}{day:yyyyMMdd}001", ["at"] = $"{day:yyyy-MM-dd} 08:00", ["kindId"] = kind, ["amount"] = amount };
            if (source is not null)
                values["sourceCode"] = $"{source}{day:yyyyMMdd}001";
            foreach (var property in more?.GetType().GetProperties() ?? [])
                values[property.Name] = property.GetValue(more);
            await client.Post("waste-ledger", values).Saved();
        }

        async Task Refused(object plan, string words)
        {
            var values = plan.GetType().GetProperties().ToDictionary(one => one.Name, one => one.GetValue(plan));
            (values["enterpriseId"], values["year"]) = (enterprise, year);
            (await client.Post("waste-plans", values).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain(words);
        }

        async Task<JsonElement> Row(HttpClient of, string period) =>
            (await of.GetFromJsonAsync<JsonElement>($"/api/v1/waste/declarations?enterprise={enterprise}", Token)).EnumerateArray().Single(one => Text(one, "period") == period && Text(one, "kind") == "月度申报");

        async Task<JsonElement> Alarm(string type, string state, string? about = null) =>
            (await Api.Until(() => server.Get<PageOf<JsonElement>>($"/api/v1/alarms?f.state={state}&f.kind={type}&q={Uri.EscapeDataString(about ?? name)}"), found => found.Total > 0, TimeSpan.FromSeconds(90))).Items[0];
    }

    private async Task DeclareInThePage(TestServer server, SignInClient officer, string month)
    {
        await using var window = await chromium.Open(server, "/waste/declarations", officer.Cookies.GetCookies(server.Http));
        var page = window.Page;
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "接收单位能力" })).ToHaveCountAsync(0);
        var title = $"{int.Parse(month[..4], CultureInfo.InvariantCulture)} 年 {int.Parse(month[5..], CultureInfo.InvariantCulture)} 月申报";
        var row = page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex(title + ".*逾期未报") });
        await row.GetByRole(AriaRole.Link, new() { Name = "登记提交" }).ClickAsync();
        await Expect(page.GetByLabel("所属期 *")).ToHaveValueAsync(month);
        await Expect(page.GetByLabel("申报产生量（t）")).ToHaveValueAsync("6");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex(@"/records/waste-declarations/\d+$"));
        await page.GotoAsync("/waste/declarations?f.state=" + Uri.EscapeDataString("逾期补报"));
        await Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new Regex(title + ".*逾期补报") })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "申报表" }).First.ClickAsync();
        await Expect(page.GetByText("上月底贮存量").First).ToBeVisibleAsync();
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static async Task<int> Disposer(HttpClient client, string name, string code, double tonnes) => (await client.Post("waste-disposers", new
    {
        name,
        kind = "危险废物持证单位",
        province = "江苏",
        isCapable = true,
        licenceName = "危险废物经营许可证",
        licenceNumber = "JS" + name,
        validFrom = "2020-01-01",
        validTo = "2090-01-01",
        scope = new[] { new { code, tonnes } },
    }).Saved()).Id();
}
