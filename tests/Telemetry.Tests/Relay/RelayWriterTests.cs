using System.Text;
using EcoPark.Hj212;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Relay;

namespace EcoPark.Telemetry.Tests.Relay;

public sealed class RelayWriterTests
{
    private const string Mn = "010000A8900016F000169DC0";

    // 2026-11-24 08:58:57.223 in the park.
    private static readonly DateTime Arrived = new(2026, 11, 24, 0, 58, 57, 223, DateTimeKind.Utc);

    [Theory]
    [InlineData("QN=20261124085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261124085857;w01018-Rtd=2.2,w01018-Flag=N&&")]
    [InlineData("QN=20261124085857223;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNUM=2;PNO=1;CP=&&DataTime=20261124080000;w01018-Cou=63.0,w01018-Avg=40.1,w01018-Flag=N&&")]
    [InlineData("QN=20261124085857223;ST=31;CN=3020;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261124085857;PolId=a21026;i11001-Info=//启动;自检//&&")]
    public void A_standard_telegram_to_a_platform_that_knows_the_device_stays_as_it_is(string segment) =>
        Write(segment, Platform()).ShouldHaveSingleItem().Bytes.ShouldBe(TelegramWriter.Frame(Encoding.UTF8.GetBytes(segment)));

    [Fact]
    public void Names_and_edition_of_the_platform_take_the_place_of_the_devices_own()
    {
        var platform = Platform(version: ProtocolVersion.V2025);
        (platform.Password, platform.WantsAnswer) = ("654321", false);
        var frame = Write(
            "QN=20261124085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261124085857;w01018-Rtd=2.2,w01018-Flag=N&&", platform,
            relayed: new RelayedDevice { DeviceId = 1, Mn = "A0000000000000000000000F", SystemCode = "31" });
        Segment(frame[0]).ShouldBe("QN=20261124085857223;ST=31;CN=2011;PW=654321;MN=A0000000000000000000000F;Flag=8;CP=&&DataTime=20261124085857;w01018-Rtd=2.2,w01018-Flag=N&&");
    }

    [Fact]
    public void An_upload_of_2005_gets_a_number_of_its_own_and_the_codes_of_today()
    {
        var frames = Write("ST=32;CN=2011;PW=123456;MN=88888880000001;CP=&&DataTime=20261124085857;011-Rtd=36.2,011-Flag=N;B01-Rtd=17.1,B01-Flag=N;DI1-Rtd=1&&", Platform(), ProtocolVersion.V2005, id: 4_711);
        Segment(frames.ShouldHaveSingleItem()).ShouldBe(
            "QN=20261124085857711;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261124085857;w01018-Rtd=36.2,w01018-Flag=N;w00000-Rtd=17.1,w00000-Flag=N;DI1-Rtd=1&&");
    }

    [Fact]
    public void Telegrams_that_share_the_number_of_our_command_get_each_its_own_and_the_same_when_sent_again()
    {
        const string segment = "QN=20261124085500000;ST=32;CN=2061;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261124080000;w01018-Avg=40.1,w01018-Flag=N&&";
        string Qn(long id, TimeSpan after) => Write(segment, Platform(), id: id, answersCommand: true, after: after)[0].Qn;
        Qn(7, TimeSpan.Zero).ShouldNotBe(Qn(8, TimeSpan.Zero));
        Qn(7, TimeSpan.Zero).ShouldBe(Qn(7, TimeSpan.FromDays(1)));
        Qn(7, TimeSpan.Zero).ShouldNotBe("20261124085500000");
    }

    [Fact]
    public void What_todays_codes_make_too_long_is_split_as_C_50_has_it()
    {
        var area = "DataTime=20261124085857;" + string.Join(';', Enumerable.Range(0, 22).Select(i => $"0{i + 20:00}-Rtd=1.0000{i:00},0{i + 20:00}-Flag=N,0{i + 20:00}-EFlag=A01"));
        Encoding.UTF8.GetByteCount(area).ShouldBeInRange(850, TelegramWriter.MaxDataArea);
        var frames = Write($"ST=32;CN=2011;PW=123456;MN=88888880000001;CP=&&{area}&&", Platform(), ProtocolVersion.V2005);

        frames.Count.ShouldBe(2);
        var parts = frames.Select(frame => Parse(frame.Bytes)).ToList();
        parts.ShouldAllBe(part => part.PacketCount == 2 && part.DataTime != null && part.Deviations == Deviation.None);
        parts.Max(part => part.DataArea.Length).ShouldBeLessThanOrEqualTo(TelegramWriter.MaxDataArea);
        parts.Select(part => part.PacketNumber).ShouldBe([1, 2]);
        (parts[1].Qn - parts[0].Qn).ShouldBe(TimeSpan.FromMilliseconds(1));
        parts.Sum(part => part.Fields.ToArray().Count(field => field.Kind == FieldKind.Rtd)).ShouldBe(22);
    }

    [Fact]
    public void To_2025_an_upload_out_of_the_backlog_says_that_it_is_late()
    {
        const string segment = "QN=20261124085857223;ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&DataTime=20261124085857;w01018-Rtd=2.2,w01018-Flag=N&&";
        Segment(Write(segment, Platform(ProtocolVersion.V2025), ProtocolVersion.V2025)[0]).ShouldBe(segment);
        Segment(Write(segment, Platform(ProtocolVersion.V2025), ProtocolVersion.V2025, after: TimeSpan.FromHours(1))[0]).ShouldContain("Flag=9;RF=1;CP=&&");
    }

    [Fact]
    public void What_was_tolerated_goes_up_put_right()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var bytes = gbk.GetBytes("QN=20261124085857223;ST=31;CN=3020;PW=123456;MN=010000A8900016F000169DC0;Flag=5;CP=&&DataTime=20261124085857;PolId=a21026;i11001-Info=//启动//&&");
        var frame = Write(TelegramWriter.Frame(bytes), Platform(), ProtocolVersion.V2017, 1, false, TimeSpan.Zero, null)[0];
        Parse(frame.Bytes).Deviations.ShouldBe(Deviation.None);
        Segment(frame).ShouldEndWith("i11001-Info=//启动//&&");
    }

    private static UpperPlatform Platform(ProtocolVersion version = ProtocolVersion.V2017) => new() { Id = 1, Name = "省平台", Host = "127.0.0.1", Port = 1, Version = version };

    private static IReadOnlyList<RelayFrame> Write(
        string segment, UpperPlatform platform, ProtocolVersion version = ProtocolVersion.V2017, long id = 1, bool answersCommand = false, TimeSpan after = default, RelayedDevice? relayed = null) =>
        Write(TelegramWriter.Frame(Encoding.UTF8.GetBytes(segment)), platform, version, id, answersCommand, after, relayed);

    private static IReadOnlyList<RelayFrame> Write(byte[] raw, UpperPlatform platform, ProtocolVersion version, long id, bool answersCommand, TimeSpan after, RelayedDevice? relayed)
    {
        var entry = new LogEntry { Id = id, At = Arrived, Direction = Direction.Received, Verdict = TelegramVerdict.Accepted, Mn = Mn, Raw = raw };
        var device = new Device { Id = 1, Mn = Mn, Name = "", Password = "123456", SystemCode = "32", Version = version };
        return RelayWriter.Write(platform, new RelayItem(entry, relayed ?? new RelayedDevice { DeviceId = 1 }, false, answersCommand), Parse(raw), device, Arrived + after);
    }

    private static Telegram Parse(byte[] frame)
    {
        Telegram.TryParse(new(frame), null, out var telegram, out var error).ShouldBeTrue(error.ToString());
        return telegram!;
    }

    private static string Segment(RelayFrame frame) => Encoding.UTF8.GetString(Parse(frame.Bytes).Segment.Span);
}
