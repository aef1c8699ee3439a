using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>手工监测 of an outlet from the enterprise's entry to the stored masses, and back.</summary>
public sealed class ManualResultTests(Servers servers)
{
    private const string Type = "outlet-manual-results";

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_result_counts_once_the_park_agrees_and_only_as_long_as_it_stands(Database database)
    {
        var server = await servers.On(database);
        await using var park = await OutletPark.Gas(server);
        // 16 hours at 30 mg/m³ and 36 000 m³/h (1.08 kg each), then a fault until midnight: below 75 %, so that no rule takes its place.
        for (var hour = 0; hour < 24; hour++)
            await park.Hour(hour, $"a21026-Avg={(hour < 16 ? 30 : 1)},a21026-Flag={(hour < 16 ? 'N' : 'D')};a19001-Avg=12,a19001-Flag=N;a00000-Avg=36000,a00000-Flag=N");
        await park.Arrived("a21026", 24);
        await park.Rebuild();
        (await Stored(park)).ShouldBe((17.28, 0)); // 16 · 1.08

        using var officer = await RecordApi.SignedIn(server, $"manual-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", park.Enterprise);
        (await officer.Client.Post(Type, Result(park, 25, Park.Now.Date.AddDays(1))).Refused(HttpStatusCode.BadRequest)).GetProperty("detail").GetString()!.ShouldContain("现在还没有到");
        // Four hours from 16:00, one of them valid before: 15:00 to 20:00.
        using (var handedIn = await officer.Client.Post(Type, Result(park, 25, OutletPark.First.AddHours(20))))
            handedIn.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await server.Client.GetFromJsonAsync<JsonElement>($"/api/v1/records/{Type}/?q={park.Mn}", RecordApi.Token)).GetProperty("total").GetInt32().ShouldBe(0, "nobody has agreed yet");
        var proposal = (await server.Client.GetFromJsonAsync<JsonElement>("/api/v1/proposals/?state=Submitted", RecordApi.Token)).GetProperty("items").EnumerateArray().Single(one => one.GetProperty("enterpriseId").GetInt32() == park.Enterprise).Id();
        var id = (await server.Client.PostAsync($"/api/v1/proposals/{proposal}/approve", null, RecordApi.Token).Saved()).Id();
        // Four hours: 25 mg/m³ · 36 000 m³/h · 10⁻⁶ = 0.9 kg each.
        await Api.Until(() => Stored(park), stored => stored == (20.88, 3.6));

        var hours = await server.Get<List<JsonElement>>($"/api/v1/outlets/{park.Point}/hours?from={OutletPark.Day(0)}&to={OutletPark.Day(0)}");
        JsonElement Sulphur(int hour) => hours[hour].GetProperty("factors")[0];
        Sulphur(15).GetProperty("manual").ValueKind.ShouldBe(JsonValueKind.Null, "the instrument was right");
        Sulphur(15).GetProperty("kilograms").GetDouble().ShouldBe(1.08, 1e-9);
        (Sulphur(16).GetProperty("manual").GetDouble(), Sulphur(16).GetProperty("manualSource").GetString(), Sulphur(16).GetProperty("kilograms").GetDouble()).ShouldBe((25, $"HJ 57-2017，检测公司 {park.Mn}", 0.9));
        (Sulphur(16).GetProperty("mark").GetString(), Sulphur(16).GetProperty("isValid").GetBoolean(), Sulphur(16).GetProperty("isReplaced").GetBoolean()).ShouldBe(("Fault", false, false));
        Sulphur(20).GetProperty("kilograms").ValueKind.ShouldBe(JsonValueKind.Null);
        var factor = (await server.Get<JsonElement>($"/api/v1/outlets/{park.Point}/period?from={OutletPark.Day(0)}&to={OutletPark.Day(0)}")).GetProperty("factors")[0];
        (factor.GetProperty("valid").GetInt32(), factor.GetProperty("captureRate").GetDouble(), factor.GetProperty("missing").GetInt32()).ShouldBe((16, 16.0 / 24, 4));

        // Changed, moved, deleted: the days follow.
        await server.Client.Put(Type, id, new { value = 50 }).Saved();
        await Api.Until(() => Stored(park), stored => stored == (24.48, 7.2));
        await server.Client.Put(Type, id, new { from = $"{OutletPark.Day(0)} 22:00", to = $"{OutletPark.Day(1)} 00:00" }).Saved();
        await Api.Until(() => Stored(park), stored => stored == (20.88, 3.6));
        await server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/records/{Type}/{id}?why=作废"), RecordApi.Token).Saved();
        await Api.Until(() => Stored(park), stored => stored == (17.28, 0));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Nobody_enters_a_check_of_tomorrow(Database database)
    {
        var server = await servers.On(database);
        await using var park = await OutletPark.Gas(server);
        var tomorrow = Park.Now.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var refused = await server.Client.Post("instrument-checks", new { enterpriseId = park.Enterprise, outletId = park.Filing, factor = "a21026", kind = "量程漂移", checkedAt = $"{tomorrow} 09:30", reading = 100, reference = 100, fullScale = 100 }).Refused(HttpStatusCode.BadRequest);
        refused.GetProperty("detail").GetString().ShouldBe($"核查时间 {tomorrow} 09:30 还没有到，请核对日期和时刻，核查完成后再登记。");
    }

    private static object Result(OutletPark park, double value, DateTime to) => new
    {
        enterpriseId = park.Enterprise,
        outletId = park.Filing,
        factor = "a21026",
        from = to.AddHours(-5).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        to = to.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        value,
        unit = "mg/m³",
        method = "HJ 57-2017",
        laboratory = "检测公司",
        reportNumber = park.Mn,
    };

    /// <summary>Stored mass of the year and what of it is by hand, kg.</summary>
    private static async Task<(double Kilograms, double Manual)> Stored(OutletPark park)
    {
        var sum = (await park.Server.Get<List<JsonElement>>($"/api/v1/outlets/emissions?year={OutletPark.First.Year}")).Single(one => one.GetProperty("outletId").GetInt32() == park.Point && one.GetProperty("factor").GetString() == "a21026");
        return (Math.Round(sum.GetProperty("kilograms").GetDouble(), 6), Math.Round(sum.GetProperty("manual").GetDouble(), 6));
    }
}
