using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>The record kit over HTTP, on both databases.</summary>
public sealed class RecordTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_record_is_made_found_changed_and_every_change_can_be_read_back(Database database)
    {
        var client = (await servers.On(database)).Client;
        var values = RecordApi.Enterprise();
        var made = await client.Post("enterprises", values).Saved();
        made.GetProperty("revision").GetInt32().ShouldBe(1);
        made.GetProperty("texts").GetProperty("industry").GetString().ShouldBe("C2614 有机化学原料制造");

        var listed = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={values["creditCode"]}", Token);
        listed.GetProperty("total").GetInt32().ShouldBe(1);
        listed.GetProperty("items")[0].Id().ShouldBe(made.Id());

        var changed = await client.Put("enterprises", made.Id(), new { phone = "0512-57330000", employees = 120 }, basedOn: 1).Saved();
        changed.GetProperty("revision").GetInt32().ShouldBe(2);
        changed.GetProperty("values").GetProperty("address").GetString().ShouldBe((string)values["address"]!);

        var history = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{made.Id()}/history", Token);
        history.GetProperty("total").GetInt32().ShouldBe(2);
        var change = history.GetProperty("items")[0].GetProperty("changes").EnumerateArray().Single(one => one.GetProperty("label").GetString() == "联系方式");
        (change.GetProperty("before").GetString(), change.GetProperty("after").GetString()).ShouldBe(("13812345678", "0512-57330000"));
        history.GetProperty("items")[0].GetProperty("by").GetString().ShouldBe("本机操作员");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Every_wrong_field_is_named_and_nothing_is_saved(Database database)
    {
        var client = (await servers.On(database)).Client;
        var wrong = RecordApi.Enterprise();
        var right = (string)wrong["creditCode"]!;
        (wrong["creditCode"], wrong["phone"], wrong["employees"], wrong["industry"]) = (right[..17] + (right[17] == '0' ? '1' : '0'), "abc", "许多", "不存在的行业");
        var refusal = await client.Post("enterprises", wrong).Refused(HttpStatusCode.BadRequest);
        refusal.GetProperty("errors").EnumerateArray().Select(one => one.GetProperty("field").GetString()).ShouldBe(["creditCode", "industry", "employees", "phone"]);
        refusal.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe($"统一社会信用代码校验不通过，请核对是否录错：末位应为 {right[17]}，现为 {((string)wrong["creditCode"]!)[17]}。");
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={wrong["creditCode"]}", Token)).GetProperty("total").GetInt32().ShouldBe(0);
        (await client.Post("enterprises", new { nonsense = 1 }).Refused(HttpStatusCode.BadRequest)).GetProperty("errors").EnumerateArray()
            .ShouldContain(one => one.GetProperty("message").GetString() == "企业档案没有可填的字段“nonsense”。");
        await client.PostAsJsonAsync("/api/v1/records/enterprises/", new { }, Token).Refused(HttpStatusCode.BadRequest);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_second_of_two_editors_is_told_what_differs_and_overwrites_nothing(Database database)
    {
        var client = (await servers.On(database)).Client;
        var id = await client.NewEnterprise();
        await client.Put("enterprises", id, new { address = "甲的地址" }, basedOn: 1).Saved();
        var conflict = await client.Put("enterprises", id, new { address = "乙的地址", employees = 7 }, basedOn: 1).Refused(HttpStatusCode.Conflict);
        var differences = conflict.GetProperty("differences").EnumerateArray().ToDictionary(one => one.GetProperty("label").GetString()!, one => (one.GetProperty("theirs").GetString(), one.GetProperty("mine").GetString()));
        differences["生产经营场所地址"].ShouldBe(("甲的地址", "乙的地址"));
        differences["职工人数"].ShouldBe(("", "7"));
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{id}", Token)).GetProperty("values").GetProperty("address").GetString().ShouldBe("甲的地址");

        // Both at the very same moment: one of them wins, the other is told.
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(one => client.Put("enterprises", id, new { address = $"同时{one}" }, basedOn: 2)));
        both.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        both.Count(answer => answer.StatusCode == HttpStatusCode.Conflict).ShouldBe(7);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_was_true_on_a_day_can_be_asked(Database database)
    {
        var client = (await servers.On(database)).Client;
        var values = RecordApi.Enterprise();
        values["environmentOfficer"] = "第一任";
        var id = (await client.Post("enterprises", values, effectiveFrom: "2024-01-01").Saved()).Id();
        await client.Put("enterprises", id, new { environmentOfficer = "第二任" }, effectiveFrom: "2025-07-01").Saved();
        await client.Put("enterprises", id, new { environmentOfficer = "第三任" }, effectiveFrom: "2026-02-01").Saved();
        (await Officer("2024-01-01")).ShouldBe("第一任");
        (await Officer("2025-06-30")).ShouldBe("第一任");
        (await Officer("2025-07-01")).ShouldBe("第二任");
        (await Officer("2026-03-01")).ShouldBe("第三任");
        await client.GetAsync($"/api/v1/records/enterprises/{id}?on=2023-12-31", Token).Refused(HttpStatusCode.NotFound);
        // What was wrong from a day on is corrected from that day on.
        await client.Put("enterprises", id, new { environmentOfficer = "更正" }, effectiveFrom: "2025-09-01").Saved();
        (await Officer("2025-08-31")).ShouldBe("第二任");
        (await Officer("2026-03-01")).ShouldBe("更正");
        (await client.Put("enterprises", id, new { environmentOfficer = "将来" }, effectiveFrom: "2099-01-01").Refused(HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("effective");

        async Task<string?> Officer(string day) =>
            (await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{id}?on={day}", Token)).GetProperty("values").GetProperty("environmentOfficer").GetString();
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_deleted_record_is_out_of_sight_and_can_be_brought_back(Database database)
    {
        var client = (await servers.On(database)).Client;
        var values = RecordApi.Enterprise();
        var id = (await client.Post("enterprises", values).Saved()).Id();
        (await client.Post("enterprises", values).Refused(HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("duplicate");
        await client.DeleteAsync($"/api/v1/records/enterprises/{id}", Token).Refused(HttpStatusCode.BadRequest);
        await client.DeleteAsync($"/api/v1/records/enterprises/{id}?why=录重了", Token).Saved();
        await client.GetAsync($"/api/v1/records/enterprises/{id}", Token).Refused(HttpStatusCode.NotFound);
        var deleted = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?deleted=1&q={values["creditCode"]}", Token);
        deleted.GetProperty("items")[0].GetProperty("deletedWhy").GetString().ShouldBe("录重了");
        // Its number is free again; then it cannot come back beside its successor.
        var successor = (await client.Post("enterprises", values).Saved()).Id();
        (await client.PostAsync($"/api/v1/records/enterprises/{id}/restore", null, Token).Refused(HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("duplicate");
        await client.DeleteAsync($"/api/v1/records/enterprises/{successor}?why=恢复原来的", Token).Saved();
        await client.PostAsync($"/api/v1/records/enterprises/{id}/restore", null, Token).Saved();
        var history = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{id}/history", Token);
        history.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("action").GetString()).ShouldBe(["恢复", "删除", "新增"]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_record_that_others_refer_to_is_not_deleted_and_references_stay_within_an_enterprise(Database database)
    {
        var client = (await servers.On(database)).Client;
        var (mine, other) = (await client.NewEnterprise(), await client.NewEnterprise());
        var permit = (await client.Post("permits", Permit(mine)).Saved()).Id();
        var refusal = await client.DeleteAsync($"/api/v1/records/enterprises/{mine}?why=试试", Token).Refused(HttpStatusCode.BadRequest);
        refusal.GetProperty("detail").GetString()!.ShouldContain("1 条排污许可证");
        var foreign = await client.Post("permit-outlets", new { enterpriseId = other, permitId = permit, code = "DA001", name = "一号", kind = "废气主要排放口" }).Refused(HttpStatusCode.BadRequest);
        foreign.GetProperty("detail").GetString()!.ShouldContain("属于另一家企业");
        (await client.Post("permits", Permit(mine, from: "2027-01-01", to: "2026-01-01")).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString().ShouldBe("有效期止不能早于有效期起。");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Lists_filter_sort_and_page_on_the_server(Database database)
    {
        var client = (await servers.On(database)).Client;
        var mark = $"排序{Guid.NewGuid():N}"[..12];
        for (var at = 0; at < 5; at++)
        {
            var values = RecordApi.Enterprise($"{mark}{at}");
            (values["employees"], values["status"], values["industry"], values["startedOn"]) = ((5 - at) * 10, at < 2 ? "停产" : "正常生产", at == 4 ? "C2710" : "C2614", $"202{at}-05-01");
            await client.Post("enterprises", values).Saved();
        }

        (await Names("sort=employees")).ShouldBe([$"{mark}4", $"{mark}3", $"{mark}2", $"{mark}1", $"{mark}0"]);
        (await Names("sort=employees&desc=1&skip=1&take=2")).ShouldBe([$"{mark}1", $"{mark}2"]);
        (await Names("sort=name&f.status=停产")).ShouldBe([$"{mark}0", $"{mark}1"]);
        (await Names("sort=name&f.industry=C26")).ShouldBe([$"{mark}0", $"{mark}1", $"{mark}2", $"{mark}3"]); // A code stands for all below it.
        (await Names("sort=name&f.employees=20..40")).ShouldBe([$"{mark}1", $"{mark}2", $"{mark}3"]);
        (await Names("sort=name&f.startedOn=2023-01-01..")).ShouldBe([$"{mark}3", $"{mark}4"]);
        (await Names("sort=name&f.nonsense=1&sort2=x")).Count.ShouldBe(5);

        async Task<List<string>> Names(string query)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/?q={mark}&{query}", Token);
            return [.. page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("title").GetString()!)];
        }
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Distances_are_worked_out_from_the_boundary(Database database)
    {
        var client = (await servers.On(database)).Client;
        // 0.01° × 0.01° at 31.3° N; the receptor lies 0.01° east of its eastern edge: 0.01 × π/180 × 6,371,008.8 × cos 31.305° = 950.1 m.
        var park = new { code = "JS-01", name = "试验园区", regionCode = "320583", boundary = """{"type":"Polygon","coordinates":[[[121.0,31.3],[121.01,31.3],[121.01,31.31],[121.0,31.31],[121.0,31.3]]]}""" };
        await client.Post("park", park).Saved();
        (await client.Post("park", park).Refused(HttpStatusCode.BadRequest)).GetProperty("code").GetString().ShouldBe("single");
        var receptor = await client.Post("receptors", new { name = "东村", kind = "居民点", population = 300, longitude = 121.02, latitude = 31.305 }).Saved();
        receptor.GetProperty("values").GetProperty("distance").GetDouble().ShouldBe(950.1, 2);
        receptor.GetProperty("values").GetProperty("direction").GetString().ShouldBe("东");
        var inside = await client.Post("receptors", new { name = "园内宿舍", kind = "居民点", longitude = 121.005, latitude = 31.305 }).Saved();
        inside.GetProperty("values").GetProperty("direction").GetString().ShouldBe("园区内");
        foreach (var broken in new[] { "不是图形", """{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,1],[1,0],[0,0]]]}""", """{"type":"Point","coordinates":[500000,3400000]}""" })
            await client.Post("waters", new { name = "某河", kind = "河流", position = "园区周边", shape = broken }).Refused(HttpStatusCode.BadRequest);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Lists_filter_and_sort_by_the_fields_that_a_park_adds(Database database)
    {
        var (client, mark) = ((await servers.On(database)).Client, $"自定义{Guid.NewGuid():N}"[..12]);
        var (volume, built, grade, watched, note) = (await Add("容积", "Number"), await Add("建成", "Date"), await Add("等级", "Choice", "甲", "乙"), await Add("在线", "YesNo"), await Add("备注", "Text"));
        foreach (var (name, values) in new (string, object?[])[]
        {
            ("a", [9.5, "2020-01-31", "甲", "是", "沿河'一带"]), ("b", [80, "2019-12-01", "乙", "否", "沿路%带"]), ("c", [10, "2021-06-30", "甲", "否", "山后"]), ("d", [null, null, null, null, null]),
        })
        {
            var fields = new[] { volume, built, grade, watched, note }.Zip(values).Where(one => one.Second is not null).ToDictionary(one => one.First, one => one.Second);
            await client.Post("receptors", new Dictionary<string, object?>(fields) { ["name"] = $"{mark} {name}", ["kind"] = "居民点", ["longitude"] = 121.0, ["latitude"] = 31.0 }).Saved();
        }

        // As numbers, not as texts: 80 is more than 9.5 and 10.
        (await Found($"f.{volume}=9.6..")).ShouldBe("bc");
        (await Found($"f.{volume}=..10")).ShouldBe("ac");
        (await Found($"f.{volume}=9..90&sort={volume}")).ShouldBe("acb");
        (await Found($"f.{built}=2020-01-01..2021-06-30&sort={built}&desc=1")).ShouldBe("ca");
        (await Found($"f.{grade}=甲")).ShouldBe("ac");
        (await Found($"f.{grade}=甲&f.{watched}=否")).ShouldBe("c");
        (await Found($"f.{watched}=是")).ShouldBe("a");
        (await Found($"f.{note}={Uri.EscapeDataString("河'一")}")).ShouldBe("a");
        (await Found($"f.{note}={Uri.EscapeDataString("路%")}")).ShouldBe("b");
        (await Found("f.own999=1")).ShouldBe("abcd"); // No such field: no such filter.

        async Task<string> Add(string label, string kind, params string[] choices) =>
            (await (await client.PostAsJsonAsync("/api/v1/records/receptors/fields", new { label = $"{label}{mark}", kind, choices }, Token)).Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("name").GetString()!;

        async Task<string> Found(string filters)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"/api/v1/records/receptors/?q={Uri.EscapeDataString(mark)}&{filters}", Token);
            var names = page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("title").GetString()![^1]);
            return string.Concat(filters.Contains("sort", StringComparison.Ordinal) ? names : names.Order());
        }
    }

    private static object Permit(int enterprise, string from = "2024-01-01", string to = "2028-12-31") => new
    {
        enterpriseId = enterprise,
        number = $"{RecordApi.CreditCode(enterprise)}{Random.Shared.Next(100, 999)}P",
        category = "重点管理",
        validFrom = from,
        validTo = to,
        state = "有效",
    };
}
