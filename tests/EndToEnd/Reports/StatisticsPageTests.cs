using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Outlets;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using MiniExcelLibs;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Reports;

/// <summary>自定义统计: from telegrams and records to the table, by both databases; the page; and nothing of it for another enterprise.</summary>
public sealed class StatisticsPageTests(Servers servers, Chromium chromium)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Days_of_outlets_are_counted_by_the_database_and_not_given_to_others(Database database)
    {
        var server = await servers.On(database);
        await using var park = await OutletPark.Water(server);
        // COD at 20, 30 and 80 mg/L on three days (limit 50), 1 L/s throughout: 3.6 m³ an hour, so 1.728, 2.592 and 6.912 kg a day.
        for (var hour = 0; hour < 72; hour++)
            await park.Hour(hour, $"w01018-Avg={new[] { 20, 30, 80 }[hour / 24]},w01018-Flag=N;w00000-Avg=1,w00000-Flag=N");
        await park.Arrived("w01018", 72);
        await park.Rebuild();
        using var officer = await RecordApi.SignedIn(server, $"stat-{park.Enterprise}", "enterprise-officer", park.Enterprise);
        using var foreign = await RecordApi.SignedIn(server, $"stat-x-{park.Enterprise}", "enterprise-officer", await server.Client.NewEnterprise());
        var period = $"{OutletPark.Day(0)}..{OutletPark.Day(2)}";

        // The enterprise has one outlet: it need not be named.
        var made = await Made(officer.Client, $"fact=outlet-days&rows=outlet,factor&measures=concentration.mean,concentration.p50,mass.sum,over.rate&period={period}&f.factor=w01018");
        Heads(made).ShouldBe([[$"{park.Point}", "w01018"]]);
        // (20 + 30 + 80) / 3; the middle one; 11.232 kg; one day of three.
        Figures(made, 0, 0).ShouldBe(["43.33", "30.00", "11.232", "33.3"]);
        var first = made.GetProperty("lines")[0].GetProperty("cells")[0];
        (first.GetProperty("figures")[0].GetProperty("count").GetInt32(), first.GetProperty("href").GetString()).ShouldBe((3, $"/outlets/{park.Point}/emissions?by=day&range=custom&from={OutletPark.Day(0)}&to={OutletPark.Day(2)}&factor=w01018"));
        made.GetProperty("measures").EnumerateArray().Select(measure => measure.GetProperty("unit").GetString()).ShouldBe(["mg/L", "mg/L", "kg", "%"]);
        made.GetProperty("gaps").EnumerateArray().First().GetString().ShouldBe("日均浓度：共 3 条，计入 3 条");

        // Days across, each against the one before; highest and lowest by the database.
        var days = await Made(officer.Client, $"fact=outlet-days&rows=enterprise&column=day&measures=mass.sum,concentration.max,concentration.min&period={period}&f.factor=w01018&compare=previous");
        days.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("key").GetString()).ShouldBe([OutletPark.Day(0), OutletPark.Day(1), OutletPark.Day(2)]);
        Figures(days, 0, 1).ShouldBe(["2.592", "30.00", "30.00"]);
        days.GetProperty("lines")[0].GetProperty("cells")[1].GetProperty("figures")[0].GetProperty("change").GetDouble().ShouldBe(0.5, 1e-9);
        // Months, quarters and years are grouped by the database as well: together they are all there is.
        foreach (var axis in new[] { "month", "quarter", "year", "month-of-year", "industry", "area", "kind" })
        {
            var grouped = await Made(officer.Client, $"fact=outlet-days&rows={axis}&measures=mass.sum&period={period}&f.factor=w01018");
            grouped.GetProperty("lines").EnumerateArray().Sum(line => line.GetProperty("cells")[0].GetProperty("figures")[0].GetProperty("value").GetDouble()).ShouldBe(11.232, 1e-6, axis);
        }

        // Against the permitted 10 t of the year.
        var planned = await Made(officer.Client, $"fact=outlet-days&rows=outlet&measures=mass.sum&period={OutletPark.Day(0)[..4]}&f.factor=w01018&compare=plan");
        planned.GetProperty("lines")[0].GetProperty("cells")[0].GetProperty("figures")[0].GetProperty("compared").GetDouble().ShouldBe(10_000, 1e-6);

        // The park sees all enterprises; narrowed to this one it sees the same.
        var narrowed = await Made(server.Client, $"fact=outlet-days&rows=enterprise&measures=mass.sum&period={period}&f.factor=w01018&f.enterprise={park.Enterprise}");
        Figures(narrowed, 0, 0).ShouldBe(["11.232"]);
        // Hours of the same readings: the mean of 72.
        var hours = await Made(officer.Client, $"fact=reading-hours&rows=point,factor&measures=value.mean,value.count&period={period}&f.factor=w01018~mg/L");
        Figures(hours, 0, 0).ShouldBe(["43.33", "72"]);

        // Another enterprise: nothing of it, not even that it is there.
        var others = await Made(foreign.Client, $"fact=outlet-days&rows=enterprise&measures=rows.count&period={period}");
        others.GetProperty("lines").GetArrayLength().ShouldBe(0);
        await Refused(foreign.Client, $"fact=outlet-days&rows=factor&measures=mass.sum&period={period}&f.outlet={park.Point}", HttpStatusCode.BadRequest, $"没有编号为“{park.Point}”的排口");
        await Refused(foreign.Client, $"fact=outlet-days&rows=factor&measures=mass.sum&period={period}&f.enterprise={park.Enterprise}", HttpStatusCode.BadRequest, $"没有编号为“{park.Enterprise}”的企业");
        (await foreign.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/statistics/facts/outlet-days/members/outlet", RecordApi.Token))!.ShouldBeEmpty();
        // The environment's quality is the park's to see.
        await Refused(officer.Client, "fact=quality-days&rows=station&measures=rows.count&period=2026", HttpStatusCode.NotFound, "没有可供统计的数据");

        // Bad input.
        await Refused(officer.Client, $"fact=secret&measures=rows.count&period={period}", HttpStatusCode.NotFound, "没有可供统计的数据“secret”");
        await Refused(officer.Client, $"fact=outlet-days&rows=factor&measures=mass.sum&period=2015-01-01..{OutletPark.Day(2)}", HttpStatusCode.BadRequest, "自选时段至多 3653 天");
        await Refused(officer.Client, $"fact=reading-hours&rows=factor&measures=value.mean&period=2020-01-01..{OutletPark.Day(2)}", HttpStatusCode.BadRequest, "自选时段至多 1096 天");
        await Refused(officer.Client, "fact=outlet-days&column=day&measures=rows.count&period=2025", HttpStatusCode.BadRequest, "展开有 365 列");
        await Refused(officer.Client, $"fact=outlet-days&rows=outlet&measures=mass.sum&period={period}", HttpStatusCode.BadRequest, "不能把几个因子合在一起");
        await Refused(officer.Client, $"fact=outlet-days&rows=outlet&measures=mass.total&period={period}", HttpStatusCode.BadRequest, "没有指标“mass.total”");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Records_of_any_type_and_alarms_are_counted_by_the_database(Database database)
    {
        var server = await servers.On(database);
        var enterprise = await server.Client.NewEnterprise();
        var permit = (await server.Client.Post("permits", new { enterpriseId = enterprise, number = $"P{enterprise}", category = "重点管理", validFrom = "2024-03-01", validTo = "2029-01-01", state = "有效" }).Saved()).Id();
        var outlet = (await server.Client.Post("permit-outlets", new { enterpriseId = enterprise, permitId = permit, code = "DA001", name = "排口", kind = "废气主要排放口" }).Saved()).Id();
        foreach (var (limit, from) in new[] { (50, "2024-03-01"), (40, "2025-07-01"), (30, "2026-02-01") })
            await server.Client.Post("permit-limits", new { enterpriseId = enterprise, permitOutletId = outlet, factor = "a21026", limit, unit = "mg/m³", annualTotal = limit / 10.0, standard = "GB 13271-2014", validFrom = from }).Saved();

        var made = await Made(server.Client, $"fact=records.permit-limits&rows=permitOutletId&column=year&measures=annualTotal.sum,rows.count&period=2024-01-01..2026-11-29&f.enterprise={enterprise}&f.factor=a21026");
        Heads(made).ShouldBe([[$"{outlet}"]]);
        made.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("key").GetString()).ShouldBe(["2024", "2025", "2026"]);
        Figures(made, 0, 1)[1].ShouldBe("1");
        Enumerable.Range(0, 3).Select(column => made.GetProperty("lines")[0].GetProperty("cells")[column].GetProperty("figures")[0].GetProperty("value").GetDouble()).ShouldBe([5, 4, 3]);

        // Every fact can be asked on this database: counted by each of its dimensions, and by periods where it has them.
        foreach (var fact in (await server.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/statistics/facts", RecordApi.Token))!)
        {
            var key = fact.GetProperty("key").GetString()!;
            string[] axes = [.. fact.GetProperty("axes").EnumerateArray().Select(axis => axis.GetProperty("key").GetString()!)];
            foreach (var axis in axes)
            {
                using var answer = await server.Client.GetAsync($"/api/v1/statistics?fact={key}&rows={axis}&measures=rows.count&period={OutletPark.Day(0)}..{OutletPark.Day(2)}", RecordApi.Token);
                answer.StatusCode.ShouldBe(HttpStatusCode.OK, $"{key} by {axis}: {await answer.Content.ReadAsStringAsync(RecordApi.Token)}");
            }
        }
    }

    [Fact]
    public async Task A_statistic_is_put_together_on_the_page_saved_shared_and_made_as_a_report()
    {
        var server = await servers.On(Database.Sqlite);
        await using var park = await OutletPark.Water(server);
        for (var hour = 0; hour < 24; hour++)
            await park.Hour(hour, "w01018-Avg=20,w01018-Flag=N;w00000-Avg=1,w00000-Flag=N");
        await park.Arrived("w01018", 24);
        await park.Rebuild();
        using var officer = await RecordApi.SignedIn(server, $"page-{park.Enterprise}", "enterprise-officer", park.Enterprise);
        using var colleague = await RecordApi.SignedIn(server, $"page-y-{park.Enterprise}", "enterprise-officer", park.Enterprise);
        using var foreign = await RecordApi.SignedIn(server, $"page-x-{park.Enterprise}", "enterprise-officer", await server.Client.NewEnterprise());
        var (day, name) = (OutletPark.Day(0), $"每日排放 {park.Enterprise}");

        await using (var window = await chromium.Open(server, $"/statistics?fact=outlet-days&rows=outlet&column=day&measures=mass.sum&period={day}&f.factor=w01018", officer.Cookies.GetCookies(server.Http)))
        {
            var table = window.Page.GetByTestId("statistic");
            await Expect(table.Locator("tbody tr")).ToHaveCountAsync(1);
            await Expect(table.Locator("tbody td").First).ToHaveTextAsync("1.728");
            await Expect(window.Page.GetByTestId("statistic-gaps")).ToContainTextAsync("排放量：共 1 条，计入 1 条");
            await Expect(window.Find(".plot canvas").First).ToBeVisibleAsync();
            await window.Page.GetByLabel("名称", new() { Exact = true }).FillAsync(name);
            await window.Page.GetByLabel("与同事共享").CheckAsync();
            await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameString = "保存", Exact = true }).ClickAsync();
            await Expect(window.Page.GetByText($"已保存“{name}”")).ToBeVisibleAsync();
            // The figure leads to its days.
            await table.Locator("tbody td a").First.ClickAsync();
            await window.Page.WaitForURLAsync($"**/outlets/{park.Point}/emissions?by=day*");
            await Expect(window.Page.GetByTestId("emissions")).ToContainTextAsync(day);
        }

        var saved = await Saved(officer.Client, name);
        (saved.GetProperty("isMine").GetBoolean(), saved.GetProperty("isShared").GetBoolean()).ShouldBe((true, true));
        // A colleague may open and print it, but not delete it; another enterprise does not know of it.
        var theirs = await Saved(colleague.Client, name);
        theirs.GetProperty("isMine").GetBoolean().ShouldBeFalse();
        var id = theirs.Id();
        await colleague.Client.DeleteAsync($"/api/v1/statistics/saved/{id}", RecordApi.Token).Refused(HttpStatusCode.NotFound);
        await foreign.Client.GetAsync($"/api/v1/statistics/saved/{id}", RecordApi.Token).Refused(HttpStatusCode.NotFound);
        (await foreign.Client.GetAsync($"/api/v1/reports/statistics?subject={id}&period={day}", RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.Client.GetFromJsonAsync<List<JsonElement>>("/api/v1/statistics/saved", RecordApi.Token))!.ShouldNotContain(one => one.GetProperty("name").GetString() == name);

        // As a report, in each form.
        var report = await colleague.Client.GetFromJsonAsync<JsonElement>($"/api/v1/reports/statistics?subject={id}&period={day}", RecordApi.Token);
        report.GetProperty("title").GetString().ShouldBe(name);
        report.GetProperty("tables")[0].GetProperty("rows")[0][1].GetProperty("text").GetString().ShouldBe("1.728");
        (await colleague.Client.GetByteArrayAsync($"/api/v1/reports/statistics/report.pdf?subject={id}&period={day}", RecordApi.Token)).Take(5).ShouldBe("%PDF-"u8.ToArray());
        (await colleague.Client.GetStringAsync($"/api/v1/reports/statistics/report.csv?subject={id}&period={day}", RecordApi.Token)).ShouldContain("1.728");
        await colleague.Client.GetAsync($"/api/v1/reports/statistics?subject={id}&period=2020-01", RecordApi.Token).Refused(HttpStatusCode.NotFound);
        using var file = new MemoryStream(await colleague.Client.GetByteArrayAsync($"/api/v1/statistics/statistic.xlsx{saved.GetProperty("query").GetString()}", RecordApi.Token));
        file.GetSheetNames().ShouldBe(["统计结果"]);

        // What cannot be made is not kept; what is one's own can be deleted.
        await officer.Client.PostAsJsonAsync("/api/v1/statistics/saved", new { name, query = "?fact=secret" }, RecordApi.Token).Refused(HttpStatusCode.NotFound);
        await officer.Client.PostAsJsonAsync("/api/v1/statistics/saved", new { name = "", query = saved.GetProperty("query").GetString() }, RecordApi.Token).Refused(HttpStatusCode.BadRequest);
        (await officer.Client.DeleteAsync($"/api/v1/statistics/saved/{id}", RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        // The page says what is wrong with an address.
        await using var wrong = await chromium.Open(server, "/statistics?fact=outlet-days&rows=day&measures=mass.sum&period=2010-01-01..2026-11-28&f.factor=w01018", officer.Cookies.GetCookies(server.Http));
        await Expect(wrong.Find(".empty-state")).ToContainTextAsync("自选时段至多 3653 天");
    }

    private static async Task<JsonElement> Made(HttpClient client, string query) => await client.GetAsync("/api/v1/statistics?" + query, RecordApi.Token).Saved();

    private static async Task Refused(HttpClient client, string query, HttpStatusCode status, string told) =>
        (await client.GetAsync("/api/v1/statistics?" + query, RecordApi.Token).Refused(status)).GetProperty("detail").GetString()!.ShouldContain(told);

    private static async Task<JsonElement> Saved(HttpClient client, string name) =>
        (await client.GetFromJsonAsync<List<JsonElement>>("/api/v1/statistics/saved", RecordApi.Token))!.Single(one => one.GetProperty("name").GetString() == name);

    private static string[][] Heads(JsonElement made) => [.. made.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("heads").EnumerateArray().Select(head => head.GetProperty("key").GetString()!).ToArray())];

    private static string[] Figures(JsonElement made, int line, int column) =>
        [.. made.GetProperty("lines")[line].GetProperty("cells")[column].GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("text").GetString()!)];
}
