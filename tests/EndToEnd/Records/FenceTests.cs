using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.Hj212;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Records;

/// <summary>Two automatic points at a fence, one in the north that also measures the wind, one in the south.</summary>
public sealed class FenceTests(Servers servers, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Each_hour_is_compared_by_the_wind_that_blew(Database database)
    {
        var server = await servers.On(database);
        var enterprise = await server.Client.NewEnterprise();
        using var stranger = await RecordApi.SignedIn(server, $"fence-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        var (north, south) = (await Point(server, enterprise, "北厂界", 32.051, "a24088", "a01007", "a01008"), await Point(server, enterprise, "南厂界", 32.049, "a24088"));
        var first = new DateTime(Park.Now.Year, Park.Now.Month, Park.Now.Day, Park.Now.Hour, 0, 0).AddHours(-5);
        await using var device = TestDevice.Connect(server.Gateway);
        await Hour(device, north, first, "a24088-Avg=0.10,a24088-Flag=N;a01007-Avg=2,a01007-Flag=N;a01008-Avg=350,a01008-Flag=N");
        await Hour(device, north, first.AddHours(1), "a24088-Avg=0.10,a24088-Flag=N;a01007-Avg=0.3,a01007-Flag=N;a01008-Avg=350,a01008-Flag=N");
        await Hour(device, north, first.AddHours(2), "a24088-Avg=0.90,a24088-Flag=N;a01007-Avg=3,a01007-Flag=N;a01008-Avg=170,a01008-Flag=N");
        await Hour(device, north, first.AddHours(3), "a24088-Avg=9.99,a24088-Flag=D;a01007-Avg=3,a01007-Flag=N;a01008-Avg=170,a01008-Flag=N");
        await using var other = TestDevice.Connect(server.Gateway);
        foreach (var (at, value) in new[] { 0.40, 0.40, 0.25, 0.25 }.Index())
            await Hour(other, south, first.AddHours(at), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={value},a24088-Flag=N"));

        var pairs = await Api.Until(() => server.Get<JsonElement>($"/api/v1/manual/fence?enterprise={enterprise}&factor=a24088&days=1"), found => found.GetProperty("hours").GetArrayLength() == 4 && found.GetProperty("windSource").GetString()!.StartsWith("北厂界", StringComparison.Ordinal));
        pairs.GetProperty("hours").EnumerateArray().Select(hour => (hour.GetProperty("state").GetString(), Number(hour, "background"), Number(hour, "highest"), Number(hour, "difference") is { } difference ? Math.Round(difference, 9) : (double?)null)).ShouldBe(
            [("Pair", 0.1, 0.4, 0.3), ("Calm", null, null, null), ("Pair", 0.25, 0.9, 0.65), ("NoDownwind", 0.25, null, null)]);
        await stranger.Client.GetAsync($"/api/v1/manual/fence?enterprise={enterprise}", Token).Refused(HttpStatusCode.NotFound);
    }

    /// <summary>Two days of a point that sees little but twice, and of its neighbour that sees the second time too.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Hours_far_above_the_usual_are_listed_with_their_wind_and_who_saw_them_too(Database database)
    {
        var server = await servers.On(database);
        var enterprise = await server.Client.NewEnterprise();
        var (north, south) = (await Point(server, enterprise, "北厂界", 32.061, "a24088", "a01007", "a01008"), await Point(server, enterprise, "南厂界", 32.059, "a24088"));
        var first = new DateTime(Park.Now.Year, Park.Now.Month, Park.Now.Day, Park.Now.Hour, 0, 0).AddHours(-60);
        await using var device = TestDevice.Connect(server.Gateway);
        await using var other = TestDevice.Connect(server.Gateway);
        for (var hour = 0; hour < 56; hour++)
        {
            var usual = hour % 2 == 0 ? 0.10 : 0.12;
            await Hour(device, north, first.AddHours(hour), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={(hour is 10 or 11 ? 0.9 + (hour / 100.0) : hour == 40 ? 0.6 : usual)},a24088-Flag=N;a01007-Avg=2,a01007-Flag=N;a01008-Avg={(hour == 11 ? 200 : 20)},a01008-Flag=N"));
            await Hour(other, south, first.AddHours(hour), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={(hour == 41 ? 0.5 : usual)},a24088-Flag=N"));
        }

        var peaks = await Api.Until(() => server.Get<JsonElement>($"/api/v1/manual/peaks?enterprise={enterprise}&factor=a24088&days=7"), found => found.GetArrayLength() == 3);
        peaks.EnumerateArray().Select(row => (row.GetProperty("peak").GetProperty("point").GetString()![..3], row.GetProperty("peak").GetProperty("hours").GetInt32(), Number(row.GetProperty("peak"), "highest"), Number(row, "windFrom"), row.GetProperty("seen").GetArrayLength())).ShouldBe(
            [("南厂界", 1, 0.5, 20, 1), ("北厂界", 1, 0.6, 20, 1), ("北厂界", 2, 1.01, 200, 0)]);
        // Each is handled as an alarm, with what blew; the wind of the second day came from the north.
        var handled = await Api.Until(() => server.Get<JsonElement>($"/api/v1/manual/peaks?enterprise={enterprise}&factor=a24088&days=7"), found => found.EnumerateArray().Take(2).All(row => row.GetProperty("alarmId").ValueKind == JsonValueKind.Number), TimeSpan.FromSeconds(90));
        var alarm = await server.Get<JsonElement>($"/api/v1/alarms/{handled[1].GetProperty("alarmId").GetInt32()}");
        alarm.ToString().ShouldContain("FencePeak");
        alarm.ToString().ShouldContain("最高 0.6");
        alarm.ToString().ShouldContain("风向 20°、风速 2.0 m/s；同时段还有 南厂界");
        handled[1].GetProperty("handling").GetString().ShouldBe("待确认");
        using var stranger = await RecordApi.SignedIn(server, $"peak-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        await stranger.Client.GetAsync($"/api/v1/manual/peaks?enterprise={enterprise}", Token).Refused(HttpStatusCode.NotFound);
    }

    /// <summary>A point between two enterprises: two hours of its peak come from the southern one, one from the northern one.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Both_neighbours_of_a_point_get_the_same_evidence(Database database)
    {
        var server = await servers.On(database);
        var (south, north) = (await server.Client.NewEnterprise(), await server.Client.NewEnterprise());
        // Far from what other tests plant.
        var longitude = 118 + (south / 1_000.0);
        await server.Client.Put("enterprises", south, new { longitude, latitude = 31.000 }).Saved();
        await server.Client.Put("enterprises", north, new { longitude, latitude = 31.010 }).Saved();
        await server.Client.Put("enterprises", north, new { materials = "含非甲烷总烃的溶剂" }).Saved();
        var mn = await Point(server, south, "北厂界", 31.004, longitude, "a24088", "a01007", "a01008");
        var first = new DateTime(Park.Now.Year, Park.Now.Month, Park.Now.Day, Park.Now.Hour, 0, 0).AddHours(-4);
        await using var device = TestDevice.Connect(server.Gateway);
        foreach (var (hour, value, speed, from) in new[] { (0, 0.8, 2.0, 180), (1, 0.9, 2.0, 150), (2, 0.7, 0.3, 180), (3, 0.6, 3.0, 10) })
            await Hour(device, mn, first.AddHours(hour), string.Create(CultureInfo.InvariantCulture, $"a24088-Avg={value},a24088-Flag=N;a01007-Avg={speed},a01007-Flag=N;a01008-Avg={from},a01008-Flag=N"));
        var channel = (await server.Channel(mn, "a24088"))!.Id;
        var address = $"/api/v1/manual/evidence?channelId={channel}&from={first:yyyy-MM-ddTHH:mm:ss}%2B08:00&to={first.AddHours(4):yyyy-MM-ddTHH:mm:ss}%2B08:00";
        var evidence = await Api.Until(() => server.Get<JsonElement>(address), found => found.GetProperty("hours").EnumerateArray().All(hour => hour.GetProperty("value").ValueKind == JsonValueKind.Number));
        evidence.GetProperty("windy").GetInt32().ShouldBe(3);
        // 0.004° and 0.006° of latitude on a sphere of 6 371 km.
        evidence.GetProperty("candidates").EnumerateArray().Select(one => (one.GetProperty("enterpriseId").GetInt32(), one.GetProperty("upwind").GetInt32(), Math.Round(one.GetProperty("metres").GetDouble()), Math.Round(one.GetProperty("bearing").GetDouble()), one.GetProperty("isOwner").GetBoolean()))
            .ShouldBe([(south, 2, 445, 180, true), (north, 1, 667, 0, false)]);

        evidence.GetProperty("candidates").EnumerateArray().Select(one => one.GetProperty("listed").EnumerateArray().Select(shown => $"{shown.GetProperty("kind").GetString()} {shown.GetProperty("where").GetString()}").ToArray()).ShouldBe([[], ["原辅材料 主要原辅材料"]]);

        // Whose point it is sees its own side of it alone; the neighbour nothing until the park sends it.
        using var officer = await RecordApi.SignedIn(server, $"cause-{south}-{database}".ToLowerInvariant(), "enterprise-officer", south);
        using var neighbour = await RecordApi.SignedIn(server, $"cause-{north}-{database}".ToLowerInvariant(), "enterprise-officer", north);
        (await officer.Client.GetFromJsonAsync<JsonElement>(address, Token)).GetProperty("candidates").EnumerateArray().Select(one => one.GetProperty("enterpriseId").GetInt32()).ShouldBe([south]);
        await neighbour.Client.GetAsync(address, Token).Refused(HttpStatusCode.NotFound);
        object Order(params int[] enterprises) => new { channelId = channel, from = $"{first:yyyy-MM-ddTHH:mm:ss}+08:00", to = $"{first.AddHours(4):yyyy-MM-ddTHH:mm:ss}+08:00", enterprises };
        await officer.Client.PostAsJsonAsync("/api/v1/manual/evidence", Order(south, north), Token).Refused(HttpStatusCode.Forbidden);
        (await server.Client.PostAsJsonAsync("/api/v1/manual/evidence", Order(), Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("选择至少一家企业");
        (await server.Client.PostAsJsonAsync("/api/v1/manual/evidence", Order(1_999_999), Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("可能来源");
        if (database == Database.Sqlite)
        {
            await using var window = await chromium.Open(server, $"/manual/evidence?channel={channel}&from={first:yyyy-MM-ddTHH:mm}&to={first.AddHours(4):yyyy-MM-ddTHH:mm}");
            await Expect(window.Find($"[data-testid=candidates] tr[data-enterprise='{south}']")).ToContainTextAsync("2 / 3");
            await window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "固定证据并发给所选企业" }).ClickAsync();
            await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/records/fence-causes"));
        }
        else
        {
            (await server.Client.PostAsJsonAsync("/api/v1/manual/evidence", Order(south, north), Token).Saved()).GetProperty("sheets").GetInt32().ShouldBe(2);
        }

        // Sent once: not again to one of them, and then to nobody.
        (await server.Client.PostAsJsonAsync("/api/v1/manual/evidence", Order(south, north), Token).Refused(HttpStatusCode.Conflict)).ToString().ShouldContain("已经发过溯源单");
        var (own, theirs) = (await Sheet(officer), await Sheet(neighbour));
        own.GetProperty("values").GetProperty("evidence").GetString().ShouldBe(theirs.GetProperty("values").GetProperty("evidence").GetString());
        own.GetProperty("values").GetProperty("evidence").GetString()!.ShouldSatisfyAllConditions(text => text.ShouldContain("3 小时中 2 小时处于上风向"), text => text.ShouldContain("3 小时中 1 小时处于上风向"), text => text.ShouldContain("静风"), text => text.ShouldContain("该因子见于：原辅材料；"), text => text.ShouldNotContain("主要原辅材料"), text => text.ShouldContain("收到的证据相同"));
        await Api.Until(() => neighbour.Client.GetFromJsonAsync<PageOf<JsonElement>>("/api/v1/alarms?f.state=open&f.kind=FenceCauseWanted", Token)!, found => found!.Total == 1, TimeSpan.FromSeconds(60));
        // What it answers waits for the park; the evidence is not its to change.
        using (var answer = await neighbour.Client.Put("fence-causes", theirs.Id(), new { causedOn = $"{Park.Now:yyyy-MM-dd}", cause = "当日停产检修，储罐未作业" }))
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await neighbour.Client.Put("fence-causes", theirs.Id(), new { evidence = "没有证据" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("证据和期限由园区填写");
        (await neighbour.Client.Put("fence-causes", theirs.Id(), new { causeDueOn = "2099-01-01", actionDueOn = "2099-02-01" }).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("证据和期限由园区填写");

        async Task<JsonElement> Sheet(SignInClient who) => (await who.Client.GetFromJsonAsync<JsonElement>("/api/v1/records/fence-causes/", Token)).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
    }

    /// <summary>Samples of one day at two sides of a fence: what lies between them, against what the park has set.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_a_fence_adds_is_held_against_the_parks_level(Database database)
    {
        var server = await servers.On(database);
        var client = server.Client;
        var enterprise = await client.NewEnterprise();
        var report = (await client.Post("manual-reports", new { enterpriseId = enterprise, number = $"CJ-{enterprise}", kind = "自行监测" }).Saved()).Id();
        var day = Park.Now.AddDays(-20);
        foreach (var (side, values) in new[] { ("上风向", new[] { "0.010", "<0.004" }), ("下风向", ["0.030", "0.012"]) })
        {
            var point = (await client.Post("manual-points", new { enterpriseId = enterprise, code = side + enterprise, name = side, kind = "厂界无组织", standard = "GB 31571-2015", standardClass = "企业边界" }).Saved()).Id();
            foreach (var (at, value) in values.Index())
                await client.Post("manual-samples", new { enterpriseId = enterprise, reportId = report, pointId = point, factor = "氯乙烯", at = $"{day.AddDays(at * 7):yyyy-MM-dd} 09:00", reported = value, unit = "mg/m³" }).Saved();
        }

        await client.PostAsync($"/api/v1/manual/reports/{report}/approve", null, Token).Saved();
        await client.Post("fence-actions", new { factor = "氯乙烯", level = 3, unit = "μg/m³", since = "2026-01-01", basis = "x", }); // The other database's test may have set it.
        // 0.030 − 0.010 and 0.012 − 0.002: 0.015 mg/m³ on average.
        var row = (await server.Get<JsonElement>($"/api/v1/manual/differences?enterprise={enterprise}")).EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("source").GetString(), Math.Round(row.GetProperty("mean").GetDouble(), 9), Math.Round(row.GetProperty("level").GetDouble(), 9), row.GetProperty("state").GetString(), row.GetProperty("periods").GetArrayLength()).ShouldBe(("手工", 0.015, 0.003, "不足一年，暂高于行动值", 2));
        using var stranger = await RecordApi.SignedIn(server, $"diff-x-{enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await client.NewEnterprise());
        (await stranger.Client.GetFromJsonAsync<JsonElement>($"/api/v1/manual/differences?enterprise={enterprise}", Token)).GetArrayLength().ShouldBe(0);
    }

    private static double? Number(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static Task<string> Point(TestServer server, int enterprise, string name, double latitude, params string[] factors) => Point(server, enterprise, name, latitude, 120.95, factors);

    private static async Task<string> Point(TestServer server, int enterprise, string name, double latitude, double longitude, params string[] factors)
    {
        var mn = Api.NewMn();
        await server.Register(mn, new { fillsGaps = false });
        var point = await server.Post<JsonElement>("/api/v1/points/", new { name = name + mn, kind = "FenceLine", enterpriseId = enterprise, longitude, latitude });
        foreach (var factor in factors)
            await server.Post<JsonElement>("/api/v1/channels/", new { pointId = point.Id(), deviceMn = mn, factorCode = factor, name = factor, unit = factor switch { "a01007" => "m/s", "a01008" => "°", _ => "mg/m³" }, decimals = 3 });
        return mn;
    }

    private static async Task Hour(TestDevice device, string mn, DateTime time, string data)
    {
        await device.Send(TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2017, "39"), Park.Now.AddMilliseconds(time.Hour), CommandCode.HourlyData, $"DataTime={time:yyyyMMddHHmmss};{data}", wantsAnswer: true));
        (await device.Receive()).ShouldNotBeNull();
    }
}
