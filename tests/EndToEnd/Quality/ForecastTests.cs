using System.Globalization;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Quality;

/// <summary>The forecast from history to warning. The air here is known for all time: a daily wave between 30 and 120 μg/m³ with its low now, so it will be over 60 within hours.</summary>
public class ForecastTests
{
    private const int Days = 200;

    [Fact]
    public async Task A_station_with_history_is_forecast_and_an_exceedance_is_warned_of()
    {
        await using var server = await ServerProcess.Start(arguments: ["--EcoPark:Forecasts:IsEnabled=true", "--EcoPark:Forecasts:StartAfterSeconds=0", "--EcoPark:Forecasts:Threads=2"]);
        var (point, station) = await server.NewStation("预报试验站", "大气环境", "AmbientAir", "二级");
        var now = DateTime.UtcNow;
        var hour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        var random = new Random(1);
        var text = new StringBuilder("时间,PM2.5\n");
        for (var time = hour.AddDays(-Days); time <= hour; time = time.AddHours(1))
            text.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm},{Wave(time, hour) + random.NextDouble():F1}\n");
        await server.Client.Imported(point, text.ToString(), "&zone=Utc");

        var forecast = await Api.Until(
            async () =>
            {
                using var answer = await server.Client.GetAsync($"/api/v1/quality/stations/{station}/forecast?factor=a34004", RecordApi.Token);
                return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync(RecordApi.Token)).RootElement : default;
            },
            found => found.ValueKind == JsonValueKind.Object && found.GetProperty("issued").ValueKind == JsonValueKind.Object, TimeSpan.FromMinutes(5));
        forecast.GetProperty("refusal").GetString().ShouldBe("");
        var last = forecast.GetProperty("lastHour").GetDateTime();
        var hours = forecast.GetProperty("issued").GetProperty("hours").EnumerateArray().ToList();
        hours.Count.ShouldBe(24);
        foreach (var point1 in hours)
        {
            var truth = Wave(last.AddHours(point1.GetProperty("horizon").GetInt32()), hour) + 0.5;
            point1.GetProperty("value").GetDouble().ShouldBe(truth, 8);
        }

        // Nine of ten outcomes lie within the interval, and the wave is far better known than by “as now”.
        var day = forecast.GetProperty("backTest").GetProperty("horizons").EnumerateArray().Single(line => line.GetProperty("horizon").GetInt32() == 12);
        day.GetProperty("skill").GetDouble().ShouldBeGreaterThan(0.95);
        forecast.GetProperty("issued").GetProperty("limit").GetDouble().ShouldBe(60); // GB 3095-2026 class II, day

        var alarms = await Api.Until(() => server.Get<JsonElement>("/api/v1/alarms/?f.kind=ForecastOverLimit"), found => found.GetProperty("items").GetArrayLength() > 0);
        var alarm = alarms.GetProperty("items")[0];
        alarm.GetProperty("text").GetString()!.ShouldContain("未来 24 小时的均值可能超过日均限值 60"); // The mean of the wave is 75.5.
        alarm.GetProperty("basis").GetString()!.ShouldContain("GB 3095-2026");
    }

    private static double Wave(DateTime time, DateTime low) => 75 - (45 * Math.Cos(2 * Math.PI * (time - low).TotalHours / 24));
}
