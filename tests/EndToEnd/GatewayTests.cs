using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>What a data logger meets at the port (HJ 212-2017 clauses 6.2–6.6).</summary>
public sealed class GatewayTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_telegram_is_answered_logged_and_read(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);

        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=36.25,w01018-Flag=N;w01001-Rtd=7.1,w01001-Flag=N"));
        var answer = (await device.Receive()).ShouldNotBeNull();

        answer.Command.ShouldBe(CommandCode.DataAnswer);
        answer.Mn.ShouldBe(mn);
        answer.Qn.ShouldBe(now);
        var telegram = (await server.Telegrams($"mn={mn}")).ShouldHaveSingleItem();
        (telegram.Verdict, telegram.Command, telegram.Answer).ShouldBe(("Accepted", "RealTimeData", "DataAnswer"));
        telegram.Text.ShouldStartWith("##");
        telegram.Text.ShouldContain("w01018-Rtd=36.25");
        var reading = (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem();
        (reading.Value, reading.Flag, reading.Time, reading.TelegramId).ShouldBe((36.25, "N", Park.Utc(now), telegram.Id));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Flag_bit_0_decides_whether_an_answer_is_sent_and_heartbeats_get_9013(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        var address = new Address(mn, "123456", ProtocolVersion.V2017, "32");

        // Not asked for: no answer. The heartbeat behind it is answered, and it is the first thing that comes.
        await device.Send(TelegramWriter.Write(address, now, CommandCode.RealTimeData, $"DataTime={now:yyyyMMddHHmmss};w01018-Rtd=1,w01018-Flag=N", wantsAnswer: false));
        await device.Send(TelegramWriter.Write(address with { SystemCode = "91" }, now.AddSeconds(1), CommandCode.Heartbeat, "", wantsAnswer: true));
        var answer = (await device.Receive()).ShouldNotBeNull();

        (answer.Command, answer.Qn).ShouldBe((CommandCode.NoticeAnswer, now.AddSeconds(1)));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_unknown_MN_is_kept_and_read_after_one_click(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await using var device = TestDevice.Connect(server.Gateway);
        for (var i = 0; i < 3; i++)
        {
            await device.Send(TestDevice.RealTime(mn, now.AddSeconds(-30 * i), $"w01018-Rtd={10 + i},w01018-Flag=N"));
            (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        }

        (await server.Get<List<JsonElement>>("/api/v1/quarantine")).Select(one => one.GetProperty("mn").GetString()).ShouldContain(mn);
        (await server.Telegrams($"mn={mn}")).ShouldAllBe(telegram => telegram.Verdict == "Quarantined");

        await server.Post<JsonElement>($"/api/v1/quarantine/{mn}/register", new { name = "新数采仪", pointName = $"总排口 {mn}", pointKind = "WasteWater" });

        var readings = await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 3);
        readings.Select(reading => reading.Value).ShouldBe([12, 11, 10]);
        (await server.Telegrams($"mn={mn}")).ShouldAllBe(telegram => telegram.Verdict == "Accepted");
        (await server.Get<List<JsonElement>>("/api/v1/quarantine")).Select(one => one.GetProperty("mn").GetString()).ShouldNotContain(mn);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_recorded_and_read_once_it_is_put_right()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        await server.Register(mn, new { password = "654321" });
        await using var device = TestDevice.Connect(server.Gateway);

        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=5,w01018-Flag=N"));
        var kept = (await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count > 0)).ShouldHaveSingleItem();
        (kept.Verdict, kept.Reason).ShouldBe(("Rejected", "访问密码 PW 与登记不符。"));
        (await device.Receive(TimeSpan.FromMilliseconds(300))).ShouldBeNull();

        using var put = await server.Client.PutAsJsonAsync($"/api/v1/devices/{mn}", new { mn, name = "改正", systemCode = "32", password = "123456" }, Api.Json);
        put.StatusCode.ShouldBe(HttpStatusCode.OK);
        await server.Post<JsonElement>("/api/v1/telegrams/replay", new { mn });
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(5);
    }

    [Fact]
    public async Task A_deviation_is_refused_by_default_and_accepted_and_recorded_where_the_device_may()
    {
        var server = await servers.On(Database.Sqlite);
        var (strict, lenient, now) = (Api.NewMn(), Api.NewMn(), Park.Now);
        await server.Register(strict);
        await server.Register(lenient, new { tolerances = "LowerCaseCrc, MissingCrLf" });
        await using var device = TestDevice.Connect(server.Gateway);

        foreach (var mn in new[] { strict, lenient })
        {
            var frame = Encoding.ASCII.GetString(TestDevice.RealTime(mn, now, "w01018-Rtd=5,w01018-Flag=N"))[..^2];
            var crc = frame[^4..];
            for (var second = 1; crc.All(char.IsAsciiDigit); second++)
            {
                frame = Encoding.ASCII.GetString(TestDevice.RealTime(mn, now, "w01018-Rtd=5,w01018-Flag=N", now.AddSeconds(second)))[..^2];
                crc = frame[^4..];
            }

            // Lower-case CRC and neither CR nor LF.
            await device.Send(Encoding.ASCII.GetBytes(frame[..^4] + crc.ToLowerInvariant()));
            await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count > 0);
        }

        var refused = (await server.Telegrams($"mn={strict}")).ShouldHaveSingleItem();
        (refused.Verdict, refused.Deviations).ShouldBe(("Rejected", "LowerCaseCrc, MissingCrLf"));
        refused.Reason.ShouldContain("可在设备登记中允许");
        var accepted = (await server.Telegrams($"mn={lenient}")).ShouldHaveSingleItem();
        (accepted.Verdict, accepted.Deviations).ShouldBe(("Accepted", "LowerCaseCrc, MissingCrLf"));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_newer_connection_of_the_same_MN_takes_over(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var older = TestDevice.Connect(server.Gateway);
        await older.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=1,w01018-Flag=N"));
        (await older.Receive()).ShouldNotBeNull();
        await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), device => device.GetProperty("isOnline").GetBoolean());
        await using var newer = TestDevice.Connect(server.Gateway);
        await newer.Send(TestDevice.RealTime(mn, now.AddSeconds(1), "w01018-Rtd=2,w01018-Flag=N"));
        (await newer.Receive()).ShouldNotBeNull();

        (await older.IsClosed()).ShouldBeTrue("the older connection is closed");
        await newer.Send(TestDevice.RealTime(mn, now.AddSeconds(2), "w01018-Rtd=3,w01018-Flag=N"));
        (await newer.Receive()).ShouldNotBeNull();
        (await server.Get<JsonElement>($"/api/v1/devices/{mn}")).GetProperty("isOnline").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Devices_go_off_line_when_their_connection_ends()
    {
        var (server, mn) = (await servers.On(Database.Sqlite), Api.NewMn());
        await server.Register(mn);
        await using (var device = TestDevice.Connect(server.Gateway))
        {
            await device.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"));
            await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), found => found.GetProperty("isOnline").GetBoolean());
        }

        await Api.Until(() => server.Get<JsonElement>($"/api/v1/devices/{mn}"), found => !found.GetProperty("isOnline").GetBoolean());
    }

    [Fact]
    public async Task Codes_of_2005_become_those_of_2017_and_the_original_is_kept()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        await server.Register(mn, new { version = "V2005" });
        await using var device = TestDevice.Connect(server.Gateway);

        await device.Send(TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2005, "32"), now, CommandCode.RealTimeData, $"DataTime={now:yyyyMMddHHmmss};011-Rtd=36.2,011-Flag=N", wantsAnswer: true));

        var channel = (await Api.Until(() => server.Channel(mn, "w01018"), found => found is not null))!;
        (channel.OriginalCode, channel.Name, channel.Unit, channel.IsDiscovered).ShouldBe(("011", "化学需氧量", "mg/L", true));
    }

    /// <summary>HJ 212-2025 6.4.2: MN and PW travel in plain, so what comes plain of such a device may be anybody's. An unknown MN is kept unanswered until its key is known.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_encrypted_data_area_is_read_with_the_device_key_and_a_plain_one_refused(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        const string key = "0123456789ABCDEFFEDCBA9876543210";
        byte[] Upload(DateTime time, string value, bool isSecret) => TelegramWriter.Write(
            new Address(mn, "123456", ProtocolVersion.V2025, "32"), time, CommandCode.RealTimeData, $"DataTime={time:yyyyMMddHHmmss};w01018-Rtd={value},w01018-Flag=N",
            wantsAnswer: true, isSecret ? Convert.FromHexString(key) : []);
        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send(Upload(now, "36.2", isSecret: true));
        var kept = (await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count > 0)).ShouldHaveSingleItem();
        (kept.Verdict, kept.Command, kept.Answer).ShouldBe(("Quarantined", "RealTimeData", "None"));
        kept.Reason.ShouldContain("登记时填写 SM4 密钥");

        (await Register(null)).ShouldContain("请填写 SM4 密钥");
        (await Register(new string('0', 32))).ShouldContain("解不开");
        (await Register("key")).ShouldContain("32 位十六进制");
        (await Register(key)).ShouldBe("");
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(36.2);

        await device.Send((byte[])[.. Upload(now.AddSeconds(1), "99", isSecret: false), .. Upload(now.AddSeconds(2), "37.1", isSecret: true)]);
        (await device.Receive()).ShouldNotBeNull().Qn.ShouldBe(now.AddSeconds(2)); // Nothing was said to the plain one.
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 1)).Select(reading => reading.Value).ShouldBe([36.2, 37.1], ignoreOrder: true);
        var refused = (await server.Telegrams($"mn={mn}&verdict=Rejected")).ShouldHaveSingleItem();
        (refused.Deviations, refused.Reason.Contains("应加密的数据区为明文")).ShouldBe(("PlainDataArea", true));

        // A key entered wrongly loses nothing: what was refused for it is replayed.
        await SetKey(new string('0', 32));
        await device.Send(Upload(now.AddSeconds(3), "38.4", isSecret: true));
        (await Api.Until(() => server.Telegrams($"mn={mn}&text={now.AddSeconds(3):yyyyMMddHHmmss}"), found => found.Count > 0)).ShouldHaveSingleItem().Reason.ShouldContain("核对设备登记的 SM4 密钥");
        await SetKey(key);
        await server.Post<JsonElement>("/api/v1/telegrams/replay", new { mn });
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 2)).ShouldContain(reading => reading.Value == 38.4);

        async Task SetKey(string encryptionKey) =>
            (await server.Client.PutAsJsonAsync($"/api/v1/devices/{mn}", new { mn, name = "加密数采仪", systemCode = "32", version = "V2025", encryptionKey }, Api.Json)).EnsureSuccessStatusCode();

        async Task<string> Register(string? encryptionKey)
        {
            using var answer = await server.Client.PostAsJsonAsync($"/api/v1/quarantine/{mn}/register", new { name = "加密数采仪", pointName = $"加密排口 {mn}", pointKind = "WasteWater", encryptionKey }, Api.Json);
            return answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;
        }
    }

    /// <summary>An MN that nobody can have, also with a slash, which a path keeps encoded.</summary>
    [Theory, InlineData("A/B"), InlineData("a b"), InlineData("数采仪"), InlineData("?x=1"), InlineData("100%")]
    public async Task An_MN_that_nobody_can_have_is_told_as_such_in_a_path(string mn)
    {
        var server = await servers.On(Database.Sqlite);
        using var answer = await server.Client.PostAsJsonAsync($"/api/v1/quarantine/{Uri.EscapeDataString(mn)}/register", new { name = "数采仪", pointName = "点位", pointKind = "Other" }, Api.Json);
        (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.Contains("MN 应为 4～32 位")).ShouldBe((HttpStatusCode.BadRequest, true));
    }

    [Fact]
    public async Task Late_repeated_and_disordered_telegrams_give_one_reading_each()
    {
        var (server, mn, now) = (await servers.On(Database.Postgres), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        var frames = Enumerable.Range(0, 20).Select(i => TestDevice.RealTime(mn, now.AddSeconds(-30 * i), string.Create(CultureInfo.InvariantCulture, $"w01018-Rtd={i},w01018-Flag=N"))).ToArray();
        var disordered = frames.Concat(frames).ToArray();
        new Random(7).Shuffle(disordered);

        foreach (var frame in disordered)
            await device.Send(frame);
        for (var i = 0; i < disordered.Length; i++)
            (await device.Receive()).ShouldNotBeNull("every telegram is answered, repeats too");

        var readings = await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count == 20);
        readings.Select(reading => reading.Value!.Value).ShouldBe(Enumerable.Range(0, 20).Select(i => 19.0 - i));
        (await server.Telegrams($"mn={mn}")).Count.ShouldBe(40);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task An_MN_that_differs_in_case_alone_or_ends_with_a_line_is_no_other_device(Database database)
    {
        var server = await servers.On(database);
        var mn = "ab" + Api.NewMn()[2..];
        await server.Register(mn);
        foreach (var wrong in new[] { mn.ToUpperInvariant(), mn[..^1] + "\n" })
        {
            using var answer = await server.Client.PostAsJsonAsync("/api/v1/devices/", new { mn = wrong, name = "另一台", systemCode = "32", password = "123456" }, Api.Json);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_refused_and_the_others_are_served()
    {
        await using var server = await ServerProcess.Start(arguments: ["--EcoPark:Gateway:MaxConnections=2"]);
        var mn = Api.NewMn();
        await server.Register(mn);
        await using var first = TestDevice.Connect(server.Gateway);
        await first.Send(TestDevice.RealTime(mn, Park.Now, "w01018-Rtd=1,w01018-Flag=N"));
        (await first.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        var second = TestDevice.Connect(server.Gateway);
        (await second.IsClosed(TimeSpan.FromSeconds(1))).ShouldBeFalse();

        await using (var surplus = TestDevice.Connect(server.Gateway))
            (await surplus.IsClosed(TimeSpan.FromSeconds(10))).ShouldBeTrue();

        await first.Send(TestDevice.RealTime(mn, Park.Now.AddSeconds(5), "w01018-Rtd=2,w01018-Flag=N"));
        (await first.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        // One that leaves makes room for another.
        await second.DisposeAsync();
        await using var next = await Api.Until(
            async () =>
            {
                var device = TestDevice.Connect(server.Gateway);
                return await device.IsClosed(TimeSpan.FromSeconds(1)) ? null : device;
            },
            device => device is not null);
        next.ShouldNotBeNull();
    }
}
