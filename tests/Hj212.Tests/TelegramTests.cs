using System.Buffers;
using System.Text;

namespace EcoPark.Hj212.Tests;

public class TelegramTests
{
    /// <summary>QN and DataTime alone, also where DataTime has more digits than it should; parts without DataTime by their QN.</summary>
    [Theory]
    [InlineData("DataTime=20291124075000;w01018-Avg=20291124075000,w01018-Flag=N", "DataTime=20261124075000;w01018-Avg=20291124075000,w01018-Flag=N")]
    [InlineData("DataTime=20291124075000123;w01018-Avg=1,w01018-Flag=N", "DataTime=20261124075000;w01018-Avg=1,w01018-Flag=N")]
    [InlineData("w01018-Avg=1,w01018-Flag=N", "w01018-Avg=1,w01018-Flag=N")]
    public void The_times_of_a_wrong_clock_are_moved_and_nothing_else(string area, string moved)
    {
        var frame = TelegramWriter.Write(new Address("320600A0001D000000000001", "123456", ProtocolVersion.V2017, "32"), new DateTime(2029, 11, 24, 7, 59, 58, 123), CommandCode.MinuteData, area, true);
        Telegram.TryParse(new System.Buffers.ReadOnlySequence<byte>(frame), null, out var telegram, out _).ShouldBeTrue();
        var right = telegram!.WithTimesMoved(TimeSpan.FromDays(-1096)).ShouldNotBeNull();
        Encoding.ASCII.GetString(right.Segment.Span).ShouldBe($"QN=20261124075958123;ST=32;CN=2051;PW=123456;MN=320600A0001D000000000001;Flag=5;CP=&&{moved}&&");
        right.Deviations.ShouldBe(telegram.Deviations);
        telegram.WithTimesMoved(TimeSpan.FromDays(3_000_000)).ShouldBeNull();
        telegram.WithTimesMoved(TimeSpan.Zero).ShouldBeSameAs(telegram);
    }

    private const string Mn = "010000A8900016F000169DC0";

    /// <summary>HJ 212-2017 table C.17 with its values.</summary>
    [Fact]
    public void An_hour_of_the_standards_example_gives_its_values()
    {
        var telegram = Frames.Parse(Frames.Around(
            $"QN=20160801085857534;ST=32;CN=2061;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20160801080000;w00000-Cou=63.0,w00000-Min=16.4,w00000-Avg=17.5,w00000-Max=20.1,w00000-Flag=N;w01018-Cou=63.0,w01018-Min=40.1,w01018-Avg=40.1,w01018-Max=40.1,w01018-Flag=N&&"));

        telegram.Qn.ShouldBe(new DateTime(2016, 8, 1, 8, 58, 57, 534));
        telegram.SystemCode.ShouldBe("32");
        telegram.Command.ShouldBe(CommandCode.HourlyData);
        telegram.Flag!.Value.Version.ShouldBe(ProtocolVersion.V2017);
        telegram.Flag.Value.WantsAnswer.ShouldBeTrue();
        telegram.DataTime.ShouldBe(new DateTime(2016, 8, 1, 8, 0, 0));
        telegram.Deviations.ShouldBe(Deviation.None);

        var readings = telegram.Readings;
        readings.MoveNext().ShouldBeTrue();
        Encoding.ASCII.GetString(readings.Code).ShouldBe("w00000");
        readings.Current.Cou.ShouldBe(63.0);
        readings.Current.Avg.ShouldBe(17.5);
        readings.Current.Flag.ShouldBe('N');
        readings.MoveNext().ShouldBeTrue();
        readings.Current.Max.ShouldBe(40.1);
        double.IsNaN(readings.Current.Rtd).ShouldBeTrue();
        readings.MoveNext().ShouldBeFalse();
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-")]
    [InlineData("1.2.3")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1e999")]
    [InlineData("Infinity")]
    [InlineData("0x1F")]
    public void What_is_no_finite_number_is_no_number(string value)
    {
        var telegram = Frames.Parse(Frames.Around($"ST=32;CN=2011;PW=123456;MN={Mn};Flag=4;CP=&&DataTime=20240101000000;w01018-Rtd={value},w01018-Flag=N&&"));
        telegram.Number(telegram.Fields[1]).ShouldBeNull();
    }

    [Theory]
    [InlineData("1e308", 1e308)]
    [InlineData("-0.0001", -0.0001)]
    [InlineData("+3", 3)]
    [InlineData("12345678901234567890", 12345678901234567890d)]
    [InlineData("0.1234567890123456789", 0.1234567890123456789)]
    [InlineData(".5", .5)]
    public void Numbers_are_read_exactly(string value, double expected)
    {
        var telegram = Frames.Parse(Frames.Around($"ST=32;CN=2011;PW=123456;MN={Mn};Flag=4;CP=&&DataTime=20240101000000;w01018-Rtd={value}&&"));
        telegram.Number(telegram.Fields[1]).ShouldBe(expected);
    }

    [Fact]
    public void A_log_text_between_slashes_may_hold_anything()
    {
        // HJ 212-2017 table C.40, with separators in the text.
        var telegram = Frames.Parse(Frames.Around($"QN=20160801085857223;ST=32;CN=3020;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20100301145000;PolId=w01018;i11001-Info=//清洗管路;完成,正常//&&"));
        var info = telegram.Fields[2];
        info.Kind.ShouldBe(FieldKind.Info);
        telegram.Text(telegram.Value(info)).ShouldBe("//清洗管路;完成,正常//");
        telegram.Deviations.ShouldBe(Deviation.None);
    }

    [Fact]
    public void Text_in_GBK_is_read_and_reported()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        byte[] segment = [.. Frames.Bytes($"QN=20160801085857223;ST=32;CN=3020;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20100301145000;i11001-Info=//"), .. gbk.GetBytes("时间校准"), .. "//&&"u8];
        var telegram = Frames.Parse(TelegramWriter.Frame(segment));
        telegram.Text(telegram.Value(telegram.Fields[1])).ShouldBe("//时间校准//");
        telegram.Deviations.ShouldBe(Deviation.GbkText);
    }

    [Theory]
    [InlineData("ST=32;CN=2011;PW=123456;Flag=4;CP=&&DataTime=20240101000000&&", "MN")]
    [InlineData("ST=32;CN=20x1;PW=123456;MN=1;Flag=4;CP=&&&&", "CN")]
    [InlineData("ST=32;CN=2011;PW=123456;MN=1;Flag=400;CP=&&&&", "Flag")]
    [InlineData("ST=32;CN=2011;PW=123456;MN=1;Flag=6;PNUM=2;PNO=3;CP=&&&&", "PNO")]
    [InlineData("ST=32;CN=2011;PW=123456;MN=1;Flag=4;", "CP=&&")]
    [InlineData("ST=32;CN=2011;PW=123456;MN=1;Flag=4;CP=&&DataTime=2024", "&&")]
    public void A_broken_field_is_named(string segment, string expected)
    {
        var error = Frames.Error(Frames.Around(segment));
        error.Kind.ShouldBe(TelegramErrorKind.BadField);
        error.Expected.ShouldBe(expected);
    }

    [Fact]
    public void A_wrong_CRC_names_the_right_one_and_the_device()
    {
        var frame = Frames.Around($"ST=32;CN=2011;PW=123456;MN={Mn};Flag=4;CP=&&DataTime=20240101000000&&");
        var right = Encoding.ASCII.GetString(frame.AsSpan(frame.Length - 6, 4));
        "0000"u8.CopyTo(frame.AsSpan(frame.Length - 6));
        Frames.Error(frame).ShouldBe(new TelegramError(TelegramErrorKind.BadCrc, frame.Length - 6, right, "0000", Mn));
    }

    /// <summary>Read, marked, and answered as it asks.</summary>
    [Fact]
    public void Names_of_the_header_in_another_case_mean_the_same()
    {
        var telegram = Frames.Parse(Frames.Around($"qn=20160801085857534;st=32;cn=2061;pw=123456;mn={Mn};flag=5;CP=&&DataTime=20160801080000&&"));
        (telegram.Mn, telegram.Flag!.Value.WantsAnswer, telegram.Deviations).ShouldBe((Mn, true, Deviation.LooseFields));
        Encoding.ASCII.GetString(TelegramWriter.AnswerTo(telegram)!).ShouldContain("QN=20160801085857534;ST=91;CN=9014;PW=123456;");
    }

    [Fact]
    public void Of_an_encrypted_telegram_the_header_is_read_without_the_key()
    {
        var frame = TelegramWriter.Write(
            new Address(Mn, "123456", ProtocolVersion.V2025, "32"), new DateTime(2026, 11, 29, 12, 0, 0), CommandCode.MinuteData, "DataTime=20261129115000;w01018-Avg=1", true, new byte[16]);
        var head = Telegram.HeadOf(new ReadOnlySequence<byte>(frame)).ShouldNotBeNull();
        (head.Mn, head.Command, head.Qn, head.Fields.Length, head.WasEncrypted).ShouldBe((Mn, CommandCode.MinuteData, new DateTime(2026, 11, 29, 12, 0, 0), 0, true));
        Telegram.HeadOf(new ReadOnlySequence<byte>("##0004ABCD"u8.ToArray())).ShouldBeNull();
        Telegram.HeadOf(default).ShouldBeNull();
    }

    [Fact]
    public void Answers_are_those_of_the_standard()
    {
        var upload = Frames.Parse(Frames.Around($"QN=20160801085857534;ST=32;CN=2061;PW=123456;MN={Mn};Flag=5;CP=&&DataTime=20160801080000&&"));
        Encoding.ASCII.GetString(TelegramWriter.AnswerTo(upload)!)
            .ShouldStartWith($"##0087QN=20160801085857534;ST=91;CN=9014;PW=123456;MN={Mn};Flag=4;CP=&&&&");

        var heartbeat = Frames.Parse(Frames.Around($"QN=20240601085857223;ST=91;CN=9015;PW=123456;MN={Mn};Flag=9;CP=&&&&"));
        Encoding.ASCII.GetString(TelegramWriter.AnswerTo(heartbeat)!).ShouldContain($"ST=91;CN=9013;PW=123456;MN={Mn};Flag=8;CP=&&&&");

        var old = Frames.Parse(Frames.Around("QN=20170516010101001;ST=22;CN=2011;PW=123456;MN=ABCDEFG1234567;Flag=1;CP=&&DataTime=20170516010101&&"));
        Encoding.ASCII.GetString(TelegramWriter.AnswerTo(old)!).ShouldContain("ST=91;CN=9014;PW=123456;MN=ABCDEFG1234567;Flag=0;CP=&&QN=20170516010101001;CN=2011&&");

        var silent = Frames.Parse(Frames.Around($"QN=20160801085857534;ST=32;CN=2061;PW=123456;MN={Mn};Flag=4;CP=&&DataTime=20160801080000&&"));
        TelegramWriter.AnswerTo(silent).ShouldBeNull();
    }

    /// <summary>The published test key is sixteen bytes 0x30 (HJ 212-2025 annex A.2); the remainder below sixteen characters stays plain.</summary>
    [Fact]
    public void An_encrypted_data_area_is_read_with_its_key_and_refused_without()
    {
        var key = Enumerable.Repeat((byte)0x30, 16).ToArray();
        const string area = "DataTime=20260801085857;w01018-Rtd=50.1,w01018-Flag=N";
        var frame = TelegramWriter.Write(new Address(Mn, "123456", ProtocolVersion.V2025, "32"), new DateTime(2026, 8, 1, 8, 58, 57), CommandCode.RealTimeData, area, true, key);
        var wire = Encoding.ASCII.GetString(frame);
        wire.ShouldContain("CP=&&{0x");
        wire.ShouldContain("-Flag=N&&"[3..]);

        var telegram = Frames.Parse(frame, new OneKey(key));
        telegram.WasEncrypted.ShouldBeTrue();
        Encoding.ASCII.GetString(telegram.DataArea).ShouldBe(area);
        Frames.Error(frame).Kind.ShouldBe(TelegramErrorKind.Undecryptable);
        Frames.Error(frame, new OneKey(new byte[16])).Kind.ShouldBe(TelegramErrorKind.Undecryptable);
    }

    [Fact]
    public void Factor_codes_of_2005_are_translated_in_their_medium()
    {
        Factors.Canonical("011", "32").ShouldBe("w01018");
        Factors.Canonical("060", "32").ShouldBe("w21003");
        Factors.Canonical("02", "31").ShouldBe("a21026");
        Factors.Canonical("S03", "31").ShouldBe("a01012");
        Factors.Canonical("W01018", "32").ShouldBe("w01018");
        Factors.Canonical("DI1", "22").ShouldBe("DI1");
        Factors.Find("w01018")!.ShouldSatisfyAllConditions(cod => cod.Name.ShouldBe("化学需氧量"), cod => cod.Unit.ShouldBe("mg/L"));
        Factors.Find("e10203")!.Name.ShouldBe("进水口COD");
        Factors.All.Count.ShouldBe(379);
    }

    /// <summary>Systems of HJ 212-2025: VOC (27), electricity (44), operating conditions (45); their codes stand as written.</summary>
    [Theory]
    [InlineData("27", "a24088-Rtd=12.5,a24088-Flag=N", "a24088", 12.5, 'N')]
    [InlineData("44", "d20001-Rtd=380.2,d20001-Flag=N", "d20001", 380.2, 'N')]
    [InlineData("45", "p99101-Rtd=3,p99101-Flag=St", "p99101", 3d, '?')]
    public void Telegrams_of_the_systems_of_2025_give_their_readings(string system, string area, string code, double value, char flag)
    {
        var telegram = Frames.Parse(Frames.Around($"QN=20260801085857223;ST={system};CN=2011;PW=123456;MN={Mn};Flag=9;CP=&&DataTime=20260801085857;{area}&&"));
        telegram.SystemCode.ShouldBe(system);
        SystemCodes.Names.ShouldContainKey(system);
        var readings = telegram.Readings;
        readings.MoveNext().ShouldBeTrue();
        Encoding.ASCII.GetString(readings.Code).ShouldBe(code);
        (readings.Current.Rtd, readings.Current.Flag).ShouldBe((value, flag));
    }

    private sealed class OneKey(byte[] key) : IDeviceKeys
    {
        public bool TryGetKey(ReadOnlySpan<byte> mn, out ReadOnlyMemory<byte> found)
        {
            found = key;
            return true;
        }
    }
}
