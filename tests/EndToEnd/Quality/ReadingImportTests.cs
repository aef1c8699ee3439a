using System.Net;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Quality;

/// <summary>Files of readings from upload to verdict.</summary>
public class ReadingImportTests(Servers servers)
{
    private const string From = "2026-05-31T16:00:00Z";
    private const string To = "2026-06-02T16:00:00Z";

    /// <summary>Hours of 30 but for two codes of missing values: 22 hours are enough for a day (GB 3095: 20), and their mean is 30.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Codes_of_missing_values_are_in_no_mean(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("缺测码站", "大气环境", "AmbientAir", "二级");
        var report = await server.Client.Imported(point, StationApi.Hours("2026-06-01", 1, ("PM2.5", hour => hour is 3 or 4 ? "-9999" : "30")));
        (report.GetProperty("written").GetInt32(), report.GetProperty("missing").GetInt32(), report.GetProperty("bad").GetInt32()).ShouldBe((22, 2, 0));
        var day = await Api.Until(() => server.Client.Data(station, "Day", From, To), rows => rows.Count == 1, TimeSpan.FromSeconds(60));
        (day[0].Value("a34004").GetProperty("value").GetDouble(), day[0].Value("a34004").GetProperty("isValid").GetBoolean()).ShouldBe((30, true));
    }

    /// <summary>A daily file as people have it: 日期 alone, ozone as the highest 8-hour mean. Mean of 31 days; the AQI of 150 μg/m³ is 50 + 50·50/60 = 91.7, 92.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Days_are_imported_with_their_ozone(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("日数据站", "大气环境", "AmbientAir", "二级");
        var text = new StringBuilder("日期,PM₂.₅,PM10,SO₂,NO2,ＣＯ,臭氧(O3),备考\n");
        for (var day = 1; day <= 31; day++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"2026/5/{day},20,30,10,20,0.5,150,晴\n");
        var report = await server.Client.Imported(point, text.ToString(), interval: "Day");
        (report.GetProperty("written").GetInt32(), report.GetProperty("bad").GetInt32()).ShouldBe((186, 0));
        report.GetProperty("ignored").EnumerateArray().Select(one => one.GetString()).ShouldBe(["备考"]);
        var days = await server.Client.Data(station, "Day", "2026-04-30T16:00:00Z", "2026-05-31T16:00:00Z");
        days.Count.ShouldBe(31);
        days.ShouldAllBe(day => day.GetProperty("aqi").GetInt32() == 92);
        var statistics = await server.Get<List<JsonElement>>($"/api/v1/quality/statistics?medium=air&period=Month&from=2026-05-01&to=2026-06-01&stationId={station}");
        var ozone = statistics.Single(row => row.GetProperty("factor").GetString() == "a05024-8h");
        (ozone.GetProperty("valid").GetInt32(), ozone.GetProperty("percentile").GetDouble()).ShouldBe((31, 150));
    }

    /// <summary>What the platform exports it takes back: the same values, and what was not valid stays so.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Own_exports_are_read_back_without_loss(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("导出站", "大气环境", "AmbientAir", "二级");
        await server.Client.Imported(point, StationApi.Hours("2026-06-01", 2, ("PM2.5", hour => hour == 5 ? "NA" : $"{30 + hour}.4"), ("PM10", hour => $"{60 + hour}"), ("CO", _ => "0.7"), ("O3", hour => $"{90 + hour}")));
        var channels = await server.Get<List<ChannelRow>>($"/api/v1/channels?pointId={point}");
        var review = new { channelId = channels.Single(channel => channel.FactorCode == "a34004").Id, interval = "Hour", from = "2026-06-01T00:00:00Z", to = "2026-06-01T02:00:00Z", comment = "采样管断裂", action = "Reject" };
        (await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(server.Client, "/api/v1/quality/reviews", review, RecordApi.Token)).EnsureSuccessStatusCode();
        var before = await server.Client.Data(station, "Hour", From, To);

        var book = await server.Client.GetByteArrayAsync($"/api/v1/quality/stations/{station}/export.xlsx?interval=Hour&from={From}&to={To}", RecordApi.Token);
        var csv = await server.Client.GetByteArrayAsync($"/api/v1/readings/export.csv?{string.Join('&', channels.Select(channel => $"channelId={channel.Id}"))}&interval=Hour&from={From}&to={To}", RecordApi.Token);
        foreach (var (name, content) in new[] { ("export.xlsx", book), ("export.csv", csv) })
        {
            var (other, again) = await server.NewStation("导回站", "大气环境", "AmbientAir", "二级");
            var report = await server.Client.Import(other, content, name).Saved();
            (report.GetProperty("bad").GetInt32(), report.GetProperty("ignored").GetArrayLength()).ShouldBe((0, 0), report.ToString());
            var after = await server.Client.Data(again, "Hour", From, To);
            after.SelectMany(Values).ShouldBe(before.SelectMany(Values), name);
        }
    }

    /// <summary>Four years and eight months of hours: more than tables were once cut to.</summary>
    [Fact]
    public async Task A_range_of_more_than_40_000_hours_is_exported_whole_and_read_back()
    {
        const int Days = 1_709;
        var server = await servers.On(Database.Sqlite);
        var (point, station) = await server.NewStation("长历史站", "大气环境", "AmbientAir", "二级");
        (await server.Client.Imported(point, StationApi.Hours("2021-01-01", Days, ("PM10", hour => $"{20 + (hour % 61)}")))).GetProperty("written").GetInt32().ShouldBe(24 * Days);
        const string Range = "interval=Hour&from=2020-12-31T16:00:00Z&to=2026-01-01T00:00:00Z";
        using var book = new MemoryStream(await server.Client.GetByteArrayAsync($"/api/v1/quality/stations/{station}/export.xlsx?{Range}", RecordApi.Token));
        MiniExcelLibs.MiniExcel.Query(book, useHeaderRow: true).Count().ShouldBe(24 * Days);
        var channel = (await server.Get<List<ChannelRow>>($"/api/v1/channels?pointId={point}")).Single();
        var csv = await server.Client.GetByteArrayAsync($"/api/v1/readings/export.csv?channelId={channel.Id}&{Range}", RecordApi.Token);

        var (other, again) = await server.NewStation("长历史导回站", "大气环境", "AmbientAir", "二级");
        var report = await server.Client.Import(other, csv, "export.csv").Saved();
        (report.GetProperty("written").GetInt32(), report.GetProperty("bad").GetInt32()).ShouldBe((24 * Days, 0), report.ToString());
        var copy = (await server.Get<List<ChannelRow>>($"/api/v1/channels?pointId={other}")).Single();
        var back = await server.Client.GetByteArrayAsync($"/api/v1/readings/export.csv?channelId={copy.Id}&{Range}", RecordApi.Token);
        Rows(back).ShouldBe(Rows(csv));

        // Times and values; the points have other names.
        static List<(string, string)> Rows(byte[] file)
        {
            var lines = Encoding.UTF8.GetString(file).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r').Split(',')).ToList();
            var (time, value) = (Array.FindIndex(lines[0], cell => cell.Contains("时间", StringComparison.Ordinal)), Array.FindIndex(lines[0], cell => cell.Trim('"') is "值" or "数值"));
            return [.. lines.Skip(1).Select(cells => (cells[time], cells[value]))];
        }
    }

    /// <summary>The hour that ends at 08:00 began at 07:00 in the park, 23:00 UTC of the day before; 24:00 ends the day.</summary>
    [Fact]
    public async Task Stamps_of_the_end_of_an_hour_belong_to_the_hour_before()
    {
        var server = await servers.On(Database.Sqlite);
        var (point, station) = await server.NewStation("时段结束站", "大气环境", "AmbientAir", "二级");
        var report = await server.Client.Imported(point, "时间,PM2.5\n2026-06-01 08:00,31\n2026-06-01 24:00,32\n2026-06-01T10:00:00Z,33\n", "&stamp=End");
        report.GetProperty("notes")[0].GetString().ShouldBe("文件中的时间按北京时间，按时段结束理解");
        (await server.Client.Data(station, "Hour", From, To)).Select(row => (row.GetProperty("time").GetDateTime().ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture), row.Value("a34004").GetProperty("value").GetDouble()))
            .ShouldBe([("05-31 23:00", 31), ("06-01 09:00", 33), ("06-01 15:00", 32)]);
    }

    [Fact]
    public async Task A_file_of_which_nothing_can_be_taken_is_refused_and_says_why()
    {
        var server = await servers.On(Database.Sqlite);
        var (point, station) = await server.NewStation("拒绝站", "大气环境", "AmbientAir", "二级");
        var future = await server.Client.Import(point, "时间,PM2.5\n2099-01-01 00:00,30\n"u8.ToArray()).Refused(HttpStatusCode.BadRequest);
        future.ToString().ShouldContain("时间在将来");
        var noTime = await server.Client.Import(point, "时间,PM2.5\n昨天,30\n"u8.ToArray()).Refused(HttpStatusCode.BadRequest);
        noTime.ToString().ShouldContain("可写作 2026-03-05 08:00");
        // UCI Beijing: carbon monoxide in μg/m³ without a word of it. One of the values could be 50 mg/m³, none is.
        var mixed = await server.Client.Imported(point, "时间,CO,PM2.5\n2026-06-01 08:00,300,30\n2026-06-01 09:00,1300,31\n2026-06-01 10:00,50,32\n");
        (mixed.GetProperty("written").GetInt32(), mixed.GetProperty("bad").GetInt32()).ShouldBe((3, 2));
        mixed.GetProperty("notes").ToString().ShouldContain("多半是单位不对");
        (await server.Client.Data(station, "Hour", From, To)).SelectMany(Values).ShouldAllBe(value => value.Factor == "a34004");
    }

    private static IEnumerable<(string Time, string Factor, double Value, bool IsValid)> Values(JsonElement row) => row.GetProperty("values").EnumerateArray()
        .Select(value => (row.GetProperty("time").GetString()!, value.GetProperty("factor").GetString()!, value.GetProperty("value").GetDouble(), value.GetProperty("isValid").GetBoolean())).OrderBy(value => value.Item2);
}
