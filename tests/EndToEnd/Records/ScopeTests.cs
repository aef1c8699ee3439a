using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Outlets;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>An enterprise sees its own and nothing of another, whichever way it asks.</summary>
public sealed class ScopeTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What says nothing of any enterprise, or needs days of data (peaks of a fence and leaks to come, which FenceTests and LdarTests ask for with a stranger): codes, the park's own records, the reader's own settings, forms to fill in.</summary>
    private static readonly string[] Silent =
    [
        "/factors", "/flows/", "/conformity", "/reports", "/messages", "/me/", "/quality/", "/template", "/fields", "/qr", "/dictionaries", "/outlets/emissions", "/alarms/statistics", "/instruments/runs", "/readings/superseded",
        "/statistics/facts", "/statistics/saved",
        "/records/park", "/records/planning-procedures", "/records/milestones", "/records/control-units", "/records/receptors", "/records/waters", "/records/roads", "/records/ecological-areas", "/records/waste-disposers", "/waste/receivers", "/manual/peaks", "/manual/differences", "/records/fence-actions", "/records/laboratories", "/manual/laboratories", "/ldar/outlook",
    ];

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Nobody_is_told_of_another_enterprise_by_any_endpoint_of_the_document_and_the_park_is_by_the_same_addresses(Database database)
    {
        var server = await servers.On(database);
        await using var park = await ScopePark.Build(server);
        using var foreign = await RecordApi.SignedIn(server, $"walk-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Walker);
        var document = await foreign.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);
        var walk = new ScopeWalk(park, document);
        walk.TypesOfEnterprises().Except(["alarm-rules", "notification-rules"]).ShouldBe(park.Records.Keys.Except(["enterprises"]), ignoreOrder: true, "a type of enterprises that is not planted is not looked at");

        var (told, silent, leaks, mute) = (0, new List<string>(), new List<string>(), new List<string>());
        foreach (var (path, address) in walk.Reads())
        {
            var (status, text) = await ScopeWalk.Ask(foreign.Client, address);
            ((int)status).ShouldBeLessThan(500, $"{address}: {text}");
            leaks.AddRange(park.Secrets.Concat(park.FormerSecrets).Where(secret => text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{address}: {secret}"));
            if (status == HttpStatusCode.Forbidden)
                continue;
            // The walk proves something only where the park gets an answer from the same address.
            var (allowed, whole) = await ScopeWalk.Ask(server.Client, address);
            if (allowed != HttpStatusCode.OK && !IsOfNobody(path))
                mute.Add($"{address}: {allowed} {whole}");
            if (park.Secrets.Any(secret => whole.Contains(secret, StringComparison.Ordinal)))
                told++;
            // Other tests import enterprises by the hundred: theirs may fill the one page.
            else if (path != "/api/v1/records/enterprises" && !Array.Exists(Silent, part => path.Contains(part, StringComparison.Ordinal)) && allowed == HttpStatusCode.OK)
                silent.Add(address);
        }

        // Nothing is trained in tests; of the park's own records there need be none; reports name themselves.
        bool IsOfNobody(string path) => path.EndsWith("/forecast", StringComparison.Ordinal) || path.Contains("/reports/", StringComparison.Ordinal) || path.Contains("/statistics/saved/", StringComparison.Ordinal)
            || (path.StartsWith("/api/v1/records/", StringComparison.Ordinal) && !park.Records.ContainsKey(path.Split('/')[4]));

        leaks.ShouldBeEmpty();
        mute.ShouldBeEmpty();
        silent.ShouldBeEmpty();
        told.ShouldBeGreaterThan(90);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Nothing_of_another_enterprise_is_changed_by_any_endpoint_of_the_document(Database database)
    {
        var server = await servers.On(database);
        await using var park = await ScopePark.Build(server);
        using var foreign = await RecordApi.SignedIn(server, $"write-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Walker);
        var walk = new ScopeWalk(park, await foreign.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token));
        var before = await State();
        var (asked, succeeded) = (0, new List<string>());
        foreach (var (method, path, address) in walk.Writes())
        {
            using var request = Request(method, address, park.Enterprise);
            using var answer = await foreign.Client.SendAsync(request, Token);
            var text = await answer.Content.ReadAsStringAsync(Token);
            asked++;
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method} {path}: {text}");
            text.ShouldNotContain(park.Marker);
            if (path.Contains("{id}", StringComparison.Ordinal) && answer.IsSuccessStatusCode)
                succeeded.Add($"{method} {path}");
        }

        asked.ShouldBeGreaterThan(150);
        succeeded.ShouldBeEmpty();
        (await State()).ShouldBe(before);

        // Every record with its revision and documents, the alarm, the proposal and the points, as the park sees them.
        async Task<string> State()
        {
            var state = new List<string>();
            foreach (var (type, id) in park.Records)
                state.AddRange([await server.Client.GetStringAsync($"/api/v1/records/{type}/{id}", Token), await server.Client.GetStringAsync($"/api/v1/records/{type}/{id}/attachments", Token)]);
            state.Add(await server.Client.GetStringAsync($"/api/v1/alarms/{park.Others["alarms"]}/steps", Token));
            state.Add(await server.Client.GetStringAsync($"/api/v1/proposals/{park.Others["proposals"]}", Token));
            state.AddRange((await server.Get<List<JsonElement>>("/api/v1/points")).Where(point => point.Id() == park.Others["points"]).Select(point => point.GetRawText()));
            return string.Join('\n', state);
        }
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_changed_hands_is_told_to_each_owner_for_its_own_days(Database database)
    {
        var server = await servers.On(database);
        await using var park = await ScopePark.Build(server);
        using var now = await RecordApi.SignedIn(server, $"now-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Walker);
        using var then = await RecordApi.SignedIn(server, $"then-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Former);
        var readings = $"interval=Hour&from={ScopePark.From}&to={ScopePark.To}&channelId={park.MovedChannel}";
        var days = $"from={OutletPark.Day(0)}&to={OutletPark.Day(3)}";
        string[] addresses =
        [
            $"/api/v1/readings?{readings}", $"/api/v1/readings/curve?{readings}", $"/api/v1/readings/export.csv?{readings}", $"/api/v1/readings/export.xlsx?{readings}",
            $"/api/v1/readings?{readings.Replace("Hour", "Day", StringComparison.Ordinal)}&origin=RolledUp", $"/api/v1/readings?{readings.Replace("Hour", "Month", StringComparison.Ordinal)}&origin=RolledUp",
            $"/api/v1/outlets/{park.MovedPoint}/hours?{days}", $"/api/v1/outlets/{park.MovedPoint}/hours.xlsx?{days}", $"/api/v1/outlets/{park.MovedPoint}/period?{days}",
            $"/api/v1/outlets/valve-orders?pointId={park.MovedPoint}", "/api/v1/instruments/records?take=500", "/api/v1/instruments/checks?take=500", "/api/v1/alarms?f.state=all", "/api/v1/alarms/export.xlsx",
            $"/api/v1/records/enterprise-contacts/{park.MovedRecord}/history", $"/api/v1/records/enterprise-contacts/{park.MovedRecord}/attachments", $"/api/v1/records/enterprise-contacts/{park.MovedRecord}/attachments/{park.MovedAttachment}",
        ];
        // Days and months are rolled up later than anybody waits for here: whose they are, TenureTests say.
        foreach (var address in addresses)
        {
            var (parks, whole) = await ScopeWalk.Ask(server.Client, address.Replace("/alarms?", $"/alarms?q={park.MovedMn}&", StringComparison.Ordinal));
            parks.ShouldBe(HttpStatusCode.OK, address);
            var (_, mine) = await ScopeWalk.Ask(now.Client, address);
            park.FormerSecrets.ShouldAllBe(secret => !mine.Contains(secret, StringComparison.Ordinal), address);
            if (address.Contains("RolledUp", StringComparison.Ordinal))
                continue;
            park.FormerSecrets.ShouldContain(secret => whole.Contains(secret, StringComparison.Ordinal), $"the walk finds nothing at {address}");
            var (theirs, kept) = await ScopeWalk.Ask(then.Client, address);
            theirs.ShouldBe(HttpStatusCode.OK, address);
            park.FormerSecrets.ShouldContain(secret => kept.Contains(secret, StringComparison.Ordinal), address);
        }

        (await ScopeWalk.Ask(now.Client, $"/api/v1/records/enterprise-contacts/{park.MovedRecord}/history")).Text.ShouldContain("改名之后");
        (await ScopeWalk.Ask(then.Client, $"/api/v1/records/enterprise-contacts/{park.MovedRecord}/history")).Text.ShouldNotContain("改名之后");
        (await ScopeWalk.Ask(then.Client, $"/api/v1/records/enterprise-contacts/{park.MovedRecord}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_comes_after_the_hand_over_is_the_new_owners_alone(Database database)
    {
        var server = await servers.On(database);
        await using var park = await ScopePark.Build(server);
        using var now = await RecordApi.SignedIn(server, $"new-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Walker);
        using var then = await RecordApi.SignedIn(server, $"old-{park.Walker}-{database}".ToLowerInvariant(), "enterprise-officer", park.Former);
        using var stream = new StreamReader(await then.Client.GetStreamAsync("/api/v1/live", Token));
        var heard = await stream.ReadLineAsync(Token);
        // The new permit and its owner hold from the next telegram on; until it has been looked at, the value is sent again.
        await Api.Until(
            async () =>
            {
                await park.SendMoved("w01018-Rtd=5678.25,w01018-Flag=N");
                return await now.Client.GetStringAsync("/api/v1/alarms?f.state=all", Token);
            },
            text => text.Contains("5678.25", StringComparison.Ordinal), TimeSpan.FromSeconds(60));
        (await now.Client.GetStringAsync("/api/v1/readings/latest", Token)).ShouldContain("5678.25");
        foreach (var address in new[]
        {
            "/api/v1/readings/latest", $"/api/v1/readings?interval=RealTime&from={ScopePark.From}&to={ScopePark.To}&channelId={park.MovedChannel}", "/api/v1/outlets", "/api/v1/alarms?f.state=all", "/api/v1/points",
        })
        {
            var (status, text) = await ScopeWalk.Ask(then.Client, address);
            status.ShouldBe(HttpStatusCode.OK, address);
            text.ShouldNotContain("5678.25", customMessage: address);
            text.ShouldNotContain($"\"enterpriseId\":{park.Walker}", customMessage: address);
        }

        // What was heard since the stream began, as far as it has come.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(1));
        try
        {
            while (await stream.ReadLineAsync(patience.Token) is { } line)
                heard += line;
        }
        catch (OperationCanceledException)
        {
            // Silence is what is hoped for.
        }

        heard!.ShouldNotContain("5678.25");
        // A channel takes its past along, so it does not go to somebody else's outlet by itself.
        var own = (await server.Get<List<JsonElement>>($"/api/v1/channels?pointId={park.Others["points"]}")).First();
        (await server.Client.PutAsJsonAsync($"/api/v1/channels/{own.Id()}", new { pointId = park.MovedPoint, deviceMn = park.Mn, factorCode = own.GetProperty("factorCode").GetString(), name = "通道" }, Token).Refused(HttpStatusCode.BadRequest))
            .GetProperty("detail").GetString()!.ShouldContain("归属企业不同");
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
    private static async Task<(int Point, int Channel, string Mn, TestDevice Device)> Measure(TestServer server, int? enterprise)
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
