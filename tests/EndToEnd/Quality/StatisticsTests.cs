using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Quality;

/// <summary>A year of real hours (Beijing, Dongsi, 2015) against figures that pandas and NumPy worked out from the same file: Data/make-expected.py.</summary>
public class StatisticsTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Monthly_statistics_agree_with_an_independent_computation(Database database)
    {
        var server = await servers.On(database);
        var (point, station) = await server.NewStation("东四", "大气环境", "AmbientAir", "二级");
        var file = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Quality", "Data", "dongsi-2015.csv.gz"), RecordApi.Token);
        var report = await server.Client.Import(point, file, "dongsi-2015.csv.gz", "&units=CO=μg/m³").Saved();
        (report.GetProperty("rows").GetInt32(), report.GetProperty("bad").GetInt32()).ShouldBe((8760, 0));

        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Quality", "Data", "dongsi-2015.json"), RecordApi.Token)).RootElement.EnumerateArray().ToList();
        // The last day is there once everything has been rolled up.
        var statistics = await Api.Until(
            () => server.Get<List<JsonElement>>($"/api/v1/quality/statistics?medium=air&period=Month&from=2015-01-01&to=2016-01-01&stationId={station}"),
            found => expected.All(one => Of(found, one) is { } row && row.GetProperty("valid").GetInt32() == one.GetProperty("valid").GetInt32()), TimeSpan.FromSeconds(120));
        foreach (var one in expected)
        {
            var row = Of(statistics, one)!.Value;
            foreach (var name in new[] { "mean", "min", "max", "percentile" })
                row.GetProperty(name).GetDouble().ShouldBe(one.GetProperty(name).GetDouble(), 1e-6, $"{one} {name}");
            row.GetProperty("exceeding").GetInt32().ShouldBe(one.GetProperty("exceeding").GetInt32(), one.ToString());
        }

        // HJ 633-2012, in force then: the days by level and by primary pollutant, counted by the same script.
        var year = (await server.Get<List<JsonElement>>($"/api/v1/quality/aqi-days?period=Year&from=2015-01-01&to=2016-01-01&stationId={station}")).ShouldHaveSingleItem();
        year.GetProperty("byLevel").EnumerateArray().Select(level => level.GetInt32()).ShouldBe([51, 135, 75, 48, 38, 18]);
        (year.GetProperty("good").GetInt32(), year.GetProperty("valid").GetInt32()).ShouldBe((186, 365));
        year.GetProperty("primary").EnumerateObject().ToDictionary(one => one.Name, one => one.Value.GetInt32())
            .ShouldBe(new Dictionary<string, int> { ["PM₁₀"] = 31, ["NO₂"] = 27, ["PM₂.₅"] = 180, ["O₃"] = 77, ["CO"] = 1 }, ignoreOrder: true);

        // R04 of 12 July and R17 of the year say the same; concentrations and sub-indices of the day come from the same script's tables.
        var title = (await server.Get<List<JsonElement>>("/api/v1/quality/stations?medium=air")).Single(one => one.Id() == station).GetProperty("name").GetString()!;
        (await Row("air-day", "2015-07-12")).ShouldBe([title, "6", "6", "48", "60", "174", "112", "1.1", "28", "297", "149", "255", "190", "124", "163", "190", "O₃", "四级", "中度污染", ""]);
        (await Row("air-period", "2015"))[..10].ShouldBe([title, "365", "365", "51", "135", "75", "48", "38", "18", "186"]);

        async Task<string[]> Row(string report, string period) => [.. (await server.Get<JsonElement>($"/api/v1/reports/{report}?period={period}")).GetProperty("tables")[0].GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().Select(cell => cell.GetProperty("text").GetString()!).ToArray()).Single(row => row[0] == title)];
    }

    private static JsonElement? Of(List<JsonElement> rows, JsonElement expected) => rows.Cast<JsonElement?>().FirstOrDefault(row =>
        row!.Value.GetProperty("factor").GetString() == expected.GetProperty("factor").GetString()
        && row.Value.GetProperty("start").GetString() == $"2015-{expected.GetProperty("month").GetInt32():D2}-01");
}
