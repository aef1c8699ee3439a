using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>反控: request → 9011 → data → 9012 (HJ 212-2017 clauses 6.2.2 and 6.5).</summary>
public sealed class CommandTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_command_is_sent_answered_executed_and_recorded(Database database)
    {
        var (server, mn) = (await servers.On(database), Api.NewMn());
        await using var device = await Connected(server, mn);

        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1061 });
        var request = (await device.Receive()).ShouldNotBeNull();
        (request.Command, request.Mn).ShouldBe((CommandCode.RealTimeInterval, mn));
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        await Answer(device, mn, request, CommandCode.RealTimeInterval, "RtdInterval=30", mnSystem: "32");
        await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");

        var ended = await Ended(server, mn, record.Id);
        (ended.State, ended.RequestReturn, ended.ExecutionReturn, ended.Attempts, ended.RequestedBy).ShouldBe(("Succeeded", 1, 1, 1, "本机操作员"));
        ended.Detail.ShouldBe("返回：实时数据间隔 30 秒（RtdInterval=30）");
        // The exchange is in the log, both ways: request, 9011, data, 9012.
        (await server.Telegrams($"mn={mn}&qn={record.Qn}")).Select(telegram => telegram.Command)
            .ShouldBe(["ExecutionResult", "RealTimeInterval", "RequestAnswer", "RealTimeInterval"]);
    }

    /// <summary>HJ 212-2017 6.7: once, and not again when it comes back soon.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_device_is_set_up_at_its_first_contact(Database database)
    {
        var (server, mn) = (await servers.On(database), Api.NewMn());
        await server.Register(mn, new { setsUp = true, realTimeIntervalSeconds = 60, sendsFacilityState = false });
        await using (var device = TestDevice.Connect(server.Gateway))
        {
            await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"));
            (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
            foreach (var expected in new[] { CommandCode.SetDeviceTime, CommandCode.SetTimeoutAndRetries, CommandCode.SetRealTimeInterval, CommandCode.SetMinuteInterval, CommandCode.RealTimeData, CommandCode.StopFacilityState })
            {
                var request = (await device.Receive()).ShouldNotBeNull();
                request.Command.ShouldBe(expected);
                if (expected == CommandCode.StopFacilityState)
                {
                    await Answer(device, mn, request, CommandCode.NoticeAnswer, "");
                    break;
                }

                await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
                await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");
            }

            await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), one => one.GetProperty("setUpAt").ValueKind == JsonValueKind.String);
            // What a 2025 logger says of its hardware is kept with it, and answered as a notice.
            await device.Send(TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2025, "91"), Park.Now, CommandCode.UploadHardwareIdentity, "i23005-Info=L1;i23006-Info=C2;i23007-Info=M3;i23008-Info=M4", wantsAnswer: true));
            (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.NoticeAnswer);
            await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), one => one.GetProperty("hardware").GetString() == "数采仪 L1，CPU C2，MAC M3 M4");
        }

        var records = await server.Get<PageOf<CommandRow>>($"/api/v1/devices/{mn}/commands");
        (records.Total, records.Items.All(record => record is { State: "Succeeded", RequestedBy: "平台（初始化）" })).ShouldBe((6, true));
        await using var again = TestDevice.Connect(server.Gateway);
        await again.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=2,w01018-Flag=N"));
        (await again.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        (await again.Receive(TimeSpan.FromSeconds(5))).ShouldBeNull(); // Longer than a first contact would wait.
    }

    [Fact]
    public async Task A_device_that_refuses_or_fails_is_reported_as_such()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await using var device = await Connected(server, mn);

        var refused = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 3011, factor = "w01018" });
        var request = (await device.Receive()).ShouldNotBeNull();
        System.Text.Encoding.ASCII.GetString(request.DataArea).ShouldBe("PolId=w01018");
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=2");
        (await Ended(server, mn, refused.Id)).ShouldSatisfyAllConditions(ended => ended.State.ShouldBe("Refused"), ended => ended.RequestReturn.ShouldBe(2));

        var failed = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 3012, factor = "w01018" });
        request = (await device.Receive()).ShouldNotBeNull();
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=2");
        (await Ended(server, mn, failed.Id)).ShouldSatisfyAllConditions(ended => ended.State.ShouldBe("Refused"), ended => ended.ExecutionReturn.ShouldBe(2));
    }

    /// <summary>What each command sends, and how what comes back is told; HJ 212-2017 annex C.</summary>
    [Theory]
    [InlineData("""{"command":1000,"number":5,"count":3}""", "OverTime=5;ReCount=3", "", "")]
    [InlineData("""{"command":1011}""", "", "SystemTime=20160801085857", "时间 2016-08-01 08:58:57")]
    [InlineData("""{"command":3015}""", "", "DataTime=20160801085857;VaseNo=1", "留样瓶 1")]
    [InlineData("""{"command":3016,"factor":"w01018","start":"08:00:00","number":2}""", "PolId=w01018;CstartTime=080000;Ctime=2", "", "")]
    [InlineData("""{"command":3017,"factor":"w01018"}""", "PolId=w01018", "PolId=w01018;CstartTime=000000;CTime=2", "化学需氧量 每天 00:00:00 起，每 2 小时采样一次")]
    [InlineData("""{"command":3019,"factor":"w01018"}""", "PolId=w01018", "PolId=w01018;w01018-SN=010000A8900016F000169DC0", "化学需氧量 仪器编码 010000A8900016F000169DC0")]
    [InlineData("""{"command":3020,"factor":"w01018","infoId":"i12001"}""", "PolId=w01018;InfoId=i12001", "DataTime=20100301145000;PolId=w01018;i12001-Info=1", "化学需氧量 工作状态 维护")]
    [InlineData("""{"command":3021,"factor":"w01018","infoId":"i13004","text":"168.0"}""", "PolId=w01018;InfoId=i13004;i13004-Info=168.0", "", "")]
    public async Task A_command_is_written_as_annex_C_has_it_and_its_reply_told_in_words(string command, string dataArea, string reply, string told)
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await using var device = await Connected(server, mn);

        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", JsonDocument.Parse(command).RootElement);
        var request = (await device.Receive()).ShouldNotBeNull();
        System.Text.Encoding.ASCII.GetString(request.DataArea).ShouldBe(dataArea);
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        if (reply.Length > 0)
            await Answer(device, mn, request, request.Command, reply, mnSystem: "32");
        await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");
        (await Ended(server, mn, record.Id)).ShouldSatisfyAllConditions(ended => ended.State.ShouldBe("Succeeded"), ended => ended.Detail.ShouldContain(told));
    }

    [Theory]
    [InlineData("""{"command":1000,"number":0,"count":3}""", "超时时间")]
    [InlineData("""{"command":3021,"factor":"w01018","infoId":"i13004","text":"1;NewPW=000000"}""", "参数值")]
    [InlineData("""{"command":3020,"factor":"w01018&&","infoId":"i12001"}""", "因子")]
    [InlineData("""{"command":2051,"from":"2026-01-02T00:00:00Z","to":"2026-01-01T00:00:00Z"}""", "起止时间")]
    [InlineData("""{"command":9999}""", "9999")]
    public async Task A_command_that_makes_no_sense_is_refused_with_the_reason(string command, string reason)
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        using var answer = await server.Client.PostAsJsonAsync($"/api/v1/devices/{mn}/commands", JsonDocument.Parse(command).RootElement, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(reason);
    }

    [Fact]
    public async Task A_silent_device_is_asked_again_and_then_given_up()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await using var device = await Connected(server, mn, new { timeoutSeconds = 1, retries = 2 });

        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1011 });

        for (var attempt = 0; attempt < 3; attempt++)
            (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DeviceTime);
        (await Ended(server, mn, record.Id)).ShouldSatisfyAllConditions(ended => ended.State.ShouldBe("TimedOut"), ended => ended.Attempts.ShouldBe(3));
    }

    [Fact]
    public async Task A_device_that_is_not_connected_gets_no_command_and_the_record_says_so()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1011 });
        (await Ended(server, mn, record.Id)).State.ShouldBe("NotConnected");
    }

    [Fact]
    public async Task Setting_the_password_changes_the_registration_once_the_device_has_done_it()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await using var device = await Connected(server, mn);

        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1072, text = "abc999" });
        var request = (await device.Receive()).ShouldNotBeNull();
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");
        (await Ended(server, mn, record.Id)).State.ShouldBe("Succeeded");

        var now = Park.Now.AddSeconds(5);
        await device.Send(TelegramWriter.Write(new Address(mn, "abc999", ProtocolVersion.V2017, "32"), now, CommandCode.RealTimeData, $"DataTime={now:yyyyMMddHHmmss};w01018-Rtd=2,w01018-Flag=N", wantsAnswer: true));
        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
    }

    /// <summary>Answers (9011, 9012, 9013) of somebody who knows the MN and, say from a tapped line, even the QN, but not the password.</summary>
    [Fact]
    public async Task A_stranger_neither_takes_a_device_over_nor_answers_for_it()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await using var device = await Connected(server, mn);
        await using var stranger = TestDevice.Connect(server.Gateway);
        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1011 });
        var request = (await device.Receive()).ShouldNotBeNull();
        var qn = DateTime.ParseExact(System.Text.Encoding.ASCII.GetString(request.QnText), "yyyyMMddHHmmssfff", null);
        foreach (var (answer, area) in new[] { (CommandCode.RequestAnswer, "QnRtn=1"), (CommandCode.ExecutionResult, "ExeRtn=1"), (CommandCode.NoticeAnswer, "") })
            await stranger.Send(TelegramWriter.Write(new Address(mn, "000000", ProtocolVersion.V2017, "91"), qn, answer, area, wantsAnswer: false));
        await Api.Until(() => server.Telegrams($"mn={mn}&qn={record.Qn}"), found => found.Count >= 4); // The stranger's three are in the log.

        // The device is asked on, and it is the device that answers.
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=2");
        (await Ended(server, mn, record.Id)).ShouldSatisfyAllConditions(ended => ended.State.ShouldBe("Refused"), ended => ended.ExecutionReturn.ShouldBe(2));
        await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1011 });
        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DeviceTime);
        (await stranger.Receive(TimeSpan.FromMilliseconds(300))).ShouldBeNull("the next command, with its password, must not go to the stranger");
    }

    [Fact]
    public async Task A_stranger_does_not_make_a_device_that_never_called_seem_on_line()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using var stranger = TestDevice.Connect(server.Gateway);
        await stranger.Send(TelegramWriter.Write(new Address(mn, "000000", ProtocolVersion.V2017, "91"), Park.Now, CommandCode.ExecutionResult, "ExeRtn=1", wantsAnswer: false));
        await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count == 1);
        var record = await server.Post<CommandRow>($"/api/v1/devices/{mn}/commands", new { command = 1072, text = "abc999" });
        (await Ended(server, mn, record.Id)).State.ShouldBe("NotConnected");
        (await stranger.Receive(TimeSpan.FromMilliseconds(300))).ShouldBeNull();
    }

    [Fact]
    public async Task A_device_that_asks_for_the_time_is_given_it()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        await using var device = await Connected(server, mn);

        await device.Send(TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2017, "32"), now, CommandCode.TimeCalibrationRequest, "PolId=w01018", wantsAnswer: true));

        var answers = new[] { (await device.Receive()).ShouldNotBeNull(), (await device.Receive()).ShouldNotBeNull() };
        answers.Select(answer => answer.Command).ShouldBe([CommandCode.NoticeAnswer, CommandCode.SetDeviceTime], ignoreOrder: true);
        var given = DateTime.ParseExact(answers.Single(answer => answer.Command == CommandCode.SetDeviceTime).Find("SystemTime"u8)!, "yyyyMMddHHmmss", null);
        (given - Park.Now).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory, InlineData("{\"command\":1062,\"number\":5}", "30～3600"), InlineData("{\"command\":1072,\"text\":\"12\"}", "6 位"), InlineData("{\"command\":2051}", "起止时间"), InlineData("{\"command\":4242}", "4242")]
    public async Task A_command_that_makes_no_sense_is_refused_with_a_reason(string body, string says)
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var answer = await server.Client.PostAsync($"/api/v1/devices/{mn}/commands", content);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(says);
    }

    /// <summary>A hole of one hour in 10-minute data is asked for after reconnecting, and what comes is marked 补传.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_hole_fills_itself(Database database)
    {
        var (server, mn) = (await servers.On(database), Api.NewMn());
        await server.Register(mn, new { minuteInterval = 10 });
        await using var device = TestDevice.Connect(server.Gateway);
        var address = new Address(mn, "123456", ProtocolVersion.V2017, "32");
        var begin = Park.Now.AddHours(-4);
        begin = begin.Date.AddHours(begin.Hour);
        var qn = Park.Now;
        byte[] Minute(DateTime time) => TelegramWriter.Write(
            address, qn = qn.AddMilliseconds(1), CommandCode.MinuteData, $"DataTime={time:yyyyMMddHHmmss};w01018-Min=1,w01018-Avg=2,w01018-Max=3,w01018-Flag=N", wantsAnswer: true);
        // Ten-minute data up to now, without the hour from +1:00 to +1:50.
        var stamps = Enumerable.Range(0, 30).Select(i => begin.AddMinutes(10 * i)).Where(time => time <= Park.Now).ToList();
        var hole = stamps.Where(time => time >= begin.AddHours(1) && time < begin.AddHours(2)).ToList();
        foreach (var time in stamps.Except(hole))
        {
            await device.Send(Minute(time));
            (await device.Receive()).ShouldNotBeNull();
        }

        Telegram? request;
        do
            request = (await device.Receive(TimeSpan.FromSeconds(60))).ShouldNotBeNull("the platform asks for what is missing");
        while (request.Command != CommandCode.MinuteData);
        request.Find("BeginTime"u8).ShouldBe($"{hole[0]:yyyyMMddHHmmss}");
        request.Find("EndTime"u8).ShouldBe($"{hole[^1]:yyyyMMddHHmmss}");
        await Answer(device, mn, request, CommandCode.RequestAnswer, "QnRtn=1");
        foreach (var time in hole)
            await device.Send(Minute(time));
        await Answer(device, mn, request, CommandCode.ExecutionResult, "ExeRtn=1");

        var gap = (await Api.Until(() => server.Get<List<JsonElement>>($"/api/v1/devices/{mn}/gaps"), gaps => gaps.Any(one => one.GetProperty("state").GetString() == "Filled"))).Single();
        gap.GetProperty("missing").GetInt32().ShouldBe(0);
        var filled = await server.Readings(mn, "w01018", "Minute");
        filled.Select(reading => reading.Time).ShouldBe(stamps.Select(Park.Utc));
        filled.Where(reading => hole.Select(Park.Utc).Contains(reading.Time)).ShouldAllBe(reading => reading.Marks.Contains("Backfill"));
    }

    private static async Task<TestDevice> Connected(ServerProcess server, string mn, object? changes = null)
    {
        await server.Register(mn, changes);
        var device = TestDevice.Connect(server.Gateway);
        await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();
        await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), found => found.GetProperty("isOnline").GetBoolean());
        return device;
    }

    internal static Task Answer(TestDevice device, string mn, Telegram request, CommandCode command, string area, string mnSystem = "91") =>
        device.Send(TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2017, mnSystem), request.Qn, command, area, wantsAnswer: false));

    internal static Task<CommandRow> Ended(ServerProcess server, string mn, long id) =>
        Api.Until(() => server.Get<CommandRow>($"/api/v1/devices/{mn}/commands/{id}"), record => record.CompletedAt is not null, TimeSpan.FromSeconds(60));
}

public sealed record CommandRow(long Id, string Qn, string State, int? RequestReturn, int? ExecutionReturn, int Attempts, string RequestedBy, string Detail, DateTime? CompletedAt);
