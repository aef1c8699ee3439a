using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>An enterprise sees its own and nothing of another, whichever way it asks.</summary>
public sealed class ScopeTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_foreign_account_gets_nothing_from_any_endpoint_of_the_document(Database database)
    {
        var server = await servers.On(database);
        var secret = $"机密{Guid.NewGuid():N}"[..14];
        var mine = await Plant(server.Client, secret);
        var other = await server.Client.NewEnterprise();
        using var foreign = await RecordApi.SignedIn(server, $"foreign-{other}-{database}".ToLowerInvariant(), "enterprise-officer", other);

        var document = await foreign.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);
        var (asked, got) = (0, new List<string>());
        // The stream never ends; An_enterprise_sees_its_own_points… listens to it.
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(one => one.Name != "/api/v1/live"))
        {
            foreach (var method in path.Value.EnumerateObject().Where(one => one.Name is "get" or "post" or "put" or "delete"))
            {
                using var request = Request(method.Name, Address(path.Name, mine), mine["enterprises"]);
                using var answer = await foreign.Client.SendAsync(request, Token);
                var text = await answer.Content.ReadAsStringAsync(Token);
                asked++;
                if (text.Contains(secret, StringComparison.Ordinal))
                    got.Add($"{method.Name} {path.Name}: {answer.StatusCode}");
                if (method.Name != "get" && path.Name.Contains("{id}", StringComparison.Ordinal) && answer.IsSuccessStatusCode)
                    got.Add($"{method.Name} {path.Name} succeeded");
                ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method.Name} {path.Name}: {text}");
            }
        }

        asked.ShouldBeGreaterThan(150);
        got.ShouldBeEmpty();
        foreach (var (type, id) in mine)
        {
            var untouched = await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/{type}/{id}", Token);
            untouched.GetProperty("revision").GetInt32().ShouldBe(1, type);
        }
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Lists_exports_and_search_hold_the_own_enterprise_alone(Database database)
    {
        var server = await servers.On(database);
        var secret = $"别家{Guid.NewGuid():N}"[..14];
        var mine = await Plant(server.Client, secret);
        var own = await server.Client.NewEnterprise();
        await server.Client.Post("enterprise-contacts", new { enterpriseId = own, name = "自家人", duty = "环保专员", phone = "13900001111" }).Saved();
        using var enterprise = await RecordApi.SignedIn(server, $"own-{own}-{database}".ToLowerInvariant(), "enterprise-officer", own);
        var contacts = await enterprise.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/enterprise-contacts/", Token);
        contacts.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("title").GetString()).ShouldBe(["自家人"]);
        (await enterprise.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/enterprises/", Token)).GetProperty("total").GetInt32().ShouldBe(1);
        foreach (var (type, id) in mine)
        {
            await enterprise.Client.GetAsync($"/api/v1/records/{type}/{id}", Token).Refused(HttpStatusCode.NotFound);
            (await enterprise.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/{type}/?q={secret}", Token)).GetProperty("total").GetInt32().ShouldBe(0);
            (await enterprise.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/{type}/{id}/history", Token)).GetProperty("total").GetInt32().ShouldBe(0);
        }

        // Entering for somebody else is refused; for oneself it need not be said.
        (await enterprise.Client.Post("enterprise-contacts", new { enterpriseId = mine["enterprises"], name = "冒名", duty = "其他", phone = "13900002222" }).Refused(HttpStatusCode.BadRequest))
            .GetProperty("detail").GetString()!.ShouldContain("没有名为");
        var added = await enterprise.Client.Post("enterprise-contacts", new { name = "新来的", duty = "其他", phone = "13900002222" }).Saved();
        added.GetProperty("values").GetProperty("enterpriseId").GetInt32().ShouldBe(own);
        // A code that another enterprise has is not given away as "found".
        (await enterprise.Client.GetAsync("/api/v1/records/enterprises/?deleted=1", Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { "/api/v1/devices", "/api/v1/accounts", "/api/v1/audit", "/api/v1/telegrams" })
            (await enterprise.Client.GetAsync(path, Token)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_an_enterprise_enters_counts_when_the_park_has_agreed(Database database)
    {
        var server = await servers.On(database);
        var own = await server.Client.NewEnterprise();
        using var enterprise = await RecordApi.SignedIn(server, $"prop-{own}-{database}".ToLowerInvariant(), "enterprise-officer", own);
        var eia = new { project = "年产五千吨树脂项目", kind = "报告书", approvalNumber = "苏环审〔2025〕8号" };
        using (var answer = await enterprise.Client.Post("enterprise-eias", eia))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await enterprise.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/enterprise-eias/", Token)).GetProperty("total").GetInt32().ShouldBe(0);
        await enterprise.Client.Post("enterprise-eias", new { kind = "报告书" }).Refused(HttpStatusCode.BadRequest);

        var waiting = (await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/proposals/?state=Submitted", Token)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("enterpriseId").GetInt32() == own).Id();
        await enterprise.Client.PostAsync($"/api/v1/proposals/{waiting}/approve", null, Token).Refused(HttpStatusCode.Forbidden);
        await server.Client.PostAsJsonAsync($"/api/v1/proposals/{waiting}/return", new { remark = "" }, Token).Refused(HttpStatusCode.BadRequest);
        await server.Client.PostAsJsonAsync($"/api/v1/proposals/{waiting}/return", new { remark = "请补批复日期" }, Token).Saved();
        (await enterprise.Client.GetFromJsonAsync<JsonElement>($"/api/v1/proposals/{waiting}", Token)).GetProperty("remark").GetString().ShouldBe("请补批复日期");
        await server.Client.PostAsync($"/api/v1/proposals/{waiting}/approve", null, Token).Refused(HttpStatusCode.BadRequest);

        using (var answer = await enterprise.Client.Post("enterprise-eias", new { eia.project, eia.kind, eia.approvalNumber, approvedOn = "2025-03-01" }))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var second = (await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/proposals/?state=Submitted", Token)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("enterpriseId").GetInt32() == own).Id();
        // Two approvers at once: it is saved once.
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.Client.PostAsync($"/api/v1/proposals/{second}/approve", null, Token)));
        both.Count(answer => answer.IsSuccessStatusCode).ShouldBe(1);
        var listed = await enterprise.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/enterprise-eias/", Token);
        listed.GetProperty("total").GetInt32().ShouldBe(1);
        listed.GetProperty("items")[0].GetProperty("values").GetProperty("approvedOn").GetString().ShouldBe("2025-03-01");

        // The enterprise's own file: a change waits, and the file says the old until then.
        using (var answer = await enterprise.Client.Put("enterprises", own, new { phone = "13700001234" }, basedOn: 1))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await enterprise.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/enterprises/{own}", Token)).GetProperty("values").GetProperty("phone").GetString().ShouldBe("13812345678");
        await enterprise.Client.Post("enterprises", RecordApi.Enterprise()).Refused(HttpStatusCode.BadRequest);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_enterprise_sees_its_own_points_values_and_history_and_no_other(Database database)
    {
        var server = await servers.On(database);
        var (own, other) = (await server.Client.NewEnterprise(), await server.Client.NewEnterprise());
        var (mine, theirs, parks) = (await Measure(server, own), await Measure(server, other), await Measure(server, null));
        using var enterprise = await RecordApi.SignedIn(server, $"point-{own}-{database}".ToLowerInvariant(), "enterprise-officer", own);
        var client = enterprise.Client;
        (await Ids("points")).ShouldBe([mine.Point]);
        (await Ids("channels")).ShouldBe([mine.Channel]);
        (await client.GetFromJsonAsync<JsonElement>("/api/v1/readings/latest", Token)).EnumerateArray().Select(one => one.GetProperty("channelId").GetInt32()).ShouldBe([mine.Channel]);
        foreach (var path in new[] { "readings?", "readings/curve?", "readings/superseded?", "readings/export.csv?", "readings/export.xlsx?" })
        {
            var asked = $"/api/v1/{path}interval=RealTime&from={DateTime.UtcNow.AddHours(-1):O}&to={DateTime.UtcNow.AddHours(1):O}&channelId=";
            (await client.GetAsync(asked + mine.Channel, Token)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
            foreach (var foreign in new[] { theirs.Channel, parks.Channel })
                (await client.GetAsync(asked + foreign, Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        // What streams while it listens is its own as well.
        using var stream = new StreamReader(await client.GetStreamAsync("/api/v1/live", Token));
        await stream.ReadLineAsync(Token);
        await Task.WhenAll(new[] { theirs, parks, mine }.Select(one => one.Device.Send(TestDevice.RealTime(one.Mn, Park.Now, "w01018-Rtd=55.5,w01018-Flag=N"))));
        var heard = "";
        while (!heard.Contains("55.5", StringComparison.Ordinal))
            heard += await stream.ReadLineAsync(Token);
        heard.ShouldNotContain($"\"channelId\":{theirs.Channel},");
        heard.ShouldNotContain($"\"channelId\":{parks.Channel},");
        (await client.GetFromJsonAsync<JsonElement>($"/api/v1/search?q={theirs.Mn}", Token)).GetArrayLength().ShouldBe(0);
        int[] all = [.. (await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/points", Token)).EnumerateArray().Select(one => one.Id())];
        new[] { mine.Point, theirs.Point, parks.Point }.ShouldBeSubsetOf(all);
        foreach (var device in new[] { mine.Device, theirs.Device, parks.Device })
            await device.DisposeAsync();

        async Task<List<int>> Ids(string path) => [.. (await client.GetFromJsonAsync<JsonElement>($"/api/v1/{path}", Token)).EnumerateArray().Select(one => one.Id())];
    }

    /// <summary>A point with a device that has sent a value.</summary>
    private static async Task<(int Point, int Channel, string Mn, TestDevice Device)> Measure(ServerProcess server, int? enterprise)
    {
        var mn = Api.NewMn();
        await server.Register(mn);
        var point = (await server.Post<JsonElement>("/api/v1/points", new { name = $"排口 {mn}", kind = "WasteWater", enterpriseId = enterprise })).Id();
        var channel = (await server.Post<JsonElement>("/api/v1/channels", new { pointId = point, deviceMn = mn, factorCode = "w01018", name = "化学需氧量", unit = "mg/L" })).Id();
        var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, Park.Now.AddSeconds(-30), "w01018-Rtd=11.1,w01018-Flag=N"));
        await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 1);
        return (point, channel, mn, device);
    }

    /// <summary>An enterprise with one record of every kind that enterprises have; each says the secret.</summary>
    private static async Task<Dictionary<string, int>> Plant(HttpClient park, string secret)
    {
        var enterprise = (await park.Post("enterprises", RecordApi.Enterprise(secret + "公司")).Saved()).Id();
        var planted = new Dictionary<string, int> { ["enterprises"] = enterprise };
        planted["enterprise-contacts"] = await Add("enterprise-contacts", new { enterpriseId = enterprise, name = secret, duty = "环保负责人", phone = "13811112222" });
        planted["enterprise-eias"] = await Add("enterprise-eias", new { enterpriseId = enterprise, project = secret, kind = "报告表" });
        planted["permits"] = await Add("permits", new { enterpriseId = enterprise, number = secret, category = "重点管理", validFrom = "2024-01-01", validTo = "2029-01-01", state = "有效" });
        planted["permit-outlets"] = await Add("permit-outlets", new { enterpriseId = enterprise, permitId = planted["permits"], code = "DA001", name = secret, kind = "废气主要排放口" });
        planted["permit-limits"] = await Add("permit-limits", new { enterpriseId = enterprise, permitOutletId = planted["permit-outlets"], factor = "a21026", limit = 50, unit = "mg/m³", standard = secret, validFrom = "2024-01-01" });
        var mn = Api.NewMn();
        await park.PostAsJsonAsync("/api/v1/devices/", new { mn, name = secret, systemCode = "32", password = "123456" }, Token).Saved();
        var point = (await park.PostAsJsonAsync("/api/v1/points/", new { name = secret, kind = "WasteWater", enterpriseId = enterprise }, Token).Saved()).Id();
        await park.PostAsJsonAsync("/api/v1/channels/", new { pointId = point, deviceMn = mn, factorCode = "w01018", name = secret }, Token).Saved();
        return planted;

        async Task<int> Add(string type, object values) => (await park.Post(type, values).Saved()).Id();
    }

    private static string Address(string template, Dictionary<string, int> mine)
    {
        var type = template.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, _, "records", var name, ..] ? name : "";
        var path = template.Replace("{id}", mine.GetValueOrDefault(type, 1).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]+\}", "1");
    }

    private static HttpRequestMessage Request(string method, string address, int enterprise)
    {
        var query = method == "delete" ? "?why=x" : method == "get" ? $"?q=&take=500&cols=" : "";
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), address + query);
        if (method is not ("post" or "put"))
            return request;
        request.Content = address.EndsWith("/import", StringComparison.Ordinal) || address.EndsWith("/import/result", StringComparison.Ordinal) || address.EndsWith("/attachments", StringComparison.Ordinal)
            ? new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7"u8.ToArray()), "file", "a.pdf" } }
            : JsonContent.Create(new { values = new { enterpriseId = enterprise }, remark = "x" });
        return request;
    }
}
