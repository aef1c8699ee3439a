using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Manual monitoring: from a plan over an imported report, with everything wrong on the way, to its approval, the alarm and the enterprise's report.</summary>
public sealed class ManualTests(Servers servers, Chromium chromium)
{
    /// <summary>The job looks every ten seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The tenth of the month before last: that month and the last are over.</summary>
    private static DateOnly Day => new DateOnly(Park.Now.Year, Park.Now.Month, 1).AddMonths(-2).AddDays(9);

    private static int Year => Day.Year;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_due_sample_goes_from_the_plan_to_approval_and_report(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var place = await Place.Build(client);
        using var officer = await RecordApi.SignedIn(server, $"manual-{place.EnterpriseId}-{database}".ToLowerInvariant(), "enterprise-officer", place.EnterpriseId);
        using var stranger = await RecordApi.SignedIn(server, $"manual-x-{place.EnterpriseId}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());

        // Two months were owed and nothing is there: the point is warned of.
        (await Plan(server, place)).ShouldBe((place.Owed, 0, place.Owed));
        await Alarm(server, "ManualMissed", place, isOpen: true);

        // The enterprise makes a report and imports it: bad cells are told and nothing is half done.
        var report = (await officer.Client.Post("manual-reports", new { number = place.Report, kind = "自行监测", laboratoryId = place.Laboratory }).Saved()).Id();
        (await officer.Client.PostAsync($"/api/v1/manual/reports/{report}/submit", null, Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("还没有监测结果");
        List<Dictionary<string, object?>> good = [place.Result("废气排口", "非甲烷总烃", "08:00", "55", 10_000), place.Result("废气排口", "非甲烷总烃", "09:00", "75", 10_000), place.Result("厂界1#", "苯", "08:00", "<0.0015"), place.Result("废气排口", "颗粒物", "08:00", null, reason: "停产")];
        await Refuses(officer.Client, good,
            [
                place.Result("废气排口", "非甲烷总烃", "10:00", "ND"), place.Result("废气排口", "非甲烷总烃", "10:05", "-5"), place.Result("废气排口", "化学需氧量", "10:10", "5"), place.Result("废气排口", "没有这因子", "10:15", "5"), place.Result("没有这点", "苯", "10:20", "5"),
                place.Result("废气排口", "非甲烷总烃", "10:25", null), place.Result("废气排口", "非甲烷总烃", "10:30", "5", reason: "停产"), new(place.Result("废气排口", "非甲烷总烃", "10:35", "5")) { ["监测时间"] = "2099-01-01 08:00" }, place.Result("废气排口", "非甲烷总烃", "08:00", "55"),
                new(place.Result("废气排口", "非甲烷总烃", "10:45", "5")) { ["监测报告"] = "没有这份" }, new(place.Result("废气排口", "非甲烷总烃", "10:50", "5")) { ["监测时间"] = "2019-01-01 08:00" },
            ],
            ["检出限不能省略", "检出限不能省略", "不是有组织废气的监测因子", "没有这因子", "没有这点", "请填写监测浓度", "就不能再选未监测原因", "还没有到", "重复", "没有这份", "资质有效期"]);
        (await officer.Client.Import("manual-samples", good).Saved()).GetProperty("added").GetInt32().ShouldBe(4);
        var results = (await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/manual-samples/?f.reportId={report}&sort=at", Token)).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("values")).ToList();
        var over = results.Single(one => one.GetProperty("verdict").GetString() == "超标");
        (over.GetProperty("limit").GetString(), over.GetProperty("standardNumber").GetString(), over.GetProperty("standardName").GetString(), Number(over, "timesOver"), Number(over, "rate")).ShouldBe(("≤ 60 mg/m³", "GB 31572-2015", "合成树脂工业污染物排放标准", 0.25, 0.75));
        results.Single(one => one.GetProperty("kind").GetString() == "厂界无组织").ShouldSatisfyAllConditions(one => one.GetProperty("verdict").GetString().ShouldBe("达标"), one => one.GetProperty("limit").GetString().ShouldBe("≤ 0.4 mg/m³"));

        var document = await Attach(officer.Client, report);
        await officer.Client.DeleteAsync($"/api/v1/records/manual-reports/{report}/attachments/{document}", Token).Saved();
        document = await Attach(officer.Client, report);

        // A draft counts nowhere; handed in it counts, is fixed for the enterprise and raises the alarm.
        (await Series(server, place)).ShouldBeEmpty();
        await officer.Client.PostAsync($"/api/v1/manual/reports/{report}/approve", null, Token).Refused(HttpStatusCode.Forbidden);
        await stranger.Client.PostAsync($"/api/v1/manual/reports/{report}/submit", null, Token).Refused(HttpStatusCode.NotFound);
        (await officer.Client.PostAsync($"/api/v1/manual/reports/{report}/submit", null, Token).Saved()).GetProperty("state").GetString().ShouldBe("待审核");
        var leaking = (await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/manual-samples/?f.reportId={report}&f.verdict=超标", Token)).GetProperty("items")[0].Id();
        (await officer.Client.Put("manual-samples", leaking, new { reported = "5" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("待审核，不能再改");
        (await officer.Client.Import("manual-samples", [place.Result("废气排口", "非甲烷总烃", "12:00", "5")]).Saved()).ToString().ShouldContain("待审核，不能再改");
        (await officer.Client.Put("manual-reports", report, new { note = "改" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("待审核，不能再改");
        (await officer.Client.DeleteAsync($"/api/v1/records/manual-reports/{report}/attachments/{document}", Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("待审核，不能再改");
        (await Alarm(server, "ManualOver", place, isOpen: true)).GetProperty("text").GetString()!.ShouldContain("手工监测非甲烷总烃 75 mg/m³，限值 ≤ 60 mg/m³（GB 31572-2015），超标 0.25 倍");
        (await Todos(client)).ShouldContain(one => one.Title == place.Report && one.What == "审核监测报告");

        // Returned with a reason, put right, handed in again and approved.
        await client.PostAsJsonAsync($"/api/v1/manual/reports/{report}/return", new { remark = " " }, Token).Refused(HttpStatusCode.BadRequest);
        (await client.PostAsJsonAsync($"/api/v1/manual/reports/{report}/return", new { remark = "第二个样品抄错" }, Token).Saved()).GetProperty("state").GetString().ShouldBe("已退回");
        (await Todos(officer.Client)).ShouldContain(one => one.Title == place.Report && one.What == "修改被退回的监测报告");
        (await officer.Client.Put("manual-samples", leaking, new { reported = "57.5" }).Saved()).GetProperty("values").GetProperty("verdict").GetString().ShouldBe("达标");
        await officer.Client.PostAsync($"/api/v1/manual/reports/{report}/submit", null, Token).Saved();
        await Approve(server, database, report, place);
        await Alarm(server, "ManualOver", place, isOpen: false);
        await AddsUp(server, place, stranger, report);
        if (database != Database.Sqlite)
            return;
        // Beside the permitted total as well, in the page of the enterprise.
        await using var window = await chromium.Open(server, $"/outlets/emissions?year={Year}", officer.Cookies.GetCookies(server.Http));
        await Expect(window.Find("[data-testid=by-hand] tbody tr")).ToContainTextAsync(["0.5625 kg/h × 400 h"]);
        await Expect(window.Find("[data-testid=by-hand] tbody tr")).ToContainTextAsync(["11.2 %"]);
        // In the calendar: sampled on the tenth, and kept by the end of that month; the month after it nobody measured.
        await using var calendar = await chromium.Open(server, $"/manual/calendar?enterprise={place.EnterpriseId}&day={Day:yyyy-MM-dd}", officer.Cookies.GetCookies(server.Http));
        await Expect(calendar.Find($"[data-day='{Day:yyyy-MM-dd}']")).ToContainTextAsync("采样 1");
        await Expect(calendar.Find($"[data-day='{Day.AddDays(-9).AddMonths(1).AddDays(-1):yyyy-MM-dd}']")).ToContainTextAsync("到期已测 1");
        await Expect(calendar.Find("table tbody tr:has-text('非甲烷总烃')")).ToContainTextAsync("采样");
        await calendar.Find("[aria-label=下一月]").ClickAsync();
        await calendar.Find($"[data-day='{Day.AddDays(-9).AddMonths(2).AddDays(-1):yyyy-MM-dd}']").ClickAsync();
        await Expect(calendar.Find("table tbody tr:has-text('非甲烷总烃')")).ToContainTextAsync("缺测");
    }

    /// <summary>Plan, statistics, emissions, report and self-check; nothing of it for somebody else.</summary>
    private static async Task AddsUp(TestServer server, Place place, SignInClient stranger, int report)
    {
        // One month done, the other still missing.
        (await Plan(server, place)).ShouldBe((place.Owed, 1, place.Owed - 1));
        var series = (await Series(server, place)).ToDictionary(one => one.GetProperty("factorName").GetString()!);
        var gas = series["非甲烷总烃"];
        (Number(gas, "samples"), Number(gas, "mean"), Number(gas, "highest"), Number(gas, "over"), Number(gas, "pending")).ShouldBe((2, 56.25, 57.5, 0, 0));
        (Number(series["苯"], "below"), Number(series["苯"], "mean")).ShouldBe((1, 0.00075));
        (await server.Get<JsonElement>($"/api/v1/manual/results?year={Year}&enterprise={place.EnterpriseId}")).GetProperty("reasons").GetProperty("停产").GetInt32().ShouldBe(1);
        // (0.55 + 0.575) / 2 kg/h × 400 h.
        await server.Client.Post("manual-operation", new { enterpriseId = place.EnterpriseId, pointId = place.Gas, month = $"{Day:yyyy-MM}-01", hours = 400 }).Saved();
        (await server.Client.Post("manual-operation", new { enterpriseId = place.EnterpriseId, pointId = place.Gas, month = $"{Day.AddMonths(-1):yyyy-MM}-02", hours = 400 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("月份写该月 1 日");
        Number((await server.Get<JsonElement>($"/api/v1/manual/emissions?year={Year}&enterprise={place.EnterpriseId}")).EnumerateArray().Single(), "kilograms").ShouldBe(225, 1e-9);
        var made = await server.Get<JsonElement>($"/api/v1/reports/self-monitoring?subject={place.EnterpriseId}&period={Year}");
        made.ToString().ShouldContain("0.5625 kg/h × 400 h");
        (await server.Client.GetByteArrayAsync($"/api/v1/reports/self-monitoring/report.docx?subject={place.EnterpriseId}&period={Year}", Token))[..2].ShouldBe("PK"u8.ToArray());
        // The enterprise has no outlet on line: its execution report is made of what was measured by hand, against the permitted total.
        var execution = (await server.Get<JsonElement>($"/api/v1/execution-report/?enterprise={place.EnterpriseId}&from={Day.AddDays(-9):yyyy-MM-dd}&to={Day.AddDays(9):yyyy-MM-dd}")).EnumerateArray().ToDictionary(table => table.GetProperty("title").GetString()!, table => table.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(cell => cell.GetString()!).ToList()).ToList());
        execution["自行监测（手工）统计"].Single(row => row[1] == "非甲烷总烃（mg/m³）")[4..].ShouldBe(["2", "0", "55", "57.5", "56.25", "1", "0", "0.0 %"]);
        var emitted = execution["实际排放量与许可排放量"].Single(row => row[1] == "非甲烷总烃");
        (emitted[2], emitted[5], emitted[6], emitted[8]).ShouldBe(("225", "0.225", "2", "手工监测 2 个样：0.5625 kg/h × 400 h"));
        var conformity = await server.Get<JsonElement>("/api/v1/conformity/");
        foreach (var (section, contents) in new[] { ("7.4.2", 10), ("7.4.3", 8) })
        {
            var item = conformity.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("item").GetProperty("section").GetString() == section);
            (item.GetProperty("contents").GetArrayLength(), item.GetProperty("contents").EnumerateArray().Count(one => one.GetProperty("verdict").GetString() == "Done")).ShouldBe((contents, contents), item.ToString());
        }

        foreach (var address in new[] { "plans", "results", "emissions" }.Select(part => $"/api/v1/manual/{part}?year={Year}&enterprise={place.EnterpriseId}").Append("/api/v1/records/manual-samples/").Append("/api/v1/records/manual-reports/"))
            (await stranger.Client.GetStringAsync(address, Token)).ShouldNotContain(place.Mark);
        await stranger.Client.GetAsync($"/api/v1/records/manual-reports/{report}", Token).Refused(HttpStatusCode.NotFound);
    }

    /// <summary>On a page for one database, by a program for the other.</summary>
    private async Task Approve(TestServer server, Database database, int report, Place place)
    {
        if (database == Database.Postgres)
        {
            (await server.Client.PostAsync($"/api/v1/manual/reports/{report}/approve", null, Token).Saved()).GetProperty("state").GetString().ShouldBe("已审核");
            return;
        }

        await using var window = await chromium.Open(server, $"/manual/reports/{report}");
        await Expect(window.Find("[data-testid=state]")).ToHaveTextAsync("待审核");
        await Expect(window.Find("[data-testid=results] tbody tr")).ToHaveCountAsync(4);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Expect(window.Find("[data-testid=state]")).ToHaveTextAsync("已审核");
        await Expect(window.Find("[data-testid=steps]")).ToContainTextAsync("退回");

        await window.Page.GotoAsync($"/manual/plan?year={Year}&enterprise={place.EnterpriseId}");
        await Expect(window.Find("[data-testid=done]")).ToHaveTextAsync("1");
        await window.Page.GotoAsync($"/manual/results?year={Year}&enterprise={place.EnterpriseId}");
        await Expect(window.Find("[data-testid=samples]")).ToHaveTextAsync("3");
        // The list moves within the year and the enterprise of the page.
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "因子", Exact = true }).ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"sort=factor.*year={Year}&enterprise={place.EnterpriseId}"));
        await Expect(window.Find("[data-testid=samples]")).ToHaveTextAsync("3");
        await window.Find("tbody tr", "苯").ClickAsync();
        await Expect(window.Page.GetByText("未检出 1", new() { Exact = false }).First).ToBeVisibleAsync();
        await Expect(window.Find(".plot canvas")).ToBeVisibleAsync();
        await window.Page.GotoAsync($"/manual/emissions?year={Year}&enterprise={place.EnterpriseId}");
        await Expect(window.Page.GetByText("没有登记排放小时数").First).ToBeVisibleAsync();
    }

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static async Task<(int Owed, int Done, int Missed)> Plan(TestServer server, Place place)
    {
        var plan = (await server.Get<JsonElement>($"/api/v1/manual/plans?year={Year}&enterprise={place.EnterpriseId}")).EnumerateArray().Single();
        return (plan.GetProperty("owed").GetInt32(), plan.GetProperty("done").GetInt32(), plan.GetProperty("missed").GetInt32());
    }

    private static async Task<IReadOnlyList<JsonElement>> Series(TestServer server, Place place) =>
        [.. (await server.Get<JsonElement>($"/api/v1/manual/results?year={Year}&enterprise={place.EnterpriseId}")).GetProperty("series").EnumerateArray()];

    private static async Task<List<Todo>> Todos(HttpClient client) => (await client.GetFromJsonAsync<PageOf<Todo>>("/api/v1/flows/todos?take=200", Token))!.Items.ToList();

    private static async Task<JsonElement> Alarm(TestServer server, string kind, Place place, bool isOpen) => (await Api.Until(
        () => server.Get<PageOf<JsonElement>>($"/api/v1/alarms?f.state=all&f.kind={kind}&q={Uri.EscapeDataString(place.Enterprise)}"),
        found => found.Total == 1 && found.Items[0].GetProperty("endedAt").ValueKind == JsonValueKind.Null == isOpen, Patience)).Items[0];

    /// <summary>All or nothing: nothing, each bad row with its words.</summary>
    private static async Task Refuses(HttpClient client, IReadOnlyList<Dictionary<string, object?>> good, IReadOnlyList<Dictionary<string, object?>> bad, IReadOnlyList<string> told)
    {
        var report = await client.Import("manual-samples", [.. good, .. bad]).Saved();
        (report.GetProperty("isDone").GetBoolean(), report.GetProperty("badRows").GetInt32()).ShouldBe((false, bad.Count), report.ToString());
        var words = report.GetProperty("problems").EnumerateArray().ToLookup(one => one.GetProperty("row").GetInt32(), one => one.GetProperty("message").GetString()!);
        foreach (var (at, word) in told.Index())
            string.Join(' ', words[good.Count + at + 2]).ShouldContain(word);
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/records/manual-samples/", Token)).GetProperty("total").GetInt32().ShouldBe(0);
    }

    private static async Task<int> Attach(HttpClient client, int report)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.4\n%%EOF"u8.ToArray()), "file", "报告.pdf" } };
        return (await client.PostAsync($"/api/v1/records/manual-reports/{report}/attachments", form, Token).Saved()).Id();
    }

    private sealed record Todo(string What, string Title);

    /// <summary>An enterprise with a permitted outlet, a point at its fence and a plan of every month since two months ago.</summary>
    private sealed record Place(string Mark, int EnterpriseId, string Enterprise, int Gas, int Laboratory, int Owed)
    {
        public string Report => "BG-" + Mark;

        public static async Task<Place> Build(HttpClient client)
        {
            var mark = Guid.NewGuid().ToString("N")[..8];
            var enterprise = $"手工监测{mark}公司";
            var id = await client.NewEnterprise(enterprise);
            var permit = (await client.Post("permits", new { enterpriseId = id, number = $"9132068{mark}001P", category = "重点管理", issuedBy = "试验", validFrom = "2023-01-01", validTo = "2090-01-01", state = "有效" }).Saved()).Id();
            var outlet = (await client.Post("permit-outlets", new { enterpriseId = id, permitId = permit, code = "DA001", name = "废气" + mark, kind = "废气主要排放口" }).Saved()).Id();
            await client.Post("permit-limits", new { enterpriseId = id, permitOutletId = outlet, factor = "a24088", limit = 60, annualTotal = 2, unit = "mg/m³", standard = "GB 31572-2015 合成树脂工业污染物排放标准", validFrom = "2023-01-01" }).Saved();
            var gas = (await client.Post("manual-points", new { enterpriseId = id, code = "废气排口" + mark, name = "废气排口" + mark, kind = "有组织废气", permitOutletId = outlet }).Saved()).Id();
            await client.Post("manual-points", new { enterpriseId = id, code = "厂界1#" + mark, name = "厂界1#" + mark, kind = "厂界无组织", standard = "GB 31571-2015", standardClass = "企业边界" }).Saved();
            await client.Post("manual-plans", new { enterpriseId = id, pointId = gas, factor = "a24088", times = 1, per = "月", from = $"{Day:yyyy-MM}-01", basis = "许可证" }).Saved();
            var laboratory = (await client.Post("laboratories", new { name = "检测机构" + mark, certificate = "CMA" + mark, validFrom = "2022-01-01", validTo = "2090-01-01" }).Saved()).Id();
            // Months of the year of the plan's first that are over: two, or fewer where the year has changed since.
            return new(mark, id, enterprise, gas, laboratory, Day.Month == 12 ? 1 : 2);
        }

        public Dictionary<string, object?> Result(string point, string factor, string time, string? reported, double? flow = null, string? reason = null) => new()
        {
            ["监测报告"] = Report,
            ["监测点位"] = point + Mark,
            ["监测因子"] = factor,
            ["监测时间"] = $"{Day:yyyy-MM-dd} {time}",
            ["监测浓度"] = reported,
            ["单位"] = reported is null ? null : "mg/m³",
            ["流量（风量）（m³/h）"] = flow,
            ["未监测原因"] = reason,
        };
    }
}
