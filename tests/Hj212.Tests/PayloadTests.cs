using System.Text.Json;
using CsCheck;

namespace EcoPark.Hj212.Tests;

public class PayloadTests
{
    private const string Mn = "010000A8900016F000169DC0";
    private static readonly Address Address = new(Mn, "123456", ProtocolVersion.V2017, "32");

    /// <summary>Examples of HJ 212-2017 annex C, as printed, and what the table under each says about it.</summary>
    public static TheoryData<CommandCode, string, Payload> Examples => new()
    {
        { CommandCode.RequestAnswer, "QnRtn=1", new RequestAnswer(AnswerCode.Ready) },
        { CommandCode.ExecutionResult, "ExeRtn=1", new ExecutionResult(ResultCode.Succeeded) },
        { CommandCode.ExecutionResult, "QN=20170516010101001;ExeRtn=100", new ExecutionResult(ResultCode.NoData) },
        { CommandCode.SetTimeoutAndRetries, "OverTime=5;ReCount=3", new TimeoutAndRetries(5, 3) },
        { CommandCode.DeviceTime, "PolId=w01018;SystemTime=20160801085857", new DeviceClock("w01018", new DateTime(2016, 8, 1, 8, 58, 57)) },
        { CommandCode.DeviceTime, "", new AnalyserNamed(null) },
        { CommandCode.TimeCalibrationRequest, "PolId=w01018", new AnalyserNamed("w01018") },
        { CommandCode.RealTimeInterval, "RtdInterval=30", new RealTimeInterval(30) },
        { CommandCode.MinuteInterval, "MinInterval=10", new MinuteInterval(10) },
        { CommandCode.SetPassword, "NewPW=654321", new NewPassword("654321") },
        { CommandCode.MinuteData, "BeginTime=20160801084000;EndTime=20160801085000", new HistoryRange(new DateTime(2016, 8, 1, 8, 40, 0), new DateTime(2016, 8, 1, 8, 50, 0)) },
        { CommandCode.FacilityDailyRunTime, "BeginTime=20160801000000,EndTime=20160801000000", new HistoryRange(new DateTime(2016, 8, 1), new DateTime(2016, 8, 1)) },
        { CommandCode.FacilityState, "DataTime=20160801085857;SB1-RS=1;SB2-RS=0", new FacilityStates(new DateTime(2016, 8, 1, 8, 58, 57), [new("SB1", RunState.Running), new("SB2", RunState.Closed)]) },
        { CommandCode.FacilityDailyRunTime, "DataTime=20160801000000;SB1-RT=1.1;SB2-RT=24", new FacilityRunTimes(new DateTime(2016, 8, 1), [new("SB1", 1.1), new("SB2", 24)]) },
        { CommandCode.PowerOnTime, "DataTime=20160801085857;RestartTime=20160801085624", new PowerOn(new DateTime(2016, 8, 1, 8, 58, 57), new DateTime(2016, 8, 1, 8, 56, 24)) },
        { CommandCode.RetainedSample, "DataTime=20160801085857;VaseNo=1", new RetainedSample(new DateTime(2016, 8, 1, 8, 58, 57), 1) },
        { CommandCode.SetSamplingPeriod, "PolId=w01018;CstartTime=000000;CTime=2", new SamplingPeriod("w01018", TimeOnly.MinValue, 2) },
        { CommandCode.SampleOutputTime, "PolId=w01018;Stime=40", new SampleOutputTime("w01018", 40) },
        { CommandCode.DeviceIdentity, $"DataTime=20160801085857;PolId=w01018;w01018-SN={Mn}", new AnalyserIdentity(new DateTime(2016, 8, 1, 8, 58, 57), "w01018", Mn) },
        { CommandCode.DeviceInformation, "DataTime=20160801062035;PolId=w01018;i11001-Info=//时间校准//", new DeviceInformation(new DateTime(2016, 8, 1, 6, 20, 35), "w01018", [new("i11001", "时间校准")]) },
        { CommandCode.DeviceInformation, "DataTime=20100301145000;PolId=w01018;i12001-Info=1;i12003-Info=0", new DeviceInformation(new DateTime(2010, 3, 1, 14, 50, 0), "w01018", [new("i12001", "1"), new("i12003", "0")]) },
        { CommandCode.DeviceInformation, "PolId=w01018;InfoId=i12001", new InformationQuery("w01018", "i12001", null, null) },
        { CommandCode.SetDeviceParameter, "PolId=w01018;InfoId=i13004;i13004-Info=168.0", new ParameterSetting("w01018", "i13004", "168.0") },
        { CommandCode.StandardCheckResult, "DataTime=20260801020000;w01018-SampleRd=49.2,w01018-StandardValue=50.0,w01018-ResultType=1", new StandardChecks(new DateTime(2026, 8, 1, 2, 0, 0), [new("w01018", 49.2, 50, true)]) },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_examples_of_annex_C_say_what_their_tables_say(CommandCode command, string area, Payload expected) =>
        Told(PayloadReader.Read(Telegram(command, area))).ShouldBe(Told(expected));

    /// <summary>Requests as printed in annex C.</summary>
    [Fact]
    public void Requests_are_written_as_annex_C_prints_them()
    {
        var eight = new DateTime(2016, 8, 1, 8, 0, 0);
        Request.SetTimeoutAndRetries(5, 3).ShouldBe(new Request(CommandCode.SetTimeoutAndRetries, "OverTime=5;ReCount=3"));
        Request.SetDeviceTime(new DateTime(2016, 8, 1, 8, 58, 57), "w01018").DataArea.ShouldBe("PolId=w01018;SystemTime=20160801085857");
        Request.SetRealTimeInterval(30).DataArea.ShouldBe("RtdInterval=30");
        Request.FetchHourlyData(eight, eight.AddHours(1)).DataArea.ShouldBe("BeginTime=20160801080000;EndTime=20160801090000");
        Request.ZeroSpanCalibration("w01018").DataArea.ShouldBe("PolId=w01018");
        Request.SetSamplingPeriod("w01018", TimeOnly.MinValue, 2).DataArea.ShouldBe("PolId=w01018;CstartTime=000000;Ctime=2");
        Request.FetchDeviceInformation("w01018", "i12001").DataArea.ShouldBe("PolId=w01018;InfoId=i12001");
        Request.SetDeviceParameter("w01018", "i13004", "168.0").DataArea.ShouldBe("PolId=w01018;InfoId=i13004;i13004-Info=168.0");
    }

    /// <summary>The i-codes of one public implementation, and the names that others use.</summary>
    [Theory]
    [InlineData("i23005-Info=L1;i23006-Info=C2;i23007-Info=M3;i23008-Info=M4")]
    [InlineData("DataLoggerId=L1;CpuId=C2;Mac1=M3;Mac2=M4")]
    public void Hardware_is_read_by_both_names(string area) =>
        PayloadReader.Read(Telegram(CommandCode.UploadHardwareIdentity, area)).ShouldBe(new HardwareIdentity("L1", "C2", "M3", "M4"));

    [Theory]
    [InlineData(CommandCode.RequestAnswer, "QnRtn=x")]
    [InlineData(CommandCode.SetTimeoutAndRetries, "OverTime=5")]
    [InlineData(CommandCode.PowerOnTime, "DataTime=20160801085857;RestartTime=20161301085624")]
    [InlineData(CommandCode.RetainedSample, "VaseNo=1")]
    [InlineData(CommandCode.UploadHardwareIdentity, "")]
    [InlineData(CommandCode.RealTimeInterval, "RtdInterval=99999999999")]
    public void A_field_that_is_missing_or_unreadable_gives_no_payload(CommandCode command, string area) =>
        PayloadReader.Read(Telegram(command, area)).ShouldBeNull();

    [Fact]
    public void A_check_without_its_standard_value_is_left_out()
    {
        var checks = PayloadReader.Read(Telegram(CommandCode.StandardCheckResult, "DataTime=20260801020000;w01018-SampleRd=49.2,w01018-ResultType=1;w21003-SampleRd=1,w21003-StandardValue=2,w21003-ResultType=0"));
        checks.ShouldBeOfType<StandardChecks>().Checks.ShouldBe([new("w21003", 1, 2, false)]);
    }

    [Fact]
    public void Every_payload_that_is_built_is_read_again() => AnyPayload.Sample(built =>
    {
        var read = PayloadReader.Read(Telegram(built.Command, built.Payload.DataArea));
        Told(read).ShouldBe(Told(built.Payload));
        read!.DataArea.ShouldBe(built.Payload.DataArea);
    });

    /// <summary>Table B.10.</summary>
    [Theory]
    [InlineData("i12001", "10", "运维")]
    [InlineData("i22101", "2", "通道未接设备")]
    [InlineData("i12001", "4", null)]
    [InlineData("i13004", "168", null)]
    public void States_of_devices_have_the_words_of_the_table(string code, string value, string? meaning) =>
        InformationCodes.MeaningOf(code, value).ShouldBe(meaning);

    /// <summary>The example of HJ 212-2025 annex H.</summary>
    [Fact]
    public void The_authorization_of_annex_H_is_written_and_read()
    {
        var key = "msbE74gsiSHSEh5e"u8;
        const string header = "LG/m7lsFU/taig+vbQsDJXy4NGAaE2j2lplPwhZM7iM=";
        MultimediaAuthorization.Write("testuser", "AezF0nZRs4kypuGO", key).ShouldBe(header);
        MultimediaAuthorization.Read(header, key).ShouldBe(("testuser", "AezF0nZRs4kypuGO"));
        MultimediaAuthorization.Read(header, "0000000000000000"u8).ShouldBeNull();
        MultimediaAuthorization.Read("no base64", key).ShouldBeNull();
        MultimediaAuthorization.Read("", key).ShouldBeNull();
    }

    /// <summary>All that a payload holds, lists included, which records compare by reference.</summary>
    private static string Told(Payload? payload) => payload?.GetType().Name + JsonSerializer.Serialize<object?>(payload);

    private static Telegram Telegram(CommandCode command, string area) =>
        Frames.Parse(TelegramWriter.Write(Address, new DateTime(2016, 8, 1, 8, 58, 57, 223), command, area, wantsAnswer: false));

    private static readonly Gen<DateTime> Times = Gen.Int[0, 800_000_000].Select(seconds => new DateTime(2010, 1, 1).AddSeconds(seconds));

    private static readonly Gen<string> FactorCodes = OneOf("w01018", "w21003", "a21026", "a34013", "a24088");

    private static readonly Gen<double> Numbers = Gen.Int[-99_999, 99_999].Select(number => number / 100.0);

    private static readonly Gen<string> Words = OneOf("时间校准", "清洗管路;完成,正常", "168.0", "0");

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static Gen<IReadOnlyList<T>> SomeByFactor<T>(Func<string, double, double, T> make) =>
        Gen.Select(FactorCodes, Numbers, Numbers).List[1, 5].Select(drawn => (IReadOnlyList<T>)[.. drawn.DistinctBy(one => one.Item1).Select(one => make(one.Item1, one.Item2, one.Item3))]);

    private static Gen<(CommandCode Command, Payload Payload)> Built<T>(CommandCode command, Gen<T> payload)
        where T : Payload => payload.Select(one => (command, (Payload)one));

    private static readonly Gen<(CommandCode Command, Payload Payload)> AnyPayload = Gen.OneOf(
        Built(CommandCode.RequestAnswer, Gen.Enum<AnswerCode>().Select(code => new RequestAnswer(code))),
        Built(CommandCode.ExecutionResult, Gen.Enum<ResultCode>().Select(code => new ExecutionResult(code))),
        Built(CommandCode.SetTimeoutAndRetries, Gen.Select(Gen.Int[1, 99], Gen.Int[1, 99]).Select(two => new TimeoutAndRetries(two.Item1, two.Item2))),
        Built(CommandCode.UploadHardwareIdentity, Gen.Int[1, 999_999].Select(number => new HardwareIdentity($"L{number}", $"C{number}", "00:1A:2B:3C:4D:5E", ""))),
        Built(CommandCode.SetMn, Gen.Int[1, 999_999].Select(number => new MnAssignment($"L{number}"))),
        Built(CommandCode.KeyExchange, Gen.Select(Times, Gen.Bool).Select(two => two.Item2 ? new KeyExchange(two.Item1, "msbE74gsiSHSEh5e") : new KeyExchange(null, null))),
        Built(CommandCode.DeviceTime, Gen.Select(FactorCodes, Times).Select(two => new DeviceClock(two.Item1, two.Item2))),
        Built(CommandCode.SetDeviceTime, Times.Select(time => new DeviceClock(null, time))),
        Built(CommandCode.SetRealTimeInterval, Gen.Int[30, 3600].Select(seconds => new RealTimeInterval(seconds))),
        Built(CommandCode.MinuteInterval, Gen.Int[1, 30].Select(minutes => new MinuteInterval(minutes))),
        Built(CommandCode.HourlyData, Gen.Select(Times, Times).Select(two => new HistoryRange(two.Item1, two.Item2))),
        Built(CommandCode.FacilityState, Gen.Select(Times, Gen.Enum<RunState>()).Select(two => new FacilityStates(two.Item1, [new("SB1", two.Item2), new("SB12", RunState.Running)]))),
        Built(CommandCode.FacilityDailyRunTime, Gen.Select(Times, Gen.Int[0, 2400]).Select(two => new FacilityRunTimes(two.Item1, [new("SB3", two.Item2 / 100.0)]))),
        Built(CommandCode.PowerOnTime, Gen.Select(Times, Times).Select(two => new PowerOn(two.Item1, two.Item2))),
        Built(CommandCode.PeriodicRawData, Gen.Select(Times, SomeByFactor((code, a, b) => new PeriodicRawData.Peak(code, a, b, null, a) { Sampled = a > b ? new DateTime(2026, 11, 24, 8, 0, 0) : null, Completed = new DateTime(2026, 11, 24, 8, 15, 0), SampleType = b > 0 ? "1" : null })).Select(two => new PeriodicRawData(two.Item1, two.Item2))),
        Built(CommandCode.StandardCheckResult, Gen.Select(Times, SomeByFactor((code, a, b) => new StandardChecks.Check(code, a, b, a > b))).Select(two => new StandardChecks(two.Item1, two.Item2))),
        Built(CommandCode.RetainedSample, Gen.Select(Times, Gen.Int[1, 99]).Select(two => new RetainedSample(two.Item1, two.Item2))),
        Built(CommandCode.SamplingPeriod, Gen.Select(FactorCodes, Times, Gen.Int[1, 24]).Select(three => new SamplingPeriod(three.Item1, TimeOnly.FromDateTime(three.Item2), three.Item3))),
        Built(CommandCode.SampleOutputTime, Gen.Select(FactorCodes, Gen.Int[1, 120]).Select(two => new SampleOutputTime(two.Item1, two.Item2))),
        Built(CommandCode.DeviceIdentity, FactorCodes.Select(code => new AnalyserIdentity(null, code, Mn))),
        Built(CommandCode.DeviceInformation, Gen.Select(Times, FactorCodes, Words).Select(three => new DeviceInformation(three.Item1, three.Item2, [new("i11001", three.Item3), new("i12001", "3")]))),
        Built(CommandCode.DeviceInformation, Gen.Select(FactorCodes, Times, Times).Select(three => new InformationQuery(three.Item1, "i11001", three.Item2, three.Item3))),
        Built(CommandCode.SetDeviceParameter, Gen.Select(FactorCodes, Numbers).Select(two => new ParameterSetting(two.Item1, "i13008", FormattableString.Invariant($"{two.Item2}")))),
        Built(CommandCode.SetAlarmLimits2005, SomeByFactor((code, a, b) => new AlarmLimits.Limit(code, a, b)).Select(limits => new AlarmLimits(limits))),
        Built(CommandCode.AlarmEvent2005, Gen.Select(Times, SomeByFactor((code, a, _) => new AlarmEvent.Value(code, a))).Select(two => new AlarmEvent(two.Item1, "1", two.Item2))));
}
