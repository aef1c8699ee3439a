using CsCheck;

namespace EcoPark.Hj212.Tests;

public class ReassemblyTests
{
    private static readonly DateTime Now = new(2024, 8, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Parts_with_their_own_DataTime_are_read_at_once() // HJ 212-2017 table C.50
    {
        var parts = new Reassembly();
        // What part 1 ends with might go on in part 2, until that shows that it stands on its own.
        parts.Add(Part(1, 2, "DataTime=20240801080000;w01018-Avg=40.1,w01018-Flag=N;w01001-Avg=7.1", 534), Now).SelectMany(Values).ShouldBe([("w01018", 40.1, 'N')]);
        parts.Add(Part(2, 2, "DataTime=20240801080000;w21003-Avg=1.5", 535), Now).SelectMany(Values).ShouldBe([("w01018", 40.1, 'N'), ("w01001", 7.1, '\0'), ("w21003", 1.5, '\0')]);
        parts.Waiting.ShouldBe(0);
    }

    [Theory]
    [InlineData(534)] // the same QN in every part
    [InlineData(535)] // QN counted up with PNO
    public void A_part_without_DataTime_takes_that_of_its_first_part_in_any_order(int secondQn)
    {
        var parts = new Reassembly();
        parts.Add(Part(2, 2, "w01018-Avg=40.1", secondQn), Now).ShouldBeEmpty();
        var whole = parts.Add(Part(1, 2, "DataTime=20240801080000;w01001-Avg=7.1", 534), Now).ShouldHaveSingleItem();
        whole.DataTime.ShouldBe(new DateTime(2024, 8, 1, 8, 0, 0));
        Values(whole).ShouldBe([("w01001", 7.1, '\0'), ("w01018", 40.1, '\0')]);

        var orderly = new Reassembly();
        orderly.Add(Part(1, 2, "DataTime=20240801080000;w01001-Avg=7.1", 534), Now).ShouldBeEmpty();
        Values(orderly.Add(Part(2, 2, "w01018-Avg=40.1", secondQn), Now)[0]).ShouldBe([("w01001", 7.1, '\0'), ("w01018", 40.1, '\0')]);
    }

    /// <summary>Parts of the review: 40.1 was sent, and 40 was stored.</summary>
    [Fact]
    public void A_value_cut_by_the_end_of_a_part_is_read_whole_or_not_at_all()
    {
        var parts = new Reassembly();
        parts.Add(Part(1, 2, "DataTime=20240801080000;w21003-Avg=3,w21003-Flag=N;w01018-Avg=40", 534), Now).SelectMany(Values).ShouldBe([("w21003", 3, 'N')]);
        parts.Add(Part(2, 2, ".1,w01018-Flag=N;w21011-Avg=5,w21011-Flag=N", 534), Now).SelectMany(Values).ShouldBe([("w21003", 3, 'N'), ("w01018", 40.1, 'N'), ("w21011", 5, 'N')]);
        parts.Waiting.ShouldBe(0);
    }

    /// <summary>The same data area cut into any parts, which come in any order, gives the same readings, and nothing before the whole says otherwise.</summary>
    [Fact]
    public void Cuts_anywhere_and_any_order_give_the_readings_of_the_whole() =>
        Gen.Select(Gen.Int[2, 12], Gen.Int[0, int.MaxValue]).Sample((count, seed) =>
        {
            var random = new Random(seed);
            var area = "DataTime=20240801080000;" + string.Join(';', Enumerable.Range(10, random.Next(1, 8)).Select(i => FormattableString.Invariant($"w010{i}-Avg={random.Next(1, 9999) / 10.0},w010{i}-Max={i}00.5,w010{i}-Flag={"NDM"[i % 3]}")));
            var cuts = Enumerable.Range(0, count - 1).Select(_ => random.Next("DataTime=20240801080000;".Length, area.Length)).Append(0).Append(area.Length).Order().ToArray();
            var order = Enumerable.Range(1, count).ToArray();
            random.Shuffle(order);
            var parts = new Reassembly();
            IReadOnlyList<Telegram> last = [];
            var expected = Values(Frames.Parse(TelegramWriter.Write(Whole, Qn, CommandCode.HourlyData, area, true))).ToList();
            foreach (var number in order)
            {
                last = parts.Add(Part(number, count, area[cuts[number - 1]..cuts[number]], 500 + number), Now);
                last.SelectMany(Values).ShouldBeSubsetOf(expected);
            }

            Values(last.ShouldHaveSingleItem()).ShouldBe(expected);
            last[0].Qn.ShouldBe(Qn.AddMilliseconds(501 + count));
        }, iter: 2_000);

    [Fact]
    public void A_log_text_cut_in_the_middle_is_one_text()
    {
        var parts = new Reassembly();
        parts.Add(Part(1, 2, "DataTime=20240801080000;PolId=w01018;i11001-Info=//wash; then=ri", 534), Now).ShouldBeEmpty();
        var whole = parts.Add(Part(2, 2, "nse=1;ok//;i12001-Info=7", 535), Now).ShouldHaveSingleItem();
        var information = PayloadReader.Read(Frames.Parse(Frames.Around(System.Text.Encoding.ASCII.GetString(whole.Segment.Span).Replace("CN=2061", "CN=3020", StringComparison.Ordinal)))).ShouldBeOfType<DeviceInformation>();
        information.Factor.ShouldBe("w01018");
        information.Items.Select(item => item.Value).ShouldBe(["wash; then=rinse=1;ok", "7"]);
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
        for (var number = 1; number <= 8; number++)
            parts.Add(Frames.Parse(Frames.Around($"QN={qn};ST=32;CN=2011;PW=123456;MN=010000A8900016F000169DC0;Flag=7;PNUM=9;PNO={number};CP=&&w01018-Rtd=1&&")), Now).ShouldBeEmpty();
        parts.Waiting.ShouldBe(8);
    }

    private static readonly Address Whole = new("010000A8900016F000169DC0", "123456", ProtocolVersion.V2017, "32");
    private static readonly DateTime Qn = new(2024, 8, 1, 8, 58, 57);

    private static IEnumerable<(string, double, char)> Values(Telegram telegram)
    {
        var found = new List<(string, double, char)>();
        var readings = telegram.Readings;
        while (readings.MoveNext())
            found.Add((System.Text.Encoding.ASCII.GetString(readings.Code), readings.Current.Avg, readings.Current.Flag));
        return found;
    }

    private static Telegram Part(int number, int count, string area, int milliseconds) =>
        Frames.Parse(TelegramWriter.Write(Whole, Qn.AddMilliseconds(milliseconds), CommandCode.HourlyData, area, true, packetCount: count, packetNumber: number));
}
