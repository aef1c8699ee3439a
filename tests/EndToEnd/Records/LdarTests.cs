using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Leak detection and repair: from the list of seals over a reading that leaks to a closed repair, with everything wrong on the way.</summary>
public sealed class LdarTests(Servers servers, Chromium chromium)
{
    /// <summary>The job looks every five seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Twenty days ago: whatever was found then and was not repaired is late.</summary>
    private static string Day => Park.Now.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_leak_goes_from_the_import_to_a_closed_repair(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var place = await Place.Build(client);
        using var officer = await RecordApi.SignedIn(server, $"ldar-{place.EnterpriseId}-{database}".ToLowerInvariant(), "enterprise-officer", place.EnterpriseId);
        using var stranger = await RecordApi.SignedIn(server, $"ldar-x-{place.EnterpriseId}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());

        await client.Post("ldar-rounds", new { enterpriseId = place.EnterpriseId, name = "检测轮次" + place.Mark, first = Day, last = Day, contractor = "自行检测" }).Saved();

        // Seals: the same code is another enterprise's too; bad cells are told and nothing is half done.
        await client.Post("ldar-units", new { enterpriseId = await client.NewEnterprise(), code = place.Unit, name = "别家装置", isKeyRegion = false, sector = "石油化工" }).Saved();
        List<Dictionary<string, object?>> seals = [place.Seal(1), place.Seal(2), place.Seal(3, isAccessible: false), place.Seal(4, kind: "法兰及其他连接件")];
        string[] told = ["没有名为“没有这家公司”的企业", "没有名为“U-没有”的所属装置", "不可达的密封点请填写原因", "密封点类型", "请填写位置描述", "全是数字", "重复"];
        List<Dictionary<string, object?>> bad =
        [
            new(place.Seal(11)) { ["企业"] = "没有这家公司" }, new(place.Seal(12)) { ["所属装置"] = "U-没有" }, new(place.Seal(13)) { ["是否可达"] = "否" }, new(place.Seal(14)) { ["密封点类型"] = "水龙头" }, new(place.Seal(15)) { ["位置描述"] = null },
            new(place.Seal(16)) { ["密封点编号"] = 100200 }, place.Seal(1),
        ];
        await Refuses(client, "ldar-seal-points", seals, bad, told);
        (await client.Import("ldar-seal-points", seals).Saved()).GetProperty("added").GetInt32().ShouldBe(4);
        (await officer.Client.Import("ldar-seal-points", seals).Saved()).GetProperty("unchanged").GetInt32().ShouldBe(4);
        var unit = (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/ldar-units/{place.UnitId}", Token)).GetProperty("values");
        (unit.GetProperty("pointCount").GetInt32(), unit.GetProperty("inaccessibleCount").GetInt32()).ShouldBe((4, 1));

        // Readings: without a background of the day, the unit and the instrument none is taken.
        var survey = new { enterpriseId = place.EnterpriseId, code = place.Survey, unitId = place.UnitId, instrumentId = place.Instrument, calibratedAt = $"{Day} 08:00", calibrationPpm = 500, day = Day, inspector = "张三" };
        await officer.Client.Post("ldar-surveys", survey).Saved();
        await Refuses(client, "ldar-readings", [], [place.Reading(1, "10:00", 8_003)], [$"没有 {Day} 装置 {place.Unit} 用仪器 {place.Serial} 测取的环境本底"]);
        var background = (await officer.Client.Post("ldar-backgrounds", new { unitId = place.UnitId, instrumentId = place.Instrument, at = $"{Day} 09:00", ppm = 3, person = "张三" }).Saved()).Id();
        List<Dictionary<string, object?>> readings = [place.Reading(1, "10:00", 8_003), place.Reading(2, "10:05", 43), place.Reading(4, "10:10", 3)];
        await Refuses(client, "ldar-readings", readings,
            [
                place.Reading(2, "08:30", 5), place.Reading(2, "10:20", -1), new(place.Reading(2, "10:21", 5)) { ["仪器检测浓度（ppm）"] = null }, new(place.Reading(2, "10:22", 5)) { ["检测时间"] = "2099-01-01 08:00" }, place.Reading(3, "10:23", 5),
                new(place.Reading(2, "10:24", 5)) { ["密封点"] = "V-没有" }, place.Reading(2, "10:25", 60_000), place.Reading(1, "10:00", 8_003),
            ],
            ["早于当日环境本底的测取时间", "仪器检测浓度应在 0", "请填写仪器检测浓度", "还没有到", "登记为不可达", "没有名为“V-没有”的密封点", "超过仪器", "重复"]);
        (await officer.Client.Import("ldar-readings", readings).Saved()).GetProperty("added").GetInt32().ShouldBe(3);
        var read = (await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/ldar-readings/?q={place.Code(1)}", Token)).GetProperty("items")[0].GetProperty("values");
        (Number(read, "net"), Number(read, "limit"), read.GetProperty("isLeak").GetBoolean(), read.GetProperty("limitBasis").GetString()).ShouldBe((8_000, 2_000, true, "GB 31571-2015 5.3.4：≥2000 μmol/mol"));
        (await officer.Client.Put("ldar-backgrounds", background, new { ppm = 4 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("3 条检测按它算了净检值");

        // The leak opens its repair by itself, waits for the enterprise and is late.
        var repair = (await Api.Until(() => Repairs(officer.Client), found => found.GetArrayLength() == 1, Patience))[0];
        var id = repair.Id();
        (Number(repair.GetProperty("values"), "firstNet"), repair.GetProperty("values").GetProperty("state").GetString()).ShouldBe((8_000, "待首次维修"));
        (await Todos(officer.Client)).ShouldContain(one => one.Title == place.Code(1) && one.What == "首次维修");
        foreach (var kind in new[] { "LdarFirstRepairLate", "LdarRepairLate" })
            (await Alarm(server, kind, place, isOpen: true)).GetProperty("text").GetString()!.ShouldContain($"密封点 {place.Code(1)} 于 {Day} 10:00 检出泄漏（净检值 8000 ppm，限值 2000 ppm）");

        // Everything wrong, then a delay that the park alone agrees to.
        (await officer.Client.Put("ldar-repairs", id, new { repairedAt = $"{Day} 09:00" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("早于泄漏检出时间");
        (await officer.Client.Put("ldar-repairs", id, new { detectedAt = $"{Day} 10:01" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("没有判为泄漏的检测");
        (await officer.Client.Put("ldar-repairs", id, new { isDelayed = true }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("延迟修复请选择理由");
        var until = Park.Now.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await officer.Client.Put("ldar-repairs", id, new { firstRepairAt = $"{Day} 15:00", isDelayed = true, delayReason = "须停车（工）才能修复", delayUntil = until, delayPlan = "停车更换" }).Saved();
        await officer.Client.PostAsJsonAsync($"/api/v1/ldar/leaks/{id}/delay", new { agrees = true }, Token).Refused(HttpStatusCode.Forbidden);
        await stranger.Client.Put("ldar-repairs", id, new { method = "x" }).Refused(HttpStatusCode.NotFound);
        (await Todos(client)).ShouldContain(one => one.Title == place.Code(1) && one.What == "审批延迟修复");
        await client.PostAsJsonAsync($"/api/v1/ldar/leaks/{id}/delay", new { agrees = false, remark = " " }, Token).Refused(HttpStatusCode.BadRequest);
        await Agree(server, database, id);
        (await client.PostAsJsonAsync($"/api/v1/ldar/leaks/{id}/delay", new { agrees = true }, Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("延迟修复中");
        await Alarm(server, "LdarRepairLate", place, isOpen: false);

        // Repaired; a re-test that still leaks does not close it.
        await officer.Client.Put("ldar-repairs", id, new { repairedAt = $"{Day} 16:00", method = "更换填料", repairer = "李四" }).Saved();
        (await officer.Client.Put("ldar-repairs", id, new { retestAt = $"{Day} 17:00", retestReading = 2_003 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("还缺复测人员");
        var retest = new { retestAt = $"{Day} 17:00", retester = "王五", retestInstrumentId = place.Instrument, retestBackground = 3, retestReading = 2_003 };
        (await officer.Client.Put("ldar-repairs", id, retest).Saved()).GetProperty("values").GetProperty("state").GetString().ShouldBe("延迟修复中");
        (await officer.Client.Put("ldar-repairs", id, new { retestReading = 103 }).Saved()).GetProperty("values").GetProperty("state").GetString().ShouldBe("已修复");
        (await Todos(officer.Client)).ShouldNotContain(one => one.Title == place.Code(1));
        var leaking = (await officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/ldar-readings/?q={place.Code(1)}", Token)).GetProperty("items")[0].Id();
        (await officer.Client.Put("ldar-readings", leaking, new { reading = 5 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("已有修复记录");

        await AddsUp(server, place, stranger);
        if (database != Database.Sqlite)
            return;
        await using var window = await chromium.Open(server, $"/ldar/leaks/{id}");
        await Expect(window.Page.GetByText("kg VOCs，金额 —；（检出 e = 1.87E-6 × 8000^0.873 kg/h；复测 e = 1.87E-6 × 100^0.873 kg/h）")).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("EcoPark:Ldar:ProductYuanPerTonne")).ToBeVisibleAsync();
    }

    /// <summary>Three rounds of forty valves: six leak by the second, six by the third. What R's survreg makes of it: k = 1.1340021, λ = 893.55874 d; so do two equations of two intervals.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Tests_of_years_tell_which_seals_are_likely_to_leak_next(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var place = await Place.Build(client);
        using var stranger = await RecordApi.SignedIn(server, $"ldar-o-{place.EnterpriseId}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());
        (await client.Import("ldar-seal-points", [.. Enumerable.Range(1, 40).Select(number => place.Seal(number)), place.Seal(41, kind: "泵"), place.Seal(42, kind: "泵")]).Saved()).GetProperty("added").GetInt32().ShouldBe(42);
        foreach (var (round, back) in new[] { 370, 190, 10 }.Index())
        {
            var day = Park.Now.AddDays(-back).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            await client.Post("ldar-surveys", new { enterpriseId = place.EnterpriseId, code = $"{place.Survey}-{round}", unitId = place.UnitId, instrumentId = place.Instrument, calibratedAt = $"{day} 08:00", calibrationPpm = 500, day, inspector = "张三" }).Saved();
            await client.Post("ldar-backgrounds", new { enterpriseId = place.EnterpriseId, unitId = place.UnitId, instrumentId = place.Instrument, at = $"{day} 09:00", ppm = 3, person = "张三" }).Saved();
            // What leaked is not tested again; one of two pumps leaks at once, the other never.
            var rows = Enumerable.Range(1, 42).Where(number => number > (round == 2 ? 6 : 0)).Select(number => new Dictionary<string, object?>(place.Reading(number, "10:00", Leaks(number, round) ? 9_003 : 13)) { ["现场检测"] = $"{place.Survey}-{round}", ["检测时间"] = $"{day} 10:00" });
            (await client.Import("ldar-readings", [.. rows]).Saved()).GetProperty("added").GetInt32().ShouldBe(round == 2 ? 36 : 42);
        }

        var outlook = await server.Get<JsonElement>($"/api/v1/ldar/outlook?enterprise={place.EnterpriseId}");
        var groups = outlook.GetProperty("groups").EnumerateArray().ToDictionary(one => one.GetProperty("kind").GetString()!);
        (Number(groups["阀门"], "points"), Number(groups["阀门"], "events"), Number(groups["阀门"], "censored")).ShouldBe((40, 12, 28));
        Number(groups["阀门"], "shape").ShouldBe(1.1340021, 1e-5);
        Number(groups["阀门"], "scale").ShouldBe(893.55874, 1e-2);
        groups["阀门"].GetProperty("curve").EnumerateArray().Select(step => (Number(step, "days"), Math.Round(Number(step, "share"), 9))).ShouldBe([(180, 0.85), (360, 0.7)]);
        (Number(groups["泵"], "events"), Number(groups["泵"], "beganLeaking"), groups["泵"].GetProperty("scale").ValueKind, groups["泵"].GetProperty("words").GetString()).ShouldBe((0, 1, JsonValueKind.Null, "检出泄漏 0 次，不足 10 次，不给概率"));
        // Of the 28 that are tight the riskiest 5 % are two; tight for 360 days, asked for the day their next test is due.
        (Number(outlook, "judged"), Number(outlook, "withoutLaw"), Number(outlook, "leaking"), Number(outlook, "total")).ShouldBe((28, 1, 13, 2));
        var first = outlook.GetProperty("riskiest")[0];
        var due = DateOnly.FromDateTime(Park.Now.AddDays(-10)).AddMonths(3); // GB 31571.
        (first.GetProperty("by").GetString(), first.GetProperty("lastClean").GetString()).ShouldBe((due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Park.Now.AddDays(-10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        var days = due.DayNumber + 1 - DateOnly.FromDateTime(Park.Now.AddDays(-370)).DayNumber; // To the end of the day, from ten in the morning: rounded up.
        var chance = 1 - Math.Exp(Math.Pow(360 / 893.55874, 1.1340021) - Math.Pow(days / 893.55874, 1.1340021));
        Number(first, "probability").ShouldBe(chance, 1e-4);
        Number(outlook, "expected").ShouldBe(28 * chance, 1e-2);
        (await server.Get<JsonElement>($"/api/v1/ldar/outlook?enterprise={place.EnterpriseId}&skip=1&take=5")).GetProperty("riskiest").GetArrayLength().ShouldBe(1);
        (await stranger.Client.GetStringAsync($"/api/v1/ldar/outlook?enterprise={place.EnterpriseId}", Token)).ShouldNotContain(place.Mark);
        (await stranger.Client.GetFromJsonAsync<JsonElement>("/api/v1/ldar/outlook", Token)).GetProperty("groups").GetArrayLength().ShouldBe(0, "others' tests teach nobody");
        if (database == Database.Sqlite)
        {
            await using var window = await chromium.Open(server, $"/ldar/outlook?enterprise={place.EnterpriseId}");
            await Expect(window.Find("[data-testid=judged]")).ToHaveTextAsync("28");
            await Expect(window.Find("[data-testid=leak-groups]")).ToContainTextAsync("威布尔：形状 1.13");
            await window.Find("[data-testid=leak-groups]").GetByRole(AriaRole.Link, new() { Name = "泵（气体）" }).ClickAsync();
            await Expect(window.Page.GetByText("还没有在合格检测之后检出泄漏")).ToBeVisibleAsync();
            await Expect(window.Page.GetByText(first.GetProperty("code").GetString()!)).ToBeVisibleAsync();
        }

        static bool Leaks(int number, int round) => (round == 1 && number <= 6) || (round == 2 && number is > 6 and <= 12) || number == 42;
    }

    /// <summary>Figures, plan, emissions, report and self-check; nothing of it for somebody else.</summary>
    private static async Task AddsUp(TestServer server, Place place, SignInClient stranger)
    {
        var year = Park.Now.AddDays(-20).Year;
        var figures = await server.Get<JsonElement>($"/api/v1/ldar/figures?year={year}&enterprise={place.EnterpriseId}");
        var unit = figures.GetProperty("units")[0];
        (Number(unit, "points"), Number(unit, "inaccessible"), Number(unit, "owed"), Number(unit, "tested"), Number(unit, "leaking"), Number(unit, "openLeaks")).ShouldBe((4, 1, 3, 3, 1, 0));
        var efficiency = figures.GetProperty("efficiency");
        (Number(efficiency, "found"), Number(efficiency, "closed"), Number(efficiency, "reduction")).ShouldBe((1, 1, 0.9875));
        // What it saves an hour, since 17:00 of the day.
        var saved = Number(figures.GetProperty("leaks")[0], "savedKilograms") / (4.7779232e-3 - 1.0419374e-4);
        saved.ShouldBe((Park.Now - DateTime.Parse($"{Day} 17:00", CultureInfo.InvariantCulture)).TotalHours, 0.2);
        var plan = (await server.Get<JsonElement>($"/api/v1/ldar/plan?enterprise={place.EnterpriseId}")).GetProperty("items").EnumerateArray().ToList();
        (await server.Get<JsonElement>($"/api/v1/ldar/plan?enterprise={place.EnterpriseId}&skip=3&take=5")).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("code").GetString()).ShouldBe([place.Code(4)]);
        plan.Select(one => (one.GetProperty("code").GetString(), one.GetProperty("plan").GetString())).ShouldBe([(place.Code(1), "未到期"), (place.Code(2), "未到期"), (place.Code(3), "不可达"), (place.Code(4), "未到期")]);
        plan[0].GetProperty("due").GetString().ShouldBe(Park.Now.AddDays(-20).AddMonths(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); // GB 31571: three months.
        var emissions = await server.Get<JsonElement>($"/api/v1/ldar/emissions?first={Day}&last={Day}&enterprise={place.EnterpriseId}");
        // The leaking valve: 16 h × 1.87E-6 × 8000^0.873 (4.7773E-3), then 8 h of 100 ppm (1.0419E-4); the others and the one nobody can reach (0.00597 × 24).
        var largest = emissions.GetProperty("largest").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!, one => Number(one, "kilograms"));
        largest[place.Code(1)].ShouldBe((16 * 4.7773e-3) + (8 * 1.0419e-4), 2e-5);
        largest[place.Code(3)].ShouldBe(0.14328, 1e-6);
        emissions.GetProperty("basis").GetString()!.ShouldEndWith("（待核对）");
        emissions.GetProperty("rounds").EnumerateArray().Sum(one => Number(one, "kilograms")).ShouldBe(Number(emissions, "kilograms"), 1e-9);
        emissions.GetProperty("rounds").EnumerateArray().Select(one => (one.GetProperty("name").GetString(), Number(one, "points"))).ShouldBe([("未检测（平均系数）", 1), ("检测轮次" + place.Mark, 3)], ignoreOrder: true);
        // What the repair saves from 17:00 on; to the end of the day, as nobody has tested since.
        var savings = await server.Get<JsonElement>($"/api/v1/ldar/savings?first={Day}&last={Day}&enterprise={place.EnterpriseId}");
        Number(savings, "kilograms").ShouldBe(7 * (4.7779232e-3 - 1.0419374e-4), 1e-8);
        (Number(savings.GetProperty("repairs")[0], "hours"), savings.GetProperty("repairs")[0].GetProperty("isTested").GetBoolean()).ShouldBe((7, false));
        (savings.GetProperty("yuan").ValueKind, savings.GetProperty("units").GetArrayLength(), Number(savings.GetProperty("years")[0], "repairs")).ShouldBe((JsonValueKind.Null, 1, 1));
        var report = await server.Get<JsonElement>($"/api/v1/reports/ldar-assessment?subject={place.EnterpriseId}&period={year}");
        report.ToString().ShouldContain(place.Code(1));
        string[] parts = ["VOCs 排放量（按检测轮次）", "检测轮次" + place.Mark, "修复减排", "（假定）"];
        parts.ShouldAllBe(part => report.ToString().Contains(part, StringComparison.Ordinal));
        (await server.Client.GetByteArrayAsync($"/api/v1/reports/ldar-assessment/report.docx?subject={place.EnterpriseId}&period={year}", Token))[..2].ShouldBe("PK"u8.ToArray());
        var conformity = await server.Get<JsonElement>("/api/v1/conformity/");
        var item = conformity.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("item").GetProperty("section").GetString() == "7.4.4");
        (item.GetProperty("contents").GetArrayLength(), item.GetProperty("contents").EnumerateArray().Count(one => one.GetProperty("verdict").GetString() == "Done")).ShouldBe((46, 46), item.ToString());
        foreach (var address in new[] { "figures", "plan", "rounds", "emissions", "savings", "audit" }.Select(part => $"/api/v1/ldar/{part}?enterprise={place.EnterpriseId}").Append("/api/v1/records/ldar-repairs/").Append("/api/v1/records/ldar-readings/"))
            (await stranger.Client.GetStringAsync(address, Token)).ShouldNotContain(place.Mark);
    }

    /// <summary>On a page for one database, by a program for the other.</summary>
    private async Task Agree(TestServer server, Database database, int id)
    {
        if (database == Database.Postgres)
        {
            (await server.Client.PostAsJsonAsync($"/api/v1/ldar/leaks/{id}/delay", new { agrees = true }, Token).Saved()).GetProperty("state").GetString().ShouldBe("延迟修复中");
            return;
        }

        await using var window = await chromium.Open(server, $"/ldar/leaks/{id}");
        await Expect(window.Find("[data-testid=state]")).ToHaveTextAsync("延迟待批");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "批准延迟" }).ClickAsync();
        await Expect(window.Find("[data-testid=state]")).ToHaveTextAsync("延迟修复中");
        await Expect(window.Find("[data-testid=steps]")).ToContainTextAsync("同意延迟到");
        foreach (var (tab, part) in new[] { ("overview", "[data-testid=points]"), ("plan", "h2"), ("leaks", "[data-testid=found]"), ("savings", "[data-testid=saved]"), ("emissions", "[data-testid=round-emissions]"), ("audit", "table") })
        {
            await window.Page.GotoAsync($"/ldar/{tab}?year={Day[..4]}");
            await Expect(window.Find(part).First).ToBeVisibleAsync();
        }
    }

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static async Task<JsonElement> Repairs(HttpClient client) => (await client.GetFromJsonAsync<JsonElement>("/api/v1/records/ldar-repairs/", Token)).GetProperty("items");

    private static async Task<List<Todo>> Todos(HttpClient client) => (await client.GetFromJsonAsync<PageOf<Todo>>("/api/v1/flows/todos?take=200", Token))!.Items.ToList();

    private static async Task<JsonElement> Alarm(TestServer server, string kind, Place place, bool isOpen) => (await Api.Until(
        () => server.Get<PageOf<JsonElement>>($"/api/v1/alarms?f.state=all&f.kind={kind}&q={Uri.EscapeDataString(place.Enterprise)}"),
        found => found.Total == 1 && found.Items[0].GetProperty("state").GetString() != "Closed" == isOpen, Patience)).Items[0];

    /// <summary>All or nothing: nothing, each bad row with its words.</summary>
    private static async Task Refuses(HttpClient client, string type, IReadOnlyList<Dictionary<string, object?>> good, IReadOnlyList<Dictionary<string, object?>> bad, IReadOnlyList<string> told)
    {
        var before = await Total();
        var report = await client.Import(type, [.. good, .. bad]).Saved();
        (report.GetProperty("isDone").GetBoolean(), report.GetProperty("badRows").GetInt32()).ShouldBe((false, bad.Count), report.ToString());
        var words = report.GetProperty("problems").EnumerateArray().ToLookup(one => one.GetProperty("row").GetInt32(), one => one.GetProperty("message").GetString()!);
        foreach (var (at, word) in told.Index())
            string.Join(' ', words[good.Count + at + 2]).ShouldContain(word);
        (await Total()).ShouldBe(before);

        async Task<int> Total() => (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/{type}/", Token)).GetProperty("total").GetInt32();
    }

    private sealed record Todo(string What, string Title);

    /// <summary>An enterprise with a unit under GB 31571, a machine and an instrument.</summary>
    private sealed record Place(string Mark, int EnterpriseId, string Enterprise, int UnitId, int Instrument)
    {
        public string Unit => "U-" + Mark;

        public string Serial => "FID-" + Mark;

        public string Survey => "XC-" + Mark;

        public static async Task<Place> Build(HttpClient client)
        {
            var mark = Guid.NewGuid().ToString("N")[..8];
            var enterprise = $"泄漏试验{mark}公司";
            var id = await client.NewEnterprise(enterprise);
            var unit = (await client.Post("ldar-units", new { enterpriseId = id, code = "U-" + mark, name = "装置" + mark, industry = "GB 31571-2015", isKeyRegion = false, sector = "石油化工" }).Saved()).Id();
            await client.Post("ldar-equipment", new { enterpriseId = id, unitId = unit, code = "E-" + mark, name = "进料泵", kind = "泵", isExempt = false, isLowLeak = true }).Saved();
            return new(mark, id, enterprise, unit, (await client.Post("ldar-instruments", new { enterpriseId = id, serial = "FID-" + mark, model = "试验", principle = "FID", range = 50_000, verifiedTo = "2090-01-01" }).Saved()).Id());
        }

        public string Code(int number) => $"V-{Mark}-{number}";

        public Dictionary<string, object?> Seal(int number, string kind = "阀门", bool isAccessible = true) => new()
        {
            ["企业"] = Enterprise,
            ["所属装置"] = Unit,
            ["所属设备"] = "E-" + Mark,
            ["密封点编号"] = Code(number),
            ["密封点名称"] = "密封" + number,
            ["密封点类型"] = kind,
            ["位置描述"] = "一层东侧",
            ["是否可达"] = isAccessible ? "是" : "否",
            ["不可达原因"] = isAccessible ? null : "高处",
            ["流体名称"] = "乙烯",
            ["物料状态"] = "气体",
        };

        public Dictionary<string, object?> Reading(int number, string time, double ppm) => new() { ["企业"] = Enterprise, ["现场检测"] = Survey, ["密封点"] = Code(number), ["检测时间"] = $"{Day} {time}", ["仪器检测浓度（ppm）"] = ppm };
    }
}
