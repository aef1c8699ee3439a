using System.Text;
using EcoPark.Hj212;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>What was accepted is read whole, or its record says in words which value was not read and why.</summary>
public sealed class ReadWholeTests(Servers servers)
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Codes_that_name_no_channel_and_data_without_a_value_are_told_in_the_record(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn, new { tolerances = "LooseTime, LooseFields" });
        await using var device = TestDevice.Connect(server.Gateway);

        await device.Send(TestDevice.RealTime(mn, now, "氨氮-Rtd=1;zzzzzzzzzzzzzzzzzzzzzzzzz-Rtd=2;w.1-Rtd=3;w01018-Rtd=4,w01018-Flag=N"));
        await device.Send(TestDevice.RealTime(mn, now.AddSeconds(1), "w01018-Rtd=5,w01018-Flag=N;w01018-Rtd=6,w01018-Flag=N"));
        await device.Send(Frame(mn, now.AddSeconds(2), $"DataTime={now.AddSeconds(2):yyyyMMddHHmmss}；w01018-Rtd＝7，w01018-Flag＝N"));
        for (var i = 0; i < 3; i++)
            (await device.Receive()).ShouldNotBeNull();

        var records = (await Api.Until(() => server.Telegrams($"mn={mn}&direction=Received"), found => found.Count(one => one.Reason.Length > 0) == 3)).OrderBy(one => one.Id).ToList();
        records.ShouldAllBe(one => one.Verdict == "Accepted");
        records[0].Reason.ShouldStartWith("有数值未读入：");
        records[0].Reason.ShouldContain("zzzzzzzzzzzzzzzzzzzzzzzzz、w.1（因子编码应为 1～20 位");
        records[1].Reason.ShouldBe("有数值未读入：w01018（同一因子在一条报文中出现多次而数值不同，只取其一）。");
        records[2].Reason.ShouldStartWith("报文中没有可读的因子数据");
        (await server.Readings(mn, "w01018")).Select(reading => reading.Value).ShouldContain(4);
    }

    [Fact]
    public async Task Invented_codes_leave_room_for_the_factors_of_the_standard_and_those_beyond_are_told()
    {
        var (server, mn, now) = (await servers.On(Database.Sqlite), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var device = TestDevice.Connect(server.Gateway);
        for (var telegram = 0; telegram < 14; telegram++)
        {
            await device.Send(TestDevice.RealTime(mn, now.AddSeconds(telegram - 20), string.Join(';', Enumerable.Range(0, 40).Select(i => $"q{telegram:00}{i:00}-Rtd=1"))));
            (await device.Receive()).ShouldNotBeNull();
        }

        await device.Send(TestDevice.RealTime(mn, now, "w01018-Rtd=36.2,w01018-Flag=N"));
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(36.2);
        (await Api.Until(() => server.Telegrams($"mn={mn}&direction=Received"), found => found.Count(one => one.Reason.Length > 0) == 9))
            .Where(one => one.Reason.Length > 0).ShouldAllBe(one => one.Reason.Contains(" 等 40 个（标准中没有的因子，本数采仪自动建立的此类通道已达 200 个"));
    }

    /// <summary>Cut at 950 bytes, in the middle of a value: 40.1 was sent.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_value_cut_by_a_part_is_read_whole_once_the_next_part_has_come(Database database)
    {
        var (server, mn, now) = (await servers.On(database), Api.NewMn(), Park.Now);
        await server.Register(mn, new { tolerances = "LooseFields" });
        await using var device = TestDevice.Connect(server.Gateway);
        byte[] Part(int number, string area) => TelegramWriter.Write(
            new Address(mn, "123456", ProtocolVersion.V2017, "32"), now, CommandCode.MinuteData, area, wantsAnswer: true, packetCount: 2, packetNumber: number);

        await device.Send(Part(1, $"DataTime={now.AddMinutes(-10):yyyyMMddHHmm}00;w21003-Avg=3,w21003-Flag=N;w01018-Avg=40"));
        (await device.Receive()).ShouldNotBeNull();
        (await Api.Until(() => server.Readings(mn, "w21003", "Minute"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(3);
        (await Api.Until(() => server.Telegrams($"mn={mn}&direction=Received"), found => found[0].Reason.Length > 0))[0].Reason.ShouldStartWith("拆分包未到齐");
        (await server.Readings(mn, "w01018", "Minute")).ShouldBeEmpty();

        await device.Send(Part(2, ".1,w01018-Flag=N;w21011-Avg=5,w21011-Flag=N"));
        (await device.Receive()).ShouldNotBeNull();
        (await Api.Until(() => server.Readings(mn, "w01018", "Minute"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(40.1);
        (await server.Readings(mn, "w21011", "Minute")).ShouldHaveSingleItem().Value.ShouldBe(5);
        await Api.Until(() => server.Telegrams($"mn={mn}&direction=Received"), found => found.All(one => one.Reason.Length == 0));
    }

    private static byte[] Frame(string mn, DateTime qn, string area) =>
        TelegramWriter.Frame(Encoding.UTF8.GetBytes($"QN={qn:yyyyMMddHHmmssfff};ST=32;CN=2011;PW=123456;MN={mn};Flag=5;CP=&&{area}&&"));
}
