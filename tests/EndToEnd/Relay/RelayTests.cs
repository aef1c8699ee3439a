using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Relay;

/// <summary>Sharing upwards: HJ 212 to upper platforms through real sockets.</summary>
public sealed class RelayTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task The_upper_platform_gets_what_chosen_devices_send_byte_for_byte_and_in_order(Database database)
    {
        var server = await servers.On(database);
        string[] mns = [Api.NewMn(), Api.NewMn(), Api.NewMn()];
        foreach (var mn in mns)
            await server.Register(mn);
        await using var upper = new TestUpperPlatform();
        await using var devices = new Devices(server, mns);
        await devices.Of(0).Send(); // Before it is registered: not for it.
        var id = await server.Relay(upper.Port, mns[..2], new { data = "RealTime, Minute" });

        var expected = new List<string>();
        for (var i = 0; i < 30; i++)
        {
            var sent = await devices.Of(i % 3).Send(i % 5 == 0 ? CommandCode.HourlyData : i % 2 == 0 ? CommandCode.MinuteData : CommandCode.RealTimeData, $"w01018-Avg={i},w01018-Flag=N");
            if (i % 3 < 2 && i % 5 != 0)
                expected.Add(sent.Text());
        }

        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count >= expected.Count);
        upper.Received.Select(one => one.Raw.Text()).ShouldBe(expected);
        var state = await Api.Until(() => server.RelayState(id), row => row.Backlog == 0 && row.Sent == expected.Count);
        (state.Link, state.LastError).ShouldBe(("Connected", ""));
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_second_platform_gets_the_same_by_other_names_in_another_edition(Database database)
    {
        var server = await servers.On(database);
        var (mn, key) = (Api.NewMn(), "00112233445566778899AABBCCDDEEFF");
        await server.Register(mn);
        await using var plain = new TestUpperPlatform();
        await using var old = new TestUpperPlatform();
        await using var secret = new TestUpperPlatform(key: key);
        await using var devices = new Devices(server, mn);
        int[] ids =
        [
            await server.Relay(plain.Port, [mn]),
            await server.Relay(old.Port, [], new { version = "V2005", password = "654321", devices = new[] { new { mn, upperMn = "88888880000001", upperSystemCode = "31" } } }),
            await server.Relay(secret.Port, [], new { version = "V2025", encryptionKey = key, devices = new[] { new { mn, upperMn = "A0000000000000000000000F", password = "999999" } } }),
        ];

        var sent = await devices.Of(0).Send(area: "w01018-Rtd=36.2,w01018-Flag=N;w21003-Rtd=1.5,w21003-Flag=N");
        foreach (var upper in new[] { plain, old, secret })
            await Api.Until(() => Task.FromResult(upper.Received.Count), count => count > 0);

        plain.Received.ShouldHaveSingleItem().Raw.Text().ShouldBe(sent.Text());
        var time = Encoding.ASCII.GetString(plain.Received[0].Telegram.DataArea)[9..23];
        old.Received.ShouldHaveSingleItem().Raw.Text()[6..].ShouldStartWith(
            $"QN={plain.Received[0].Qn};ST=31;CN=2011;PW=654321;MN=88888880000001;Flag=1;CP=&&DataTime={time};011-Rtd=36.2,011-Flag=N;060-Rtd=1.5,060-Flag=N&&");
        var got = secret.Received.ShouldHaveSingleItem();
        got.Raw.Text().ShouldContain($"PW=999999;MN=A0000000000000000000000F;Flag=9;CP=&&{{0x");
        got.Area.ShouldBe(plain.Received[0].Area);
        foreach (var id in ids)
        {
            await Api.Until(() => server.RelayState(id), row => row.Backlog == 0);
            await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
        }
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task One_that_cannot_be_reached_or_never_answers_does_not_hinder_another_and_says_why(Database database)
    {
        var (server, mn) = (await servers.On(database), Api.NewMn());
        await server.Register(mn);
        await using var well = new TestUpperPlatform();
        await using var silent = new TestUpperPlatform { Answer = _ => null };
        await using var wrong = new TestUpperPlatform { Answer = one => TelegramWriter.Frame(Encoding.ASCII.GetBytes($"QN=20200101000000000;ST=91;CN=9014;PW=123456;MN={one.Telegram.Mn};Flag=4;CP=&&&&")) };
        await using var devices = new Devices(server, mn);
        object quick = new { timeoutSeconds = 1, retries = 2 };
        var (ok, deaf, mistaken) = (await server.Relay(well.Port, [mn], quick), await server.Relay(silent.Port, [mn], quick), await server.Relay(wrong.Port, [mn], quick));
        var unknown = await server.Relay(9212, [mn], new { host = "no-such-host.invalid" });
        var closed = await server.Relay(TestServer.FreePort(), [mn]);

        for (var i = 0; i < 20; i++)
            await devices.Of(0).Send();
        await Api.Until(() => Task.FromResult(well.Received.Count), count => count == 20);

        (await Api.Until(() => server.RelayState(deaf), row => row.LastError.Length > 0)).ShouldSatisfyAllConditions(row => row.LastError.ShouldContain("1 秒内没有应答，共发送 3 次"), row => row.Backlog.ShouldBe(20));
        silent.Received.Take(3).Select(one => one.Raw.Text()).Distinct().ShouldHaveSingleItem("HJ 212-2017 6.2.1: the same again, as often as table 1 has it");
        (await Api.Until(() => server.RelayEvents(mistaken), events => events.Exists(one => one.Kind == "WrongAnswer"))).ShouldContain(one => one.Text.Contains("20200101000000000", StringComparison.Ordinal));
        (await Api.Until(() => server.RelayState(unknown), row => row.LastError.Length > 0)).LastError.ShouldContain("找不到主机 no-such-host.invalid");
        (await Api.Until(() => server.RelayState(closed), row => row.LastError.Length > 0)).LastError.ShouldContain("拒绝连接");

        // Both come to their senses: everything is there, in order.
        silent.Answer = wrong.Answer = one => TelegramWriter.AnswerTo(one.Telegram);
        foreach (var (id, upper) in new[] { (deaf, silent), (mistaken, wrong) })
        {
            await Api.Until(() => server.RelayState(id), row => row.Backlog == 0, TimeSpan.FromSeconds(90));
            upper.Received.Once().ShouldBe(well.Received.Once());
        }

        foreach (var id in new[] { ok, deaf, mistaken, unknown, closed })
            await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_refused_device_is_held_with_the_reason_and_catches_up_once_the_password_is_right(Database database)
    {
        var server = await servers.On(database);
        string[] mns = [Api.NewMn(), Api.NewMn()];
        foreach (var mn in mns)
            await server.Register(mn);
        await using var upper = new TestUpperPlatform();
        upper.Answer = one => Encoding.ASCII.GetString(one.Telegram.PasswordText) == (one.Telegram.Mn == mns[0] ? "right1" : "123456")
            ? TelegramWriter.AnswerTo(one.Telegram)
            : TelegramWriter.Frame(Encoding.ASCII.GetBytes($"QN={one.Qn};ST=91;CN=9011;PW=123456;MN={one.Telegram.Mn};Flag=4;CP=&&QnRtn=3&&"));
        await using var devices = new Devices(server, mns);
        var id = await server.Relay(upper.Port, mns);

        for (var i = 0; i < 10; i++)
            await devices.Of(i % 2).Send(area: $"w01018-Rtd={i},w01018-Flag=N");

        await Api.Until(() => Task.FromResult(upper.Received.Count(one => one.Telegram.Mn == mns[1])), count => count == 5);
        var held = await Api.Until(() => server.RelayState(id), row => row.Owed == 5);
        held.Devices.Single(one => one.Mn == mns[0]).HeldFor.ShouldBe("上级平台拒绝：PW 错误（QnRtn=3）。");
        (held.Backlog, held.Devices.Single(one => one.Mn == mns[1]).HeldFor).ShouldBe((5, null));
        upper.Received.Count(one => one.Telegram.Mn == mns[0]).ShouldBe(1, "the first told us");

        await server.Do(HttpMethod.Put, $"/api/v1/relay/{id}", RelayApi.Merge(new { name = held.Name, host = "127.0.0.1", port = upper.Port, timeoutSeconds = 5, retries = 1 },
            new { devices = new object[] { new { mn = mns[0], password = "right1" }, new { mn = mns[1] } } }));
        await Api.Until(() => server.RelayState(id), row => row.Backlog == 0);
        upper.Received.Where(one => one.Telegram.Mn == mns[0]).Skip(1).Select(one => one.Telegram.Find("DataTime"u8) is null ? "" : one.Area.Split(';')[1])
            .ShouldBe([.. Enumerable.Range(0, 5).Select(i => $"w01018-Rtd={i * 2},w01018-Flag=N")]);
        (await server.RelayState(id)).Devices.ShouldAllBe(one => one.HeldFor == null);
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task A_device_held_by_hand_waits_and_goes_up_after_it_is_released()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using var upper = new TestUpperPlatform();
        await using var devices = new Devices(server, mn);
        var id = await server.Relay(upper.Port, [mn]);
        await server.Do(HttpMethod.Put, $"/api/v1/relay/{id}/devices/{mn}/hold", new { reason = "上级尚未登记该 MN" });
        await Task.Delay(TimeSpan.FromSeconds(3)); // A running relay looks every two seconds.
        var sent = new List<string>();
        for (var i = 0; i < 4; i++)
            sent.Add((await devices.Of(0).Send()).Text());
        await Api.Until(() => server.RelayState(id), row => row.Owed == 4);
        upper.Received.ShouldBeEmpty();

        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}/devices/{mn}/hold");
        sent.Add((await devices.Of(0).Send()).Text());

        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 5);
        upper.Received.Select(one => one.Raw.Text()).ShouldBe(sent);
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task A_paused_relay_keeps_its_backlog_and_an_earlier_start_sends_again()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using var upper = new TestUpperPlatform();
        await using var devices = new Devices(server, mn);
        var id = await server.Relay(upper.Port, [mn]);
        var begun = DateTime.UtcNow.AddMinutes(-5);
        var sent = new List<string> { (await devices.Of(0).Send()).Text() };
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 1);
        await server.Do(HttpMethod.Post, $"/api/v1/relay/{id}/pause");
        await Api.Until(() => server.RelayState(id), row => row.Link == "Idle");
        sent.Add((await devices.Of(0).Send()).Text());
        (await Api.Until(() => server.RelayState(id), row => row.Backlog == 1)).IsEnabled.ShouldBeFalse();
        upper.Received.Count.ShouldBe(1);

        await server.Do(HttpMethod.Post, $"/api/v1/relay/{id}/resume");
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 2);
        upper.Received.Select(one => one.Raw.Text()).ShouldBe(sent);

        await server.Do(HttpMethod.Put, $"/api/v1/relay/{id}", new { name = $"重发 {mn}", host = "127.0.0.1", port = upper.Port, devices = new[] { new { mn } }, startsAt = begun });
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 4);
        upper.Received.Select(one => one.Raw.Text()).ShouldBe([.. sent, .. sent]);
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task What_is_accepted_only_afterwards_is_sent_afterwards()
    {
        var (server, mn) = (await servers.On(Database.Postgres), Api.NewMn());
        await server.Register(mn);
        await using var upper = new TestUpperPlatform();
        await using var devices = new Devices(server, mn);
        var id = await server.Relay(upper.Port, [mn]);
        await devices.Of(0).Send();
        await using var lower = TestDevice.Connect(server.Gateway);
        var frame = LowerCase(mn);
        await lower.Send(frame); // Lower-case CRC: not tolerated yet.
        await Api.Until(() => server.Telegrams($"mn={mn}&verdict=Rejected"), found => found.Count == 1);
        await devices.Of(0).Send();
        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 2);

        await server.Do(HttpMethod.Put, $"/api/v1/devices/{mn}", new { mn, name = mn, systemCode = "32", tolerances = "LowerCaseCrc" });
        await server.Do(HttpMethod.Post, "/api/v1/telegrams/replay", new { mn });

        await Api.Until(() => Task.FromResult(upper.Received.Count), count => count == 3);
        // Put right on the way: the upper platform need not tolerate anything.
        upper.Received[2].Raw.Text().ShouldBe(frame.Text().Replace(frame.Text()[^6..], frame.Text()[^6..].ToUpperInvariant(), StringComparison.Ordinal));
        await Task.Delay(TimeSpan.FromSeconds(3));
        upper.Received.Count.ShouldBe(3);
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Theory]
    [InlineData("1011", "", "123456", new[] { "9011 QnRtn=1", "1011 SystemTime=", "9012 ExeRtn=1" })]
    [InlineData("1012", "SystemTime=20260801085857", "123456", new[] { "9011 QnRtn=2" })]
    [InlineData("2011", "", "123456", new[] { "9011 QnRtn=2" })]
    [InlineData("3011", "PolId=w01018", "123456", new[] { "9011 QnRtn=2" })]
    [InlineData("3011", "PolId=w01018", "000000", new[] { "9011 QnRtn=3" })]
    [InlineData("4711", "", "123456", new[] { "9011 QnRtn=8" })]
    public async Task Commands_from_above_are_answered_politely_and_told(string command, string area, string password, string[] expected)
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using var upper = new TestUpperPlatform();
        var id = await server.Relay(upper.Port, [mn]);
        await Api.Until(() => server.RelayState(id), row => row.Link == "Connected");

        await upper.Send(TelegramWriter.Frame(Encoding.ASCII.GetBytes($"QN=20261124085857223;ST=32;CN={command};PW={password};MN={mn};Flag=5;CP=&&{area}&&")));

        await Api.Until(() => Task.FromResult(upper.Replies.Count), count => count == expected.Length);
        foreach (var (reply, start) in upper.Replies.Zip(expected))
            $"{(int)reply.Command} {Encoding.ASCII.GetString(reply.DataArea)}".ShouldStartWith(start);
        upper.Replies.Select(reply => (Encoding.ASCII.GetString(reply.QnText), reply.Mn)).Distinct().ShouldHaveSingleItem().ShouldBe(("20261124085857223", mn));
        (await Api.Until(() => server.RelayEvents(id), events => events.Exists(one => one.Kind == "Command"))).ShouldContain(one => one.Text.Contains(command, StringComparison.Ordinal));
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task A_command_to_a_device_that_is_not_relayed_is_refused()
    {
        var (server, mn, other) = (await servers.On(Database.Sqlite), Api.NewMn(), Api.NewMn());
        await server.Register(mn);
        await server.Register(other);
        await using var upper = new TestUpperPlatform();
        var id = await server.Relay(upper.Port, [mn]);
        await Api.Until(() => server.RelayState(id), row => row.Link == "Connected");
        await upper.Send(TelegramWriter.Frame(Encoding.ASCII.GetBytes($"QN=20261124085857223;ST=32;CN=1011;PW=123456;MN={other};Flag=5;CP=&&&&")));
        await Api.Until(() => Task.FromResult(upper.Replies.Count), count => count == 1);
        Encoding.ASCII.GetString(upper.Replies[0].DataArea).ShouldBe("QnRtn=4");
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Fact]
    public async Task Without_answers_the_cursor_moves_with_the_sending()
    {
        var (server, mn) = (await servers.On(Database.Postgres), Api.NewMn());
        await server.Register(mn);
        await using var upper = new TestUpperPlatform { Answer = _ => null };
        await using var devices = new Devices(server, mn);
        var id = await server.Relay(upper.Port, [mn], new { wantsAnswer = false });
        for (var i = 0; i < 10; i++)
            await devices.Of(0).Send();
        await Api.Until(() => server.RelayState(id), row => row.Backlog == 0 && row.Sent == 10);
        upper.Received.Count.ShouldBe(10);
        upper.Received.ShouldAllBe(one => one.Telegram.Flag!.Value.Value == 4);
        await server.Do(HttpMethod.Delete, $"/api/v1/relay/{id}");
    }

    [Theory]
    [InlineData("""{"host":"a b"}""", "主机")]
    [InlineData("""{"port":0}""", "端口")]
    [InlineData("""{"encryptionKey":"00112233445566778899AABBCCDDEEFF"}""", "2025")]
    [InlineData("""{"data":"None"}""", "转发内容")]
    [InlineData("""{"devices":[{"mn":"NOBODY01"}]}""", "NOBODY01")]
    public async Task A_registration_that_makes_no_sense_is_refused_with_the_reason(string changes, string reason)
    {
        var server = await servers.On(Database.Sqlite);
        var body = RelayApi.Merge(new { name = "不成立", host = "127.0.0.1", port = 9212, devices = Array.Empty<object>() }, JsonDocument.Parse(changes).RootElement);
        using var answer = await server.Client.PostAsJsonAsync("/api/v1/relay/", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(reason);
    }

    [Fact]
    public async Task Two_devices_cannot_bear_one_MN_there()
    {
        var (server, one, two) = (await servers.On(Database.Sqlite), Api.NewMn(), Api.NewMn());
        await server.Register(one);
        await server.Register(two);
        using var answer = await server.Client.PostAsJsonAsync(
            "/api/v1/relay/", new { name = "重复", host = "127.0.0.1", port = 9212, devices = new[] { new { mn = one, upperMn = "" }, new { mn = two, upperMn = one } } });
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("用于两台数采仪");
    }

    /// <summary>Frame with a CRC in lower case that has a letter.</summary>
    private static byte[] LowerCase(string mn)
    {
        for (var i = 0; ; i++)
        {
            var frame = TestDevice.RealTime(mn, Park.Now.AddSeconds(-i), "w01018-Rtd=7,w01018-Flag=N");
            if (!frame.AsSpan(frame.Length - 6, 4).ContainsAnyInRange((byte)'A', (byte)'F'))
                continue;
            for (var at = frame.Length - 6; at < frame.Length - 2; at++)
                frame[at] = (byte)char.ToLowerInvariant((char)frame[at]);
            return frame;
        }
    }
}

/// <summary>A connection for each of some devices.</summary>
internal sealed class Devices(TestServer server, params string[] mns) : IAsyncDisposable
{
    private readonly List<TestDevice> _devices = [.. mns.Select(_ => TestDevice.Connect(server.Gateway))];

    public Uploader Of(int at) => new(mns[at], _devices[at]);

    public async ValueTask DisposeAsync()
    {
        foreach (var device in _devices)
            await device.DisposeAsync();
    }
}
