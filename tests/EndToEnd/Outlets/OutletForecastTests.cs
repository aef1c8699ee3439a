using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.EndToEnd.Pages;
using EcoPark.EndToEnd.Quality;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using static Microsoft.Playwright.Assertions;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>
/// The forecast of outlets from history to warning. The gas here is known for all time: a daily wave of SO₂ between 15 and 45 mg/m³ with its low now;
/// at 12 % oxygen and a reference of 9 % that is 20 to 60 against a limit of 50, so it will be over within hours.
/// </summary>
public sealed class OutletForecastTests(Chromium chromium)
{
    private const int Days = 200;
    private const int ShortDays = 10;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_outlet_with_history_is_forecast_and_an_exceedance_is_warned_of(Database database)
    {
        using var folder = new TemporaryFolder();
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var now = DateTime.UtcNow;
        var hour = new DateTime(now.Year, now.Month, now.Day, now.Hour, 0, 0, DateTimeKind.Utc);
        int gas, water, enterprise;
        // History first: what is looked at before it is there is refused for an hour.
        await using (var server = await ServerProcess.Start(folder.Path, postgres))
        {
            await using var furnace = await OutletPark.Gas(server);
            await using var sewer = await OutletPark.Water(server);
            (gas, water, enterprise) = (furnace.Point, sewer.Point, furnace.Enterprise);
            // The analyser fails a span check (85 of 100: −15 %, beyond ±10 %) and passes the next four and a half hours later: five hours that do not count.
            await furnace.Check("a21026", "量程漂移", hour.AddDays(-100).AddHours(8), 85, 100, 100);
            await furnace.Check("a21026", "量程漂移", hour.AddDays(-100).AddHours(12.5), 100, 100, 100);
            await server.Client.Imported(gas, Furnace(hour), "&zone=Utc");
            await server.Client.Imported(water, Sewer(hour), "&zone=Utc");
        }

        await using var park = await ServerProcess.Start(folder.Path, postgres, 0, "--EcoPark:Forecasts:IsEnabled=true", "--EcoPark:Forecasts:StartAfterSeconds=0", "--EcoPark:Forecasts:Threads=2");
        var forecast = await Api.Until(() => Forecast(park.Client, gas, "a21026"), found => found.ValueKind == JsonValueKind.Object && found.GetProperty("issued").ValueKind == JsonValueKind.Object, TimeSpan.FromMinutes(5));
        forecast.GetProperty("refusal").GetString().ShouldBe("");
        var last = forecast.GetProperty("lastHour").GetDateTime();
        // Every hour until the last that was over four minutes ago when training began, but the five: calibration gas is not learned from.
        var learned = forecast.GetProperty("trainedAt").GetDateTime().AddMinutes(-4) - hour.AddDays(-Days);
        forecast.GetProperty("hours").GetInt32().ShouldBe((int)learned.TotalHours - 5);
        var hours = forecast.GetProperty("issued").GetProperty("hours").EnumerateArray().ToList();
        hours.Count.ShouldBe(24);
        foreach (var point in hours)
        {
            var truth = 4.0 / 3 * (Wave(last.AddHours(point.GetProperty("horizon").GetInt32()), hour) + 0.5); // (21 − 9)/(21 − 12)
            point.GetProperty("value").GetDouble().ShouldBe(truth, 6);
        }

        var half = forecast.GetProperty("backTest").GetProperty("horizons").EnumerateArray().Single(line => line.GetProperty("horizon").GetInt32() == 12);
        half.GetProperty("skill").GetDouble().ShouldBeGreaterThan(0.95);
        forecast.GetProperty("issued").GetProperty("limit").GetDouble().ShouldBe(50); // of the permit

        var alarms = await Api.Until(() => park.Get<JsonElement>($"/api/v1/alarms/?f.kind=ForecastOverLimit&f.enterprise={enterprise}"), found => found.GetProperty("items").GetArrayLength() > 0);
        var alarm = alarms.GetProperty("items")[0];
        alarm.GetProperty("text").GetString()!.ShouldContain("未来 24 小时内可能超过 50 mg/m³");
        alarm.GetProperty("basis").GetString().ShouldBe("排污许可限值 GB 13271-2014 ≤ 50 mg/m³（折算值）");

        // Half a year of hours are asked for; this outlet has ten days (an hour counts once it has been over for four minutes).
        var refused = await Api.Until(() => Forecast(park.Client, water, "w01018"), found => found.ValueKind == JsonValueKind.Object, TimeSpan.FromMinutes(2));
        refused.GetProperty("issued").ValueKind.ShouldBe(JsonValueKind.Null);
        refused.GetProperty("refusal").GetString().ShouldBe($"近三年有效小时数据 {refused.GetProperty("hours").GetInt32()} 个，至少要 4380 个（半年）");
        refused.GetProperty("hours").GetInt32().ShouldBeInRange((24 * ShortDays) - 1, (24 * ShortDays) + 2);

        using var own = await RecordApi.SignedIn(park, "furnace-officer", "enterprise-officer", enterprise);
        (await own.Client.GetAsync(Address(gas, "a21026"), RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var foreign = await RecordApi.SignedIn(park, "foreign-officer", "enterprise-officer", await park.Client.NewEnterprise());
        await foreign.Client.GetAsync(Address(gas, "a21026"), RecordApi.Token).Refused(HttpStatusCode.NotFound);
        (await foreign.Client.GetFromJsonAsync<JsonElement>("/api/v1/alarms/?f.kind=ForecastOverLimit", RecordApi.Token)).GetProperty("items").GetArrayLength().ShouldBe(0);
        await park.Client.GetAsync(Address(gas, "a19001"), RecordApi.Token).Refused(HttpStatusCode.NotFound); // oxygen is not limited

        await using var window = await chromium.Open(park, $"/outlets/{gas}/forecast");
        foreach (var text in new[] { "未来 24 小时", "各小时超过 50.00 mg/m³ 的概率最高为", "排污许可限值 GB 13271-2014 ≤ 50 mg/m³（折算值）", "未来三日", "训练时的滚动回测", "持续法 RMSE" })
            await Expect(window.Page.GetByText(text).First).ToBeVisibleAsync();
        await window.Page.GotoAsync($"/outlets/{water}/forecast");
        await Expect(window.Page.GetByText("历史不足，不作预报")).ToBeVisibleAsync();
        await Expect(window.Page.GetByText("在此期间按近 2 小时的趋势预警").First).ToBeVisibleAsync();
        await using var outside = await chromium.Open(park, $"/outlets/{gas}/forecast", foreign.Cookies.GetCookies(park.Http));
        await Expect(outside.Page.GetByText("没有这个排口")).ToBeVisibleAsync();
    }

    private static string Address(int outlet, string factor) => $"/api/v1/outlets/{outlet}/forecast?factor={factor}";

    /// <summary>Undefined until it was trained.</summary>
    private static async Task<JsonElement> Forecast(HttpClient client, int outlet, string factor)
    {
        using var answer = await client.GetAsync(Address(outlet, factor), RecordApi.Token);
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync(RecordApi.Token)).RootElement : default;
    }

    /// <summary>Some hours beyond now are there as well, so that the hour may turn while the test runs.</summary>
    private static string Furnace(DateTime hour)
    {
        var random = new Random(1);
        var text = new StringBuilder("时间,a21026（mg/m³）,a19001（%）,a00000（m³/h）\n");
        for (var time = hour.AddDays(-Days); time < hour.AddHours(4); time = time.AddHours(1))
        {
            var isCalibrated = time >= hour.AddDays(-100) && time < hour.AddDays(-100).AddHours(5);
            text.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm},{(isCalibrated ? 450 : Wave(time, hour) + random.NextDouble()):F2},12,36000\n");
        }

        return text.ToString();
    }

    private static string Sewer(DateTime hour)
    {
        var text = new StringBuilder("时间,w01018（mg/L）,w00000（L/s）\n");
        for (var time = hour.AddDays(-ShortDays); time < hour.AddHours(4); time = time.AddHours(1))
            text.Append(CultureInfo.InvariantCulture, $"{time:yyyy-MM-dd HH:mm},{30 + (time.Hour / 10.0):F2},10\n");
        return text.ToString();
    }

    private static double Wave(DateTime time, DateTime low) => 30 - (15 * Math.Cos(2 * Math.PI * (time - low).TotalHours / 24));

    /// <summary>Outlives the servers that use it.</summary>
    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("ecopark-test-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
