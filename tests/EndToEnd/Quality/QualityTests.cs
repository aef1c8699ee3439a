using System.Net;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Quality;

/// <summary>Environment quality through the API of a real server, on both databases. Expected values are worked out beside each test from the standards.</summary>
public class QualityTests(Servers servers)
{
    private static CancellationToken Token => RecordApi.Token;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Imported_hours_are_judged_by_the_standard_in_force_that_day(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("试验空气站", "大气环境", "AmbientAir", "二级");
        // One day before GB 3095-2026 and one after, the same air: PM2.5 70 μg/m³, all others clean.
        foreach (var day in new[] { "2026-02-10", "2026-03-10" })
        {
            var report = await server.Client.Imported(point, StationApi.Hours(day, 1, ("PM2.5", _ => "70"), ("PM10", _ => "80"), ("SO2", _ => "10"), ("NO2", _ => "20"), ("CO", _ => "0.5"), ("O3", _ => "60")));
            report.GetProperty("written").GetInt32().ShouldBe(6 * 24);
        }

        // Daily means come with the roll-up. GB 3095-2012 class II: 75 for the day; GB 3095-2026 until 2030: 60. 70/60 − 1 = 0.1667.
        var before = (await Days(server, station, "2026-02-09T16:00:00Z", "2026-02-10T16:00:00Z")).Single();
        var after = (await Days(server, station, "2026-03-09T16:00:00Z", "2026-03-10T16:00:00Z")).Single();
        (before.Value("a34004").GetProperty("outcome").GetString(), before.Value("a34004").GetProperty("standard").GetString()).ShouldBe(("Pass", "GB 3095-2012"));
        (after.Value("a34004").GetProperty("outcome").GetString(), after.Value("a34004").GetProperty("standard").GetString()).ShouldBe(("Fail", "GB 3095-2026"));
        after.Value("a34004").GetProperty("multiple").GetDouble().ShouldBe(0.1667, 0.0001);
        // HJ 633-2012: 50 + 50·(70 − 35)/(75 − 35) = 93.75, up to 94. HJ 633-2026: 100 + 50·(70 − 60)/(115 − 60) = 109.1, up to 110.
        before.GetProperty("aqi").GetInt32().ShouldBe(94);
        after.GetProperty("aqi").GetInt32().ShouldBe(110);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_same_file_again_changes_nothing_and_broken_cells_are_told(Database database)
    {
        var server = await servers.On(database);
        var (point, _) = await server.NewStation("导入试验站", "大气环境", "AmbientAir");
        var text = StationApi.Hours("2026-05-01", 2, ("PM2.5", hour => hour switch { 3 => "三十", 5 => "", _ => "30" }), ("station", _ => "甲"));
        text += "昨天,12,甲\n2026-05-01 00:00,31,甲\n";
        var first = await server.Client.Imported(point, text);
        (first.GetProperty("written").GetInt32(), first.GetProperty("missing").GetInt32(), first.GetProperty("bad").GetInt32()).ShouldBe((46, 1, 3));
        first.GetProperty("badCells").EnumerateArray().Select(cell => (cell.GetProperty("row").GetInt32(), cell.GetProperty("column").GetString())).ShouldBe([(50, "时间"), (5, "PM2.5"), (51, "PM2.5")], ignoreOrder: true);
        var again = await server.Client.Imported(point, text);
        (again.GetProperty("written").GetInt32(), again.GetProperty("unchanged").GetInt32()).ShouldBe((0, 46));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_review_leaves_the_original_and_derived_values_follow(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("审核试验站", "大气环境", "AmbientAir");
        await server.Client.Imported(point, StationApi.Hours("2026-06-01", 1, ("PM2.5", hour => hour == 7 ? "490" : "20")));
        var channel = (await server.Get<List<ChannelRow>>($"/api/v1/channels?pointId={point}")).Single().Id;
        (await DayMean(server, station, value => value > 0)).ShouldBe(((23 * 20) + 490) / 24.0, 1e-6);

        // 07:00 in the park is 23:00 UTC of the day before.
        var hour = new { channelId = channel, interval = "Hour", from = "2026-05-31T23:00:00Z", to = "2026-06-01T00:00:00Z", comment = "校准气未切换" };
        await Review(server, new { hour.channelId, hour.interval, hour.from, hour.to, hour.comment, action = "Reject" });
        (await DayMean(server, station, value => value < 21)).ShouldBe(20, 1e-6);
        await Review(server, new { hour.channelId, hour.interval, hour.from, hour.to, hour.comment, action = "Replace", value = 44 });
        (await DayMean(server, station, value => value > 20.5)).ShouldBe(21, 1e-6);
        await Review(server, new { hour.channelId, hour.interval, hour.from, hour.to, hour.comment, action = "Restore" });
        (await DayMean(server, station, value => value > 39)).ShouldBe(((23 * 20) + 490) / 24.0, 1e-6);
        (await server.Get<List<ReadingRow>>($"/api/v1/readings?channelId={channel}&interval=Hour&origin=Imported&from=2026-05-31T23:00:00Z&to=2026-06-01T00:00:00Z")).Single().Value.ShouldBe(490);
    }

    [Fact]
    public async Task Reviews_that_make_no_sense_are_refused_in_words()
    {
        var server = await servers.On(Database.Sqlite);
        var (point, _) = await server.NewStation("审核试验站", "大气环境", "AmbientAir");
        await server.Client.Imported(point, StationApi.Hours("2026-06-01", 1, ("PM2.5", _ => "20")));
        var channel = (await server.Get<List<ChannelRow>>($"/api/v1/channels?pointId={point}")).Single().Id;
        async Task Refused(string code, object request)
        {
            var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(server.Client, "/api/v1/quality/reviews", request, Token);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement.GetProperty("code").GetString().ShouldBe(code);
        }

        await Refused("no-comment", new { channelId = channel, interval = "Hour", from = "2026-05-31T23:00:00Z", to = "2026-06-01T00:00:00Z", action = "Reject", comment = " " });
        await Refused("no-value", new { channelId = channel, interval = "Hour", from = "2026-05-31T23:00:00Z", to = "2026-06-01T00:00:00Z", action = "Replace", comment = "x" });
        await Refused("bad-range", new { channelId = channel, interval = "Hour", from = "2026-06-01T00:00:00Z", to = "2026-06-01T00:00:00Z", action = "Reject", comment = "x" });
        await Refused("bad-interval", new { channelId = channel, interval = "Month", from = "2026-05-31T23:00:00Z", to = "2026-06-01T00:00:00Z", action = "Reject", comment = "x" });
        await Refused("nothing", new { channelId = channel, interval = "Hour", from = "2020-05-31T23:00:00Z", to = "2020-06-01T00:00:00Z", action = "Reject", comment = "x" });
        await Refused("not-found", new { channelId = 99_999, interval = "Hour", from = "2026-05-31T23:00:00Z", to = "2026-06-01T00:00:00Z", action = "Reject", comment = "x" });
    }

    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("a,b\n1,2\n", "no-time")]
    [InlineData("时间,站名\n2026-01-01 00:00,甲\n", "no-columns")]
    [InlineData("时间,PM2.5,pm25\n2026-01-01 00:00,1,2\n", "same-factor")]
    [InlineData("时间,PM2.5\n", "file-empty")]
    public async Task Files_that_cannot_be_imported_are_refused_with_a_reason(string text, string code)
    {
        var server = await servers.On(Database.Sqlite);
        var (point, _) = await server.NewStation("导入试验站", "大气环境", "AmbientAir");
        var refused = await server.Client.Import(point, Encoding.UTF8.GetBytes(text)).Refused(HttpStatusCode.BadRequest);
        refused.GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Water_is_classed_by_its_worst_factor(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("试验断面", "地表水环境", "SurfaceWater", "Ⅲ");
        // GB 3838-2002: ammonia 1.2 is class IV (≤ 1.5); all others at least III. (1.2 − 1.0)/1.0 = 0.2 over class III.
        await server.Client.Imported(point, "时间,氨氮（mg/L）,溶解氧（mg/L）,高锰酸盐指数（mg/L）,总磷（mg/L）\n2026-06-01 08:00,1.2,6.5,4.0,0.15\n");
        var row = (await server.Client.Data(station, "Hour", "2026-05-31T16:00:00Z", "2026-06-01T16:00:00Z")).Single();
        row.GetProperty("result").GetString().ShouldBe("Ⅳ类");
        row.GetProperty("reason").GetString()!.ShouldContain("氨氮");
        (row.Value("w21003").GetProperty("outcome").GetString(), row.Value("w21003").GetProperty("multiple").GetDouble()).ShouldBe(("Fail", 0.2));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Laboratory_results_are_judged_as_they_are_entered(Database database)
    {
        var server = await servers.On(database);
        var well = await server.Client.NewStation(StationApi.Name("试验监测井"), "地下水环境", "Ⅲ", null);
        var soil = await server.Client.NewStation(StationApi.Name("试验土壤点"), "土壤环境", "第二类用地", null);
        async Task<JsonElement> Enter(int station, string factor, string result, string unit) =>
            await server.Client.Post("manual-results", new { stationId = station, sampledOn = "2026-05-20", factor, result, unit }).Saved();

        // GB/T 14848-2017 class III: nitrate ≤ 20, ammonia ≤ 0.50 mg/L; GB 36600-2018 class 2 screening: arsenic 60, lead 800 mg/kg.
        await Enter(well, "w21003", "0.8", "mg/L");
        await Enter(well, "w21007", "<0.05", "mg/L");
        await Enter(soil, "砷", "75", "mg/kg");
        await Enter(soil, "铅", "40", "mg/kg");
        var listed = await server.Get<JsonElement>($"/api/v1/records/manual-results/?f.stationId={soil}");
        listed.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("values")).Select(one => (one.GetProperty("factor").GetString(), one.GetProperty("verdict").GetString(), one.GetProperty("limit").GetString()))
            .ShouldBe([("砷", "超标", "≤ 60 mg/kg"), ("铅", "达标", "≤ 800 mg/kg")], ignoreOrder: true);

        (await server.Client.Data(well, "Hour", "2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z")).Single().GetProperty("result").GetString().ShouldBe("Ⅳ类"); // ammonia 0.8: ≤ 1.50
        var ground = (await server.Client.Data(soil, "Hour", "2026-05-01T00:00:00Z", "2026-06-01T00:00:00Z")).Single();
        ground.GetProperty("result").GetString().ShouldBe("高于筛选值");
        (ground.Value("砷").GetProperty("outcome").GetString(), ground.Value("砷").GetProperty("multiple").GetDouble()).ShouldBe(("Fail", 0.25));

        var bad = await server.Client.Post("manual-results", new { stationId = well, sampledOn = "2026-05-20", factor = "w21011", result = "未检出", unit = "mg/L" }).Refused(HttpStatusCode.BadRequest);
        bad.ToString().ShouldContain("检出限");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_limit_of_the_park_decides_before_the_national_one(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("试验空气站", "大气环境", "AmbientAir", "二级");
        await server.Client.Imported(point, "时间,SO2\n2026-06-01 08:00,300\n");
        async Task<string?> Outcome() => (await server.Client.Data(station, "Hour", "2026-05-31T16:00:00Z", "2026-06-01T16:00:00Z")).Single().Value("a21026").GetProperty("outcome").GetString();
        (await Outcome()).ShouldBe("Pass"); // GB 3095-2026 class II: 500 for the hour.
        await server.Client.Post("local-limits", new { medium = "大气环境", factor = "a21026", averaging = "1 小时平均", upper = 250, unit = "μg/m³", standardNumber = "园区〔2026〕1 号", standardName = "园区内控限值", from = "2026-01-01" }).Saved();
        await Api.Until(Outcome, outcome => outcome == "Fail");
    }

    private static Task<List<JsonElement>> Days(TestServer server, int station, string from, string to) =>
        Api.Until(() => server.Client.Data(station, "Day", from, to), rows => rows.Count > 0 && rows[0].GetProperty("values").EnumerateArray().Count() >= 6, TimeSpan.FromSeconds(60));

    private static async Task<double> DayMean(TestServer server, int station, Func<double, bool> isThere) => await Api.Until(
        async () => (await server.Client.Data(station, "Day", "2026-05-31T16:00:00Z", "2026-06-01T16:00:00Z")) is [var row, ..] ? row.Value("a34004").GetProperty("value").GetDouble() : -1, isThere, TimeSpan.FromSeconds(60));

    private static async Task Review(TestServer server, object request)
    {
        var answer = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(server.Client, "/api/v1/quality/reviews", request, Token);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Token));
    }
}
