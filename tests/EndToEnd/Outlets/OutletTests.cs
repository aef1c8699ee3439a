using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.EndToEnd.Outlets;

/// <summary>From hourly telegrams over a socket to validity, correction, replacement, emissions, rates and quotas. Expected values are worked out beside each.</summary>
public sealed class OutletTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Flue_gas_is_corrected_judged_replaced_and_summed_up(Database database)
    {
        await using var park = await OutletPark.Gas(await servers.On(database));
        // Three days at 30 mg/m³, 12 % O₂ and 36 000 m³/h. Second day: 05 h at 45, 10 h calibration, 12 h stopped, 15 h missing, 18 h without oxygen.
        for (var hour = 0; hour < 72; hour++)
        {
            if (hour == 24 + 15)
                continue;
            var (value, flag) = hour switch { 24 + 5 => ("45", 'N'), 24 + 10 => ("3", 'C'), 24 + 12 => ("0", 'F'), _ => ("30", 'N') };
            var oxygen = hour == 24 + 18 ? "" : $";a19001-Avg=12,a19001-Flag={flag}";
            await park.Hour(hour, $"a21026-Cou={(flag == 'F' ? "0" : "1.1")},a21026-Avg={value},a21026-Flag={flag}{oxygen};a00000-Avg=36000,a00000-Flag={flag}");
        }

        // Today it stands still: hours that are due and missing would bring the quarter's capture rate below 75 % in the course of the day.
        var today = Park.Now.Hour;
        for (var hour = 72; hour < 72 + today; hour++)
            await park.Hour(hour, "a21026-Cou=0,a21026-Avg=0,a21026-Flag=F;a19001-Avg=12,a19001-Flag=F;a00000-Avg=36000,a00000-Flag=F");
        await park.Arrived("a21026", 71 + today);
        // Passed at the first minute of the second day, failed on the third at 10:00 (85 of 100 at full scale 100: −15 %, beyond ±10 %), passed again at 14:30.
        await park.Check("a21026", "量程漂移", OutletPark.First.AddDays(1), 100, 100, 100);
        var failed = await park.Check("a21026", "量程漂移", OutletPark.First.AddDays(2).AddHours(10), 85, 100, 100);
        (failed.GetProperty("values").GetProperty("verdict").GetString(), failed.GetProperty("values").GetProperty("error").GetString()).ShouldBe(("不合格", "-15 %"));
        await park.Check("a21026", "量程漂移", OutletPark.First.AddDays(2).AddHours(14.5), 100, 100, 100);
        await park.Rebuild();

        var hours = await park.Server.Get<List<JsonElement>>($"/api/v1/outlets/{park.Point}/hours?from={OutletPark.Day(1)}&to={OutletPark.Day(2)}");
        hours.Count.ShouldBe(48);
        JsonElement Sulphur(int hour) => hours[hour].GetProperty("factors")[0];
        Sulphur(0).GetProperty("corrected").GetDouble().ShouldBe(40, 1e-9); // 30 · (21 − 9)/(21 − 12)
        Sulphur(0).GetProperty("kilograms").GetDouble().ShouldBe(1.08, 1e-9); // 30 · 36 000 · 10⁻⁶
        Sulphur(5).GetProperty("corrected").GetDouble().ShouldBe(60, 1e-9);
        (Sulphur(5).GetProperty("outcome").GetString(), Sulphur(5).GetProperty("multiple").GetDouble(), Sulphur(5).GetProperty("standard").GetString()).ShouldBe(("Fail", 0.2, "GB 13271-2014")); // 60 against 50
        Sulphur(0).GetProperty("outcome").GetString().ShouldBe("Pass");
        (Sulphur(10).GetProperty("mark").GetString(), Sulphur(12).GetProperty("mark").GetString(), Sulphur(15).GetProperty("mark").GetString()).ShouldBe(("Calibration", "Stopped", "Missing"));
        // 失效前180个有效小时的最大值: hour 5, 45 · 36 000 · 10⁻⁶ = 1.62.
        foreach (var hour in new[] { 10, 15 })
            (Sulphur(hour).GetProperty("isReplaced").GetBoolean(), Sulphur(hour).GetProperty("kilograms").GetDouble()).ShouldBe((true, 1.62));
        Sulphur(12).GetProperty("kilograms").ValueKind.ShouldBe(JsonValueKind.Null);
        (Sulphur(18).GetProperty("corrected").ValueKind, Sulphur(18).GetProperty("kilograms").GetDouble(), Sulphur(18).GetProperty("why").GetString()).ShouldBe((JsonValueKind.Null, 1.08, "没有氧含量，不能折算"));
        // Out of control from 10:00 to 14:30; 上次校准前的最大值: the peak of 1.62 came after that calibration, so 1.08.
        for (var hour = 24 + 10; hour <= 24 + 14; hour++)
            (Sulphur(hour).GetProperty("mark").GetString(), Sulphur(hour).GetProperty("kilograms").GetDouble()).ShouldBe(("OutOfControl", 1.08));
        Sulphur(24 + 15).GetProperty("isValid").GetBoolean().ShouldBeTrue();

        var period = await park.Period();
        var factor = period.GetProperty("factors")[0];
        // Due 72 − 1 stopped = 71; received 71 − 1 missing = 70; valid 70 − 1 calibration − 5 out of control = 64.
        (factor.GetProperty("due").GetInt32(), factor.GetProperty("received").GetInt32(), factor.GetProperty("valid").GetInt32(), factor.GetProperty("stopped").GetInt32()).ShouldBe((71, 70, 64, 1));
        factor.GetProperty("effectiveTransmissionRate").GetDouble().ShouldBe(70.0 / 71 * 64 / 71, 1e-9);
        factor.GetProperty("captureRate").GetDouble().ShouldBe(64.0 / 71, 1e-9);
        // 24 · 1.08 + (1.62 + 2 · 1.62 + 20 · 1.08) + 24 · 1.08 = 25.92 + 26.46 + 25.92; replaced 2 · 1.62 + 5 · 1.08.
        factor.GetProperty("kilograms").GetDouble().ShouldBe(78.3, 1e-6);
        factor.GetProperty("replaced").GetDouble().ShouldBe(8.64, 1e-6);
        factor.GetProperty("missing").GetInt32().ShouldBe(0);
        factor.GetProperty("logged").GetDouble().ShouldBe(70 * 1.1, 1e-6); // Cou of 70 running hours
        factor.GetProperty("exceedingHours").GetInt32().ShouldBe(1);
        period.GetProperty("exceedances").GetArrayLength().ShouldBe(1);
        period.GetProperty("exceedances")[0].GetProperty("highest").GetDouble().ShouldBe(60, 1e-9);
        // Third day: 19 valid hours of 24, HJ 76 asks for 20.
        period.GetProperty("days").EnumerateArray().Select(day => day.GetProperty("isValid").GetBoolean()).ShouldBe([true, true, false]);

        // What is stored says the same: against 1 t/a, and as the park's rates.
        var year = OutletPark.First.Year == OutletPark.First.AddDays(2).Year;
        var emission = (await park.Server.Get<List<JsonElement>>($"/api/v1/outlets/emissions?year={OutletPark.First.AddDays(2).Year}")).Single(one => one.GetProperty("pointId").GetInt32() == park.Point && one.GetProperty("factor").GetString() == "a21026");
        if (year)
        {
            // Hours of today that are missing may have been replaced meanwhile: 78.3 − 8.64 were measured.
            var kilograms = emission.GetProperty("kilograms").GetDouble();
            (kilograms - emission.GetProperty("replaced").GetDouble()).ShouldBe(69.66, 1e-6);
            emission.GetProperty("share").GetDouble().ShouldBe(kilograms / 1_000, 1e-9);
            emission.GetProperty("difference").GetDouble().ShouldBe((77 - 76.68) / 76.68, 1e-6); // over the hours that the logger tells of: all but the missing one, 78.3 − 1.62
        }

        var rates = (await park.Server.Get<List<JsonElement>>($"/api/v1/outlets/transmission?from={OutletPark.Day(0)}&to={OutletPark.Day(2)}")).Where(one => one.GetProperty("enterpriseId").GetInt32() == park.Enterprise).ToList();
        rates.Select(one => (one.GetProperty("pointId").GetInt32(), one.GetProperty("valid").GetInt32())).ShouldBe([(park.Point, 64), (0, 64)]);
        var sheet = new MemoryStream(await park.Server.Client.GetByteArrayAsync($"/api/v1/outlets/{park.Point}/hours.xlsx?from={OutletPark.Day(0)}&to={OutletPark.Day(2)}", RecordApi.Token)).Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        sheet.Count.ShouldBe(72);
        (sheet[29]["二氧化硫判定"], sheet[29]["二氧化硫折算"]).ShouldBe(("超标 0.2 倍（GB 13271-2014 ≤ 50 mg/m³）", 60.0));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Waste_water_is_judged_by_the_day_and_its_quota_warns_once(Database database)
    {
        await using var park = await OutletPark.Water(await servers.On(database));
        // 10 L/s are 36 m³/h. First day 40 mg/L; second day 12 hours of fault; third day 60 mg/L with 4 hours of maintenance.
        for (var hour = 0; hour < 72; hour++)
        {
            var (value, flag) = hour switch { < 24 => (40, 'N'), < 36 => (40, 'N'), < 48 => (900, 'D'), < 52 => (5, 'M'), _ => (60, 'N') };
            await park.Hour(hour, $"w01018-Avg={value},w01018-Flag={flag};w00000-Cou=36,w00000-Avg=10,w00000-Flag=N");
        }

        await park.Arrived("w01018", 72);
        await park.Check("w01018", "标样核查", OutletPark.First, 102, 100);
        await park.Rebuild();
        var period = await park.Period();
        // 40 · 36 · 24 / 1000 = 34.56; the second day has no valid mean and takes the mean of the valid days since the check, 34.56;
        // the third is valid (20 of 24): 60 · 36 · 24 / 1000 = 51.84.
        var days = period.GetProperty("days").EnumerateArray().ToList();
        days.Select(day => Math.Round(day.GetProperty("kilograms").GetDouble(), 6)).ShouldBe([34.56, 34.56, 51.84]);
        days.Select(day => day.GetProperty("isValid").GetBoolean()).ShouldBe([true, false, true]);
        days[1].GetProperty("rule").GetString()!.ShouldContain("HJ 356-2019");
        var over = period.GetProperty("exceedances").EnumerateArray().Single();
        (over.GetProperty("isDaily").GetBoolean(), over.GetProperty("highest").GetDouble(), over.GetProperty("multiple").GetDouble()).ShouldBe((true, 60, 0.2)); // 60 against 50

        // 120.96 kg used: 80.6 % of 150, 93.0 % of 130, 121 % of 100.
        var quota = (await park.Server.Client.Post("discharge-quotas", new { enterpriseId = park.Enterprise, filingId = park.Filing, cardNumber = $"K{park.Mn}", factor = "w01018", from = OutletPark.Day(0), to = OutletPark.Day(30), quota = 150, unit = "kg" }).Saved()).Id();
        foreach (var (amount, level) in new[] { (150, "Yellow"), (150, "Yellow"), (130, "Orange"), (100, "Red"), (100, "Red") })
        {
            await park.Server.Client.Put("discharge-quotas", quota, new { quota = amount }).Saved();
            await park.Rebuild();
            var alarm = (await park.Server.Get<JsonElement>($"/api/v1/alarms/?f.kind=Quota&f.enterprise={park.Enterprise}&f.state=all")).GetProperty("items").EnumerateArray().Single();
            (alarm.GetProperty("level").GetString(), alarm.GetProperty("worstValue").GetDouble()).ShouldBe((level, 120.96));
            if (amount == 100)
                (await park.Server.Get<List<JsonElement>>($"/api/v1/alarms/{alarm.Id()}/steps")).Select(step => step.GetProperty("action").GetString()).ShouldBe(["报警", "级别升高", "级别升高"]);
        }

        var state = (await park.Server.Get<List<JsonElement>>($"/api/v1/outlets/quotas?pointId={park.Point}")).Single();
        (Math.Round(state.GetProperty("used").GetDouble(), 6), Math.Round(state.GetProperty("share").GetDouble(), 6)).ShouldBe((120.96, 1.2096));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_valve_is_turned_by_the_logger_or_by_hand_and_is_on_record(Database database)
    {
        var server = await servers.On(database);
        await using var byLogger = await OutletPark.Water(server, new { kind = "废水", valveFactor = "w00000", valveCode = "i33101" });
        await byLogger.Hour(0, "w01018-Avg=40,w01018-Flag=N"); // it is known to be connected
        await server.Client.PostAsJsonAsync($"/api/v1/outlets/{byLogger.Point}/valve-orders", new { isShutting = true, why = " " }, RecordApi.Token).Refused(HttpStatusCode.BadRequest);
        await server.Client.PostAsJsonAsync($"/api/v1/outlets/{byLogger.Point}/valve-orders", new { isShutting = true, why = "配额用完" }, RecordApi.Token).Saved();
        var request = (await byLogger.Device.Receive()).ShouldNotBeNull();
        (request.Command, System.Text.Encoding.ASCII.GetString(request.DataArea)).ShouldBe((CommandCode.SetDeviceParameter, "PolId=w00000;InfoId=i33101;i33101-Info=0"));
        foreach (var (command, data) in new[] { (CommandCode.RequestAnswer, "QnRtn=1"), (CommandCode.ExecutionResult, "ExeRtn=1") })
            await byLogger.Device.Send(TelegramWriter.Write(new Address(byLogger.Mn, "123456", ProtocolVersion.V2017, "91"), request.Qn!.Value, command, data, wantsAnswer: false));
        var order = (await Api.Until(() => Orders(byLogger), orders => orders[0].GetProperty("isDone").ValueKind == JsonValueKind.True)).Single();
        (order.GetProperty("why").GetString(), order.GetProperty("isShutting").GetBoolean(), order.GetProperty("answer").GetString()).ShouldBe(("配额用完", true, "执行成功"));

        await using var byHand = await OutletPark.Water(server);
        var turned = (await server.Client.PostAsJsonAsync($"/api/v1/outlets/{byHand.Point}/valve-orders", new { isShutting = false, why = "恢复排放" }, RecordApi.Token).Saved()).Id();
        (await Orders(byHand)).Single().GetProperty("way").GetString().ShouldBe("人工操作");
        await server.Client.PostAsJsonAsync($"/api/v1/outlets/valve-orders/{turned}/answer", new { answer = "10:05 已开阀" }, RecordApi.Token).Saved();
        await server.Client.PostAsJsonAsync($"/api/v1/outlets/valve-orders/{turned}/answer", new { answer = "又一次" }, RecordApi.Token).Refused(HttpStatusCode.Conflict);
        (await Orders(byHand)).Single().GetProperty("answer").GetString()!.ShouldContain("10:05 已开阀");

        Task<List<JsonElement>> Orders(OutletPark park) => server.Get<List<JsonElement>>($"/api/v1/outlets/valve-orders?pointId={park.Point}");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_enterprise_sees_its_own_outlets_alone(Database database)
    {
        var server = await servers.On(database);
        await using var mine = await OutletPark.Water(server);
        await using var theirs = await OutletPark.Water(server);
        foreach (var park in new[] { mine, theirs })
        {
            for (var hour = 0; hour < 24; hour++)
                await park.Hour(hour, "w01018-Avg=40,w01018-Flag=N;w00000-Avg=10,w00000-Flag=N");
            await park.Arrived("w01018", 24);
            await park.Rebuild();
            await server.Client.Post("discharge-quotas", new { enterpriseId = park.Enterprise, filingId = park.Filing, cardNumber = $"K{park.Mn}", factor = "w01018", from = OutletPark.Day(0), to = OutletPark.Day(30), quota = 500, unit = "kg" }).Saved();
            await server.Client.PostAsJsonAsync($"/api/v1/outlets/{park.Point}/valve-orders", new { isShutting = true, why = "试验" }, RecordApi.Token).Saved();
        }

        using var officer = await RecordApi.SignedIn(server, $"outlet-{mine.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", mine.Enterprise);
        var client = officer.Client;
        (await Get("")).Select(one => one.Id()).ShouldBe([mine.Point]);
        (await Get($"emissions?year={OutletPark.First.Year}")).Select(one => one.GetProperty("pointId").GetInt32()).ShouldBe([mine.Point]);
        (await Get($"transmission?from={OutletPark.Day(0)}&to={OutletPark.Day(2)}")).Select(one => one.GetProperty("enterpriseId").GetInt32()).Distinct().ShouldBe([mine.Enterprise]);
        (await Get("quotas")).Select(one => one.GetProperty("pointId").GetInt32()).ShouldBe([mine.Point]);
        (await Get("valve-orders")).Select(one => one.GetProperty("pointId").GetInt32()).ShouldBe([mine.Point]);
        foreach (var path in new[] { "", $"/hours?from={OutletPark.Day(0)}&to={OutletPark.Day(0)}", $"/period?from={OutletPark.Day(0)}&to={OutletPark.Day(0)}", $"/hours.xlsx?from={OutletPark.Day(0)}&to={OutletPark.Day(0)}" })
        {
            (await client.GetAsync($"/api/v1/outlets/{mine.Point}{path}", RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
            (await client.GetAsync($"/api/v1/outlets/{theirs.Point}{path}", RecordApi.Token)).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }

        // Neither valves nor rebuilding are an enterprise's.
        await client.PostAsJsonAsync($"/api/v1/outlets/{mine.Point}/valve-orders", new { isShutting = false, why = "自己开" }, RecordApi.Token).Refused(HttpStatusCode.Forbidden);
        await client.PostAsync($"/api/v1/outlets/rebuild?from={OutletPark.Day(0)}&to={OutletPark.Day(0)}", null, RecordApi.Token).Refused(HttpStatusCode.Forbidden);

        async Task<List<JsonElement>> Get(string path) => (await client.GetFromJsonAsync<List<JsonElement>>($"/api/v1/outlets/{path}", RecordApi.Token))!;
    }
}
