using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Characteristic pollutants: from what permit, samples and wastes show over the enterprise's proposal and the park's word to the list of a year.</summary>
public sealed class PollutantTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>In this year, and over.</summary>
    private static DateTime Yesterday => Park.Now.AddDays(-1);

    private static int Year => Yesterday.Year;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_pollutant_goes_from_the_data_over_a_proposal_to_the_list(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var place = await Place.Build(client);
        using var officer = await RecordApi.SignedIn(server, $"pollutant-{place.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", place.Enterprise);
        using var stranger = await RecordApi.SignedIn(server, $"pollutant-x-{place.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());

        // Nothing is listed: permit, samples and waste propose; COD does not.
        var library = await Library(client, place);
        Codes(library, "unlisted").ShouldBe(["a24003", "a25002", "汞"], ignoreOrder: true);
        library.GetProperty("unlisted").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "a25002").GetProperty("why").GetString()!.ShouldBe($"排污许可：DA001；手工监测：排口{place.Mark}");
        Gaps(library).ShouldBe([("监测未入库", "a25002")]);

        // What materials and an approval name is proposed as well, beside what the permit shows of it; the names of usual factors and parts of names are not.
        await client.Put("enterprises", place.Enterprise, new { materials = "苯、甲醛、聚苯乙烯" }).Saved();
        var approval = (await client.Post("enterprise-eias", new { enterpriseId = place.Enterprise, project = "扩建项目", kind = "报告书", requirements = "控制化学需氧量和三氯乙烯的排放" }).Saved()).Id();
        library = await Library(client, place);
        library.GetProperty("unlisted").EnumerateArray().Where(one => one.GetProperty("element").GetString()!.Length == 0).Select(one => (one.GetProperty("name").GetString(), one.GetProperty("why").GetString()))
            .ShouldBe([("三氯乙烯", "环评文件：扩建项目"), ("甲醛", "原辅材料：主要原辅材料")], ignoreOrder: true);
        library.GetProperty("unlisted").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "a25002").GetProperty("why").GetString()!.ShouldBe($"排污许可：DA001；手工监测：排口{place.Mark}；原辅材料：主要原辅材料");
        await client.Put("enterprises", place.Enterprise, new { materials = "" }).Saved();
        await client.Put("enterprise-eias", approval, new { requirements = "" }).Saved();

        // Everything wrong is told at its field.
        object Entry(string element, string code, object? isTypical = null, object? limit = null, string? unit = null, string? standard = null, object? since = null, object? until = null) =>
            new { element, code, isTypical, limit, unit, standard, since = since ?? 2024, until };
        foreach (var (entry, word) in new[]
        {
            (Entry("废水", "a25002", true), "不是废水的编码，苯在废水中请用“苯”"), (Entry("废气", "没有这种", true), "没有这种"), (Entry("废气", "a25003"), "入库特征至少选一项"), (Entry("废气", "a25003", true, 5, null, "GB"), "请选择限值单位"),
            (Entry("废气", "a25003", true, 5, "mg/m³"), "写出自哪个标准"), (Entry("废气", "a25003", true, -5, "mg/m³", "GB"), "管控限值"), (Entry("废气", "a25003", true, since: 2026, until: 2024), "不能早于入库年份"), (Entry("废气", "a25003", true, until: 2025), "请写出库原因"), (Entry("空气", "a25003", true), "要素"),
        })
            (await officer.Client.Post("pollutants", entry).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain(word);

        // Proposed it waits; approved it is in the list, with what was measured.
        await officer.Client.Post("pollutants", Entry("废气", "a25002", true)).Refused(HttpStatusCode.Accepted);
        Codes(await Library(officer.Client, place), "items").ShouldBeEmpty();
        var id = await Approve(client, place);
        (await client.Post("pollutants", new { enterpriseId = place.Enterprise, element = "废气", code = "苯", isTypical = true, since = 2024 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("已有");
        (await client.Post("pollutants", new { enterpriseId = place.Enterprise, element = "废气", code = "a25002", isTypical = true, since = 2024 }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("已有");
        library = await Library(officer.Client, place);
        var benzene = library.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        // Two samples of 1.2 and 1.8 mg/m³ at 10,000 m³/h over 100 h: 1.5 kg.
        (benzene.GetProperty("features").GetString(), benzene.GetProperty("concentration").GetDouble(), benzene.GetProperty("limit").GetDouble(), benzene.GetProperty("standard").GetString()).ShouldBe(("行业特征明显", 1.5, 4, "GB 31571-2015"));
        benzene.GetProperty("kilograms").GetDouble().ShouldBe(1.5, 1e-9);
        benzene.GetProperty("basis").GetString().ShouldBe($"手工监测 排口{place.Mark}（2 个样）");
        Gaps(library).ShouldBeEmpty();

        // The toxic one of the waste comes in by the sheet; bad rows are told and nothing is half done.
        Dictionary<string, object?> Row(string element, string code, string? typical = "是", object? since = null) => new() { ["企业"] = place.Name, ["要素"] = element, ["污染物编码"] = code, ["行业特征明显"] = typical, ["入库年份"] = since ?? 2025 };
        var refused = await client.Import("pollutants", [Row("土壤及地下水", "汞", null), Row("废气", "没有这种"), Row("废气", "二氯甲烷", since: "去年"), new(Row("废气", "甲醇")) { ["企业"] = "没有这家" }, Row("废水", "a25002"), Row("废气", "甲醇"), Row("废气", "a30001")]).Saved();
        (refused.GetProperty("isDone").GetBoolean(), refused.GetProperty("badRows").GetInt32()).ShouldBe((false, 5), refused.ToString());
        refused.ToString().ShouldContain("与第 7 行重复"); // By name and by code it is the same.
        (await client.Import("pollutants", [Row("土壤及地下水", "汞", null), Row("废气", "二氯甲烷")]).Saved()).GetProperty("added").GetInt32().ShouldBe(2);
        library = await Library(client, place);
        var mercury = library.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "汞");
        (mercury.GetProperty("features").GetString(), string.Join('|', mercury.GetProperty("lists").EnumerateArray().Select(one => one.GetString()))).ShouldBe(("列入国家优先管控名录", "优先控制化学品①"));
        Codes(library, "unlisted").ShouldBeEmpty();
        Gaps(library).ShouldContain(("入库未监测", "a24003"));

        // What nobody measured is declared by the year, and says so.
        var solvent = library.GetProperty("items").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "a24003").Id();
        (await officer.Client.Post("pollutant-years", new { pollutantId = solvent, year = 2090, kilograms = 1, basis = "物料衡算" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("2090 年还没有到");
        (await officer.Client.Post("pollutant-years", new { pollutantId = solvent, year = 2024, kilograms = 1, basis = "物料衡算" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("在名录中的年份是 2025～今");
        (await officer.Client.Post("pollutant-years", new { pollutantId = solvent, year = Year, basis = "物料衡算" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("至少填写一项");
        await client.Post("pollutant-years", new { enterpriseId = place.Enterprise, pollutantId = solvent, year = Year, kilograms = 12.5, basis = "物料衡算" }).Saved();
        var declared = (await Library(client, place)).GetProperty("items").EnumerateArray().Single(one => one.Id() == solvent);
        (declared.GetProperty("kilograms").GetDouble(), declared.GetProperty("basis").GetString()).ShouldBe((12.5, "排放量为企业申报（物料衡算）"));

        // What a proposal empties is empty once it is approved.
        await client.Put("pollutants", id, new { evidence = "环评第 4 章" }).Saved();
        await officer.Client.Put("pollutants", id, new { evidence = "" }).Refused(HttpStatusCode.Accepted);
        await Approve(client, place);
        (await client.GetStringAsync($"/api/v1/records/pollutants/{id}", Token)).ShouldNotContain("环评第 4 章");

        // Taken out it stays in the lists of its years.
        await client.Put("pollutants", id, new { until = Year - 1, untilWhy = "改用无苯原料" }).Saved();
        Codes(await Library(client, place), "items").ShouldNotContain("a25002");
        Codes(await Library(client, place, Year - 1), "items").ShouldContain("a25002");

        (await stranger.Client.GetStringAsync($"/api/v1/pollutants/library?enterprise={place.Enterprise}", Token)).ShouldNotContain(place.Mark);
        (await stranger.Client.GetStringAsync("/api/v1/pollutants/tracing", Token)).ShouldNotContain(place.Mark);
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/pollutants/tracing", Token)).EnumerateArray().ShouldContain(one => one.GetProperty("code").GetString() == "汞" && one.GetProperty("enterprises").ToString().Contains(place.Mark, StringComparison.Ordinal));
        var weights = (await client.GetFromJsonAsync<JsonElement>("/api/v1/pollutants/weights", Token)).EnumerateArray().Single(one => one.GetProperty("enterpriseId").GetInt32() == place.Enterprise);
        (weights.GetProperty("kilograms").GetDouble(), weights.GetProperty("ozone").ValueKind).ShouldBe((12.5, JsonValueKind.Null));
        (await client.GetStringAsync("/api/v1/reports/", Token)).ShouldContain("pollutant-library");
    }

    [Fact]
    public async Task A_proposal_of_the_data_is_filled_in_and_every_picture_of_the_list_is_drawn()
    {
        var server = await servers.On(Database.Sqlite);
        var place = await Place.Build(server.Client);
        await using var window = await chromium.Open(server, $"/pollutants/proposals?enterprise={place.Enterprise}");
        var page = window.Page;
        await Expect(window.Find("tbody tr")).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new("二氯甲烷") }).GetByText("填报").ClickAsync();
        // Brought along: enterprise, element, code, source, why, and that it is toxic.
        await Expect(page.GetByLabel("污染物编码 *")).ToHaveValueAsync("a24003 二氯甲烷");
        await Expect(page.GetByLabel("入库依据")).ToHaveValueAsync("排污许可：DA001");
        await Expect(page.GetByLabel("入库年份 *")).ToHaveValueAsync(Year.ToString(CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(@"/records/pollutants/\d+$"));
        await Expect(page.GetByText("高毒害性、列入国家优先管控名录").First).ToBeVisibleAsync();

        await page.GotoAsync($"/pollutants?enterprise={place.Enterprise}");
        await Expect(window.Find("tbody tr", "二氯甲烷")).ToContainTextAsync("有毒有害大气");
        await Expect(window.Find("tbody tr", "二氯甲烷")).ToContainTextAsync("100 mg/m³（GB 31571-2015）");
        await page.GotoAsync($"/pollutants/gaps?enterprise={place.Enterprise}");
        await Expect(window.Find("[data-gap=入库未监测]")).ToHaveTextAsync("1");
        await window.Find("[data-gap=监测未入库]").ClickAsync();
        await Expect(window.Find("tbody tr")).ToHaveCountAsync(1);
        await Expect(window.Find("tbody tr")).ToContainTextAsync("苯");
        await server.Client.Post("pollutants", new { enterpriseId = place.Enterprise, element = "废气", code = "a25002", isTypical = true, since = 2024 }).Saved();
        await page.GotoAsync($"/pollutants/ranking?enterprise={place.Enterprise}");
        await Expect(window.Find(".plot canvas")).ToBeVisibleAsync();
        await Expect(window.Find("tbody tr", "苯")).ToContainTextAsync("100.0 %");
        await page.GotoAsync($"/pollutants/weights?enterprise={place.Enterprise}");
        await Expect(window.Find("tbody tr")).ToContainTextAsync("30"); // 1.5 kg over 0.05 kg an equivalent.
        await page.GetByText("也计待核对的系数").ClickAsync();
        await Expect(window.Find("thead")).ToContainTextAsync("臭氧生成潜势（kg O₃，待核对）");
        await Expect(window.Find("tbody tr")).ToContainTextAsync("1.08"); // 1.5 kg × 0.72.
        await page.GotoAsync("/pollutants/lists");
        await Expect(window.Find(".table-foot")).ToContainTextAsync("共 75 条");
    }

    private static Task<JsonElement> Library(HttpClient client, Place place, int? year = null) => client.GetFromJsonAsync<JsonElement>($"/api/v1/pollutants/library?year={year ?? Year}&enterprise={place.Enterprise}", Token);

    /// <summary>The one proposal that waits.</summary>
    private static async Task<int> Approve(HttpClient client, Place place)
    {
        var proposal = (await client.GetFromJsonAsync<JsonElement>("/api/v1/proposals/?state=Submitted&take=500", Token)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("enterpriseId").GetInt32() == place.Enterprise).Id();
        return (await client.PostAsync($"/api/v1/proposals/{proposal}/approve", null, Token).Saved()).Id();
    }

    private static List<string> Codes(JsonElement library, string of) => [.. library.GetProperty(of).EnumerateArray().Select(one => one.GetProperty("code").GetString()!)];

    private static List<(string Kind, string Code)> Gaps(JsonElement library) => [.. library.GetProperty("gaps").EnumerateArray().Select(one => (one.GetProperty("kind").GetString()!, one.GetProperty("code").GetString()!))];

    /// <summary>An enterprise whose permit limits two solvents, one of them sampled twice and approved, with mercury in its wastes.</summary>
    private sealed record Place(string Mark, int Enterprise, string Name)
    {
        public static async Task<Place> Build(HttpClient client)
        {
            var mark = Guid.NewGuid().ToString("N")[..8];
            var name = $"特征污染物{mark}公司";
            var id = await client.NewEnterprise(name);
            var permit = (await client.Post("permits", new { enterpriseId = id, number = $"9132068{mark}001P", category = "重点管理", validFrom = "2023-01-01", validTo = "2090-01-01", state = "有效" }).Saved()).Id();
            var outlet = (await client.Post("permit-outlets", new { enterpriseId = id, permitId = permit, code = "DA001", name = "废气" + mark, kind = "废气主要排放口" }).Saved()).Id();
            foreach (var (factor, limit) in new[] { ("a25002", 4), ("a24003", 100), ("a21026", 50) })
                await client.Post("permit-limits", new { enterpriseId = id, permitOutletId = outlet, factor, limit, unit = "mg/m³", standard = "GB 31571-2015", validFrom = "2023-01-01" }).Saved();
            var point = (await client.Post("manual-points", new { enterpriseId = id, code = "P" + mark, name = "排口" + mark, kind = "有组织废气", permitOutletId = outlet }).Saved()).Id();
            await client.Post("manual-operation", new { enterpriseId = id, pointId = point, month = $"{Yesterday:yyyy-MM}-01", hours = 100 }).Saved();
            var report = (await client.Post("manual-reports", new { enterpriseId = id, number = "BG-" + mark, kind = "自行监测" }).Saved()).Id();
            foreach (var (time, value) in new[] { ("08:00", "1.2"), ("09:00", "1.8") })
                await client.Post("manual-samples", new { enterpriseId = id, reportId = report, pointId = point, factor = "a25002", at = $"{Yesterday:yyyy-MM-dd} {time}", reported = value, unit = "mg/m³", flow = 10_000 }).Saved();
            await client.PostAsync($"/api/v1/manual/reports/{report}/approve", null, Token).Saved();
            await client.Post("waste-kinds", new { enterpriseId = id, name = "废汞" + mark, @class = "危险废物", code = "900-023-29", permitMaximum = 1 }).Saved();
            return new(mark, id, name);
        }
    }
}
