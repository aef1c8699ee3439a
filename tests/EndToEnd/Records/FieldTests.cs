using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Records;

/// <summary>What phones bring back from the plant: judged as at the desk, stored once however often it is sent, and whatever is wrong refused by itself and in Chinese.</summary>
public sealed class FieldTests(Servers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_sheet_has_all_that_the_plant_asks_for_and_nothing_for_somebody_else(Database database)
    {
        var server = await servers.On(database);
        using var park = await FieldPark.Build(server, database);
        var sheet = await Sheet(park);
        sheet.GetProperty("points").EnumerateArray().Select(one => (one.GetProperty("code").GetString(), one.GetProperty("isDue").GetBoolean(), one.GetProperty("limit").GetDouble(), one.GetProperty("isLimitInclusive").GetBoolean()))
            .ShouldBe([(park.Code(1), true, 2_000, true), (park.Code(2), true, 2_000, true), (park.Code(3), true, 2_000, true), (park.Code(4), false, 2_000, true)]);
        sheet.GetProperty("points")[3].GetProperty("refusal").GetString().ShouldBe($"密封点 {park.Code(4)} 登记为不可达（保温层内），请先更正密封点。");
        (sheet.GetProperty("offset").GetString(), sheet.GetProperty("calibratedAt").GetDateTime().ToUniversalTime(), sheet.GetProperty("maySend").GetBoolean()).ShouldBe(("+08:00", DateTimeOffset.Parse(FieldPark.At("08:00:00"), null).UtcDateTime, true));
        (await park.Officer.Client.GetStringAsync("/api/v1/ldar/field/surveys", Token)).ShouldContain(park.SurveyCode);
        (await park.Officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/ldar/field/surveys/{park.Survey}?prefix={park.Code(2)}", Token)).GetProperty("points").GetArrayLength().ShouldBe(1);

        // A round asks for what is due in it: the first seal was read a day ago, the next time is in three months.
        var round = (await server.Client.Post("ldar-rounds", new { enterpriseId = park.Enterprise, name = "轮" + park.Mark, first = FieldPark.Day, last = FieldPark.Day, contractor = "试验" }).Saved()).Id();
        await server.Client.Put("ldar-surveys", park.Survey, new { roundId = round }).Saved();
        var before = DateOnly.Parse(FieldPark.Day, null).AddDays(-1).ToString("yyyy-MM-dd", null);
        var earlier = (await server.Client.Post("ldar-surveys", new { enterpriseId = park.Enterprise, code = "XD-" + park.Mark, unitId = park.Unit, instrumentId = park.Instrument, calibratedAt = $"{before} 08:00", calibrationPpm = 500, day = before, inspector = "李四" }).Saved()).Id();
        await server.Client.Post("ldar-backgrounds", new { unitId = park.Unit, instrumentId = park.Instrument, enterpriseId = park.Enterprise, at = $"{before} 09:00", ppm = 2, person = "李四" }).Saved();
        await server.Client.Post("ldar-readings", new { enterpriseId = park.Enterprise, surveyId = earlier, sealPointId = park.Seals[0], at = $"{before} 10:00", reading = 12 }).Saved();
        (await Sheet(park)).GetProperty("points").EnumerateArray().Select(one => one.GetProperty("isDue").GetBoolean()).ShouldBe([false, true, true, false]);

        using var stranger = await RecordApi.SignedIn(server, $"field-x-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        (await stranger.Client.GetStringAsync("/api/v1/ldar/field/surveys", Token)).ShouldNotContain(park.Mark);
        await stranger.Client.GetAsync($"/api/v1/ldar/field/surveys/{park.Survey}", Token).Refused(HttpStatusCode.NotFound);
        (await park.Send(stranger.Client, Background("b", "09:00:00", 3)).Refused(HttpStatusCode.NotFound)).ToString().ShouldContain("没有这条LDAR 现场检测");
        (await park.Stored("ldar-backgrounds")).Count.ShouldBe(1);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task What_is_sent_is_judged_by_the_rules_of_the_desk_and_stored_once(Database database)
    {
        var server = await servers.On(database);
        using var park = await FieldPark.Build(server, database);
        var words = (await Sheet(park)).GetProperty("words");
        string Words(string name) => words.GetProperty(name).GetString()!;

        // Without a background none is taken, in the words that the phone has; the desk says the same.
        (await park.Answers(Reading("r1", 0, "10:00:00", 8_003)))["r1"].GetProperty("reason").GetString().ShouldBe(Words("noBackground"));
        (await park.Officer.Client.Post("ldar-readings", new { surveyId = park.Survey, sealPointId = park.Seals[0], at = FieldPark.At("10:00:00"), reading = 8_003 }).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString().ShouldBe(Words("noBackground"));

        // The background of the same batch counts, wherever it stands in it.
        object[] batch = [Reading("r1", 0, "10:00:00", 8_003, 20), Reading("r2", 1, "08:30:00", 43), Reading("r3", 2, "10:10:00", 60_000), Background("b", "09:00:00", 3)];
        var first = await park.Answers(batch);
        (first["r1"].GetProperty("net").GetDouble(), first["r1"].GetProperty("limit").GetDouble(), first["r1"].GetProperty("isLeak").GetBoolean()).ShouldBe((8_000, 2_000, true));
        first["r2"].GetProperty("reason").GetString().ShouldBe(Words("beforeBackground").Replace("{at}", $"{FieldPark.Day} 08:30", StringComparison.Ordinal).Replace("{background}", $"{FieldPark.Day} 09:00", StringComparison.Ordinal));
        first["r3"].GetProperty("reason").GetString().ShouldBe(Words("outOfRange").Replace("{ppm}", "60000", StringComparison.Ordinal));
        first["r3"].GetProperty("reason").GetString().ShouldBe($"读数 60000 ppm 超过仪器 {park.Serial} 的量程上限 50000 ppm。");
        var stored = (await park.Stored("ldar-readings")).ShouldHaveSingleItem();
        (stored.GetProperty("net").GetDouble(), stored.GetProperty("isLeak").GetBoolean(), stored.GetProperty("dwellSeconds").GetInt32()).ShouldBe((8_000, true, 20));

        // The answer was lost: sent again, by four at once, it is stored once and told as stored.
        object[] good = [batch[3], batch[0], Reading("r2", 1, "10:05:00", 43)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => park.Answers(good)));
        answers.ShouldAllBe(one => one.Values.All(answer => answer.GetProperty("reason").GetString() == ""));
        foreach (var key in new[] { "b", "r1", "r2" })
            answers.Select(one => one[key].Id()).Distinct().Count().ShouldBe(1, key);
        answers[0]["r1"].Id().ShouldBe(first["r1"].Id());
        answers.Count(one => !one["r2"].GetProperty("isKnown").GetBoolean()).ShouldBe(1);
        answers[0]["r1"].GetProperty("net").GetDouble().ShouldBe(8_000);
        ((await park.Stored("ldar-readings")).Count, (await park.Stored("ldar-backgrounds")).Count).ShouldBe((2, 1));

        // The same moment with another value is no repetition; corrected, the refused one is taken.
        (await park.Answers(Reading("r1", 0, "10:00:00", 9_003, 20)))["r1"].GetProperty("reason").GetString()!.ShouldContain("已有一条LDAR 密封点检测");
        (await park.Answers(Reading("r3", 2, "10:10:00", 60)))["r3"].GetProperty("net").GetDouble().ShouldBe(57);
        (await Sheet(park)).GetProperty("readings").EnumerateArray().Select(one => one.GetProperty("net").GetDouble()).Order().ShouldBe([40, 57, 8_000]);

        // Weather and a seal that nobody reaches; both are known the second time and change nothing.
        object[] rest = [new { key = "w", kind = "weather", values = new { weather = "晴", windSpeed = 2.5 } }, new { key = "u", kind = "unreachable", values = new { sealPointId = park.Seals[2], inaccessibleWhy = "高处" } }];
        (await park.Answers(rest)).Values.ShouldAllBe(one => one.GetProperty("reason").GetString() == "" && !one.GetProperty("isKnown").GetBoolean());
        var revisions = await Revisions();
        (await park.Answers(rest)).Values.ShouldAllBe(one => one.GetProperty("isKnown").GetBoolean());
        (await Revisions()).ShouldBe(revisions);
        var survey = (await server.Get<JsonElement>($"/api/v1/records/ldar-surveys/{park.Survey}")).GetProperty("values");
        (survey.GetProperty("weather").GetString(), survey.GetProperty("windSpeed").GetDouble()).ShouldBe(("晴", 2.5));
        (await park.Answers(Reading("r4", 2, "11:00:00", 5)))["r4"].GetProperty("reason").GetString().ShouldBe($"密封点 {park.Code(3)} 登记为不可达（高处），请先更正密封点。");

        // A colleague's phone reads other seals of the same survey; keys are each phone's own.
        using var colleague = await RecordApi.SignedIn(server, $"field-c-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        (await park.Send(colleague.Client, Reading("r1", 1, "12:00:00", 9)).Saved()).GetProperty("answers")[0].GetProperty("net").GetDouble().ShouldBe(6);
        (await Sheet(park)).GetProperty("readings").EnumerateArray().Select(one => one.GetProperty("net").GetDouble()).Order().ShouldBe([6, 40, 57, 8_000]);

        // Who may look only, does.
        using var director = await RecordApi.SignedIn(server, $"field-d-{park.Enterprise}-{database}".ToLowerInvariant(), "director", null);
        (await director.Client.GetFromJsonAsync<JsonElement>($"/api/v1/ldar/field/surveys/{park.Survey}", Token)).GetProperty("maySend").GetBoolean().ShouldBeFalse();
        await park.Send(director.Client, Reading("r5", 1, "12:10:00", 9)).Refused(HttpStatusCode.Forbidden);
        (await park.Stored("ldar-readings")).Count.ShouldBe(4);

        async Task<(int, int)> Revisions() => ((await server.Get<JsonElement>($"/api/v1/records/ldar-surveys/{park.Survey}")).GetProperty("revision").GetInt32(), (await server.Get<JsonElement>($"/api/v1/records/ldar-seal-points/{park.Seals[2]}")).GetProperty("revision").GetInt32());

        object Reading(string key, int seal, string time, double ppm, int? dwell = null) => FieldTests.Reading(key, park.Seals[seal], time, ppm, dwell);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Whatever_is_wrong_is_refused_in_chinese_and_stores_nothing(Database database)
    {
        var server = await servers.On(database);
        using var park = await FieldPark.Build(server, database);
        using var other = await FieldPark.Build(server, database);
        await park.Answers(Background("b", "09:00:00", 3));
        var wrong = new (object Entry, string Told)[]
        {
            (Reading("foreign", other.Seals[0], "10:00:00", 5), "密封点"),
            (Reading("unknown", 2_000_000_000, "10:00:00", 5), "密封点"),
            (Reading("negative", park.Seals[0], "10:00:00", -1), "仪器检测浓度应在 0"),
            (new { key = "future", kind = "reading", values = new { sealPointId = park.Seals[0], at = "2099-01-01T08:00:00+08:00", reading = 5 } }, "还没有到"),
            (new { key = "day", kind = "reading", values = new { sealPointId = park.Seals[0], at = "2026-01-01T08:00:00+08:00", reading = 5 } }, "检测时间应在现场检测"),
            (new { key = "word", kind = "reading", values = new { sealPointId = park.Seals[0], at = FieldPark.At("10:00:00"), reading = "很大" } }, "仪器检测浓度"),
            (new { key = "empty", kind = "reading", values = new { } }, "请填写"),
            (new { key = "made-up", kind = "reading", values = new { sealPointId = park.Seals[0], at = FieldPark.At("10:00:00"), reading = 5, net = 1 } }, "没有可填的字段“net”"),
            (new { key = "kind", kind = "repair", values = new { } }, "没有“repair”这种条目"),
            (new { key = "closed", kind = "unreachable", values = new { sealPointId = other.Seals[0], inaccessibleWhy = "高处" } }, "不在现场检测的装置内"),
            (new { key = "why", kind = "unreachable", values = new { sealPointId = park.Seals[0] } }, "请填写原因"),
            (new { key = "wind", kind = "weather", values = new { windSpeed = 900 } }, "风速"),
            (new { key = "ground", kind = "background", values = new { at = FieldPark.At("09:30:00"), ppm = -3 } }, "本底浓度应在 0"),
            (Reading("good", park.Seals[1], "10:00:00", 5), ""),
        };
        var answers = await park.Answers([.. wrong.Select(one => one.Entry)]);
        foreach (var (entry, told) in wrong)
        {
            var key = (string)entry.GetType().GetProperty("key")!.GetValue(entry)!;
            answers[key].GetProperty("reason").GetString()!.ShouldContain(told, customMessage: key);
            (answers[key].GetProperty("id").ValueKind == JsonValueKind.Number).ShouldBe(key == "good", key);
        }

        (await park.Stored("ldar-readings")).Select(one => one.GetProperty("pointCode").GetString()).ShouldBe([park.Code(2)]);
        ((await park.Stored("ldar-backgrounds")).Count, (await other.Stored("ldar-readings")).Count).ShouldBe((1, 0));
        (await other.Stored("ldar-seal-points")).Count(one => one.GetProperty("isAccessible").GetBoolean()).ShouldBe(3);

        // Too many, somebody else's phone, and what cannot be read: nothing at all of it.
        var many = Enumerable.Range(0, 10_001).Select(number => Reading($"m{number}", park.Seals[0], $"11:{number / 60 % 60:00}:{number % 60:00}", 5)).ToList();
        (await park.Send(park.Officer.Client, many).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString().ShouldBe("一次至多发送 1000 条，收到 10001 条，没有保存其中任何一条；请分批发送。");
        (await park.Send(park.Officer.Client, [Reading("g", park.Seals[0], "11:00:00", 5), null]).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("空的条目");
        (await park.Officer.Client.PostAsJsonAsync($"/api/v1/ldar/field/surveys/{park.Survey}/entries", new { user = park.OfficerId + 1, entries = new[] { Reading("g", park.Seals[0], "11:00:00", 5) } }, Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("另一个用户录入的");
        foreach (var body in new object[] { new { }, new { entries = new[] { new { key = "x" } } }, new { entries = 5 } })
            (await park.Officer.Client.PostAsJsonAsync($"/api/v1/ldar/field/surveys/{park.Survey}/entries", body, Token).Refused(HttpStatusCode.BadRequest)).ToString().ShouldContain("没有执行");
        (await park.Officer.Client.PostAsJsonAsync($"/api/v1/ldar/field/surveys/{other.Survey}/entries", new { entries = new[] { Reading("g", park.Seals[0], "11:00:00", 5) } }, Token).Refused(HttpStatusCode.NotFound)).ToString().ShouldContain("没有这条LDAR 现场检测");
        using var nobody = new SignInClient(server.Http);
        await park.Send(nobody.Client, Reading("g", park.Seals[0], "11:00:00", 5)).Refused(HttpStatusCode.Unauthorized);
        (await park.Stored("ldar-readings")).Count.ShouldBe(1);
    }

    private static object Background(string key, string time, double ppm) => new { key, kind = "background", values = new { at = FieldPark.At(time), ppm } };

    private static object Reading(string key, int seal, string time, double ppm, int? dwell = null) => new { key, kind = "reading", values = new { sealPointId = seal, at = FieldPark.At(time), reading = ppm, dwellSeconds = dwell } };

    private static Task<JsonElement> Sheet(FieldPark park) => park.Officer.Client.GetFromJsonAsync<JsonElement>($"/api/v1/ldar/field/surveys/{park.Survey}", Token);
}
