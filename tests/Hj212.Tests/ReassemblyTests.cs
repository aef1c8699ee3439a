namespace EcoPark.Hj212.Tests;

public class ReassemblyTests
{
    private static readonly DateTime Now = new(2024, 8, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Parts_with_their_own_DataTime_are_read_at_once() // HJ 212-2017 table C.50
    {
        var parts = new Reassembly();
        parts.Add(Part(1, 2, "DataTime=20240801080000;w01001-Avg=7.1", 534), Now).Count.ShouldBe(1);
        parts.Add(Part(2, 2, "DataTime=20240801080000;w01018-Avg=40.1", 535), Now).Count.ShouldBe(1);
        parts.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(534)] // the same QN in every part
    [InlineData(535)] // QN counted up with PNO
    public void A_part_without_DataTime_takes_that_of_its_first_part_in_any_order(int secondQn)
    {
        var parts = new Reassembly();
        parts.Add(Part(2, 2, "w01018-Avg=40.1", secondQn), Now).ShouldBeEmpty();
        var ready = parts.Add(Part(1, 2, "DataTime=20240801080000;w01001-Avg=7.1", 534), Now);
        ready.Count.ShouldBe(2);
        ready[1].DataTime.ShouldBe(new DateTime(2024, 8, 1, 8, 0, 0));
        ready[1].Number(ready[1].Fields[1]).ShouldBe(40.1);

        var orderly = new Reassembly();
        orderly.Add(Part(1, 2, "DataTime=20240801080000;w01001-Avg=7.1", 534), Now).Count.ShouldBe(1);
        orderly.Add(Part(2, 2, "w01018-Avg=40.1", secondQn), Now)[0].DataTime.ShouldBe(new DateTime(2024, 8, 1, 8, 0, 0));
    }

    [Fact]
    public void Thousands_of_parts_that_never_complete_need_bounded_memory()
    {
        var parts = new Reassembly();
        for (var i = 2; i <= 999; i++)
            parts.Add(Part(i, 999, "w01018-Avg=40.1", i % 1000), Now).ShouldBeEmpty();
        for (var i = 0; i < 5_000; i++)
            parts.Add(Part(2, 3 + (i % 900), "w01018-Avg=40.1", i % 1000), Now).ShouldBeEmpty();
        parts.Waiting.ShouldBeLessThanOrEqualTo(256);
        parts.GivenUp.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("00010101000000000")]
    [InlineData("99991231235959999")]
    [InlineData("ABCDEFGHIJKLMNOPQ")]
    [InlineData("")]
    public void A_part_with_an_impossible_QN_waits_and_harms_nothing(string qn)
    {
        var parts = new Reassembly();
        for (var number = 1; number <= 9; number++)
            parts.Add(Frames.Parse(Frames.Around($"QN={qn};ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNUM=9;PNO={number};CP=&&w01018-Rtd=1&&")), Now).ShouldBeEmpty();
        parts.Waiting.ShouldBe(9);
    }

    private static Telegram Part(int number, int count, string area, int milliseconds) => Frames.Parse(TelegramWriter.Write(
        new Address("010000A8900016F000169DC0", "123456", ProtocolVersion.V2017, "32"), new DateTime(2024, 8, 1, 8, 58, 57, milliseconds), CommandCode.HourlyData,
        area, true, packetCount: count, packetNumber: number));
}
