using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.EndToEnd.Records;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>动态管控 and 标样核查 from the socket: what instruments say of themselves is kept, judged, and told where it is unusual.</summary>
public class InstrumentTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_changed_slope_a_fault_and_a_failed_check_are_found_once_and_explained(Database database)
    {
        var server = await servers.On(database);
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        var start = Park.Now.AddMinutes(-30);

        await park.Send(device, CommandCode.DeviceInformation, start, "PolId=w01018;i13008-Info=1.02;i13001-Info=0-200;i12001-Info=0");
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(1), "PolId=w01018;i13008-Info=1.020");
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(2), "PolId=w01018;i11001-Info=//用户登录//");
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(3), "PolId=w01018;i13008-Info=0.51");
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(3), "PolId=w01018;i13008-Info=0.51");
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(4), "PolId=w01018;i12001-Info=2");

        // 1.02 and 1.020 are the same; what is sent twice is told once.
        var changed = await park.Alarm(alarm => alarm.Kind == "ParameterChanged");
        changed.Text.ShouldBe("斜率由 1.02 改为 0.51：不是平台下发，也不在维护或校准状态。");
        changed.Level.ShouldBe("Orange");
        changed.EndedAt.ShouldNotBeNull();
        var fault = await park.Alarm(alarm => alarm.Kind == "DeviceFault");
        fault.Text.ShouldContain("工作状态：故障（2）");
        fault.EndedAt.ShouldBeNull();
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(5), "PolId=w01018;i12001-Info=0");
        (await park.Alarm(alarm => alarm.Kind == "DeviceFault" && alarm.EndedAt != null)).Id.ShouldBe(fault.Id);

        // HJ 355: a standard of 80 may be read as 72 … 88. The device passes both; the platform does not.
        await park.Send(device, CommandCode.StandardCheckResult, start.AddMinutes(6), "w01018-SampleRd=92.5,w01018-StandardValue=80,w01018-ResultType=1");
        var failed = await park.Alarm(alarm => alarm.Kind == "CheckFailed");
        failed.Text.ShouldContain("测得 92.5，标准值 80");
        failed.Text.ShouldContain("误差 15.6 %，允许 ±10 %");
        failed.EndedAt.ShouldBeNull();
        await park.Send(device, CommandCode.StandardCheckResult, start.AddMinutes(20), "w01018-SampleRd=84,w01018-StandardValue=80,w01018-ResultType=1");
        (await park.Alarm(alarm => alarm.Kind == "CheckFailed" && alarm.EndedAt != null)).Id.ShouldBe(failed.Id);
        (await park.Alarms()).Select(alarm => alarm.Kind).Order().ShouldBe(["CheckFailed", "DeviceFault", "ParameterChanged"]);

        var states = (await server.Get<JsonElement>($"/api/v1/instruments/states?mn={park.Mn}")).GetProperty("items").EnumerateArray().ToDictionary(one => one.GetProperty("code").GetString()!, one => one.GetProperty("value").GetString()!);
        states.ShouldBe(new Dictionary<string, string> { ["i12001"] = "0", ["i13001"] = "0-200", ["i13008"] = "0.51" }, ignoreOrder: true);
        var changes = (await server.Get<JsonElement>($"/api/v1/instruments/records?mn={park.Mn}&changes=true")).GetProperty("items").EnumerateArray().Select(one => (one.GetProperty("code").GetString()!, one.GetProperty("before").GetString()!, one.GetProperty("value").GetString()!)).ToList();
        changes.ShouldBe([("i12001", "2", "0"), ("i12001", "0", "2"), ("i13008", "1.02", "0.51")]);
        var log = (await server.Get<JsonElement>($"/api/v1/instruments/records?mn={park.Mn}&code=i11001")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        log.GetProperty("value").GetString().ShouldBe("用户登录");
        // The alarm ends before the check is kept.
        var checks = (await Api.Until(() => server.Get<PageOf<JsonElement>>($"/api/v1/instruments/checks?mn={park.Mn}"), page => page.Total >= 2)).Items;
        checks.Select(check => (check.GetProperty("reading").GetDouble(), check.GetProperty("passes").GetBoolean(), check.GetProperty("devicePassed").GetBoolean())).ShouldBe([(84, true, true), (92.5, false, true)]);

        // 2021: a treatment facility says that it is in trouble, and that it is over.
        await park.Send(device, CommandCode.FacilityState, start.AddMinutes(21), "SB1-RS=1");
        await park.Send(device, CommandCode.FacilityState, start.AddMinutes(22), "SB1-RS=4");
        (await park.Alarm(alarm => alarm.Text.Contains("治理设施 SB1：报警（4）"))).EndedAt.ShouldBeNull();
        await park.Send(device, CommandCode.FacilityState, start.AddMinutes(23), "SB1-RS=1");
        await park.Alarm(alarm => alarm.Text.Contains("治理设施 SB1") && alarm.EndedAt != null);

        // Nonsense holds nothing up, a failed check that comes late says nothing of now, and another setting is told after both.
        await park.Send(device, CommandCode.StandardCheckResult, start.AddMinutes(24), "w01018-SampleRd=9e99,w01018-StandardValue=80,w01018-ResultType=1");
        await park.Send(device, CommandCode.StandardCheckResult, start.AddMinutes(10), "w01018-SampleRd=99,w01018-StandardValue=80,w01018-ResultType=0");
        await park.Send(device, CommandCode.DeviceInformation, start.AddMinutes(25), "PolId=w01018;i13001-Info=0-500");
        await park.Alarm(alarm => alarm.Kind == "ParameterChanged" && alarm.Text.Contains("测量量程由 0-200 改为 0-500"));
        (await park.Alarms()).Where(alarm => alarm.Kind == "CheckFailed").ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
        // What was taken is brought again: nothing is told twice.
        var before = (await park.Alarms()).Count;
        await server.Post<JsonElement>("/api/v1/telegrams/replay", new { mn = park.Mn });
        await Task.Delay(TimeSpan.FromSeconds(2));
        (await park.Alarms()).Count.ShouldBe(before);

        // The range that the instrument tells, 0–500 now, is what a reading cannot lie beyond as long as none is filed; it is known within two seconds.
        await Task.Delay(TimeSpan.FromSeconds(3));
        await park.Send(device, Park.Now, 501);
        var beyond = await park.Alarm(alarm => alarm.Kind == "OutOfRange");
        beyond.Text.ShouldContain("设备报送量程（i13001）");

        // Nothing of it is anybody else's.
        using var foreign = await RecordApi.SignedIn(server, $"foreign-{park.Enterprise}-{database}".ToLowerInvariant(), "enterprise-officer", await server.Client.NewEnterprise());
        foreach (var list in new[] { "states", "records", "checks", "runs" })
            (await foreign.Client.GetFromJsonAsync<JsonElement>($"/api/v1/instruments/{list}?mn={park.Mn}", RecordApi.Token)).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_scheduled_check_is_commanded_once_and_its_result_is_found()
    {
        var server = await servers.On(Database.Sqlite);
        var park = await AlarmPark.Build(server);
        await using var device = park.Connect();
        await park.Send(device, Park.Now, 20); // From now on the logger is known to be at this connection.
        var due = Park.Now;
        await server.Client.Post("check-schedules", new { deviceId = park.Mn, factor = "w01018", everyHours = 24, from = due.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) }).Saved();
        await server.Client.Post("check-schedules", new { deviceId = park.Mn, factor = "nonsense", everyHours = 24, from = "2026-01-01 25:00" }).Refused(System.Net.HttpStatusCode.BadRequest);

        var request = (await device.Receive(TimeSpan.FromSeconds(60))).ShouldNotBeNull();
        request.Command.ShouldBe(CommandCode.ZeroSpanCalibration);
        System.Text.Encoding.UTF8.GetString(request.DataArea).ShouldBe("PolId=w01018");
        await park.Send(device, CommandCode.StandardCheckResult, Park.Now, "w01018-SampleRd=79,w01018-StandardValue=80,w01018-ResultType=1");
        var run = await Api.Until(
            async () => (await server.Get<JsonElement>($"/api/v1/instruments/runs?mn={park.Mn}")).GetProperty("items").EnumerateArray().FirstOrDefault(),
            one => one.ValueKind == JsonValueKind.Object && one.GetProperty("result").ValueKind == JsonValueKind.Object);
        run.GetProperty("result").GetProperty("passes").GetBoolean().ShouldBeTrue();
    }
}
