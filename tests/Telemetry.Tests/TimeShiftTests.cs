using System.Buffers;
using EcoPark.Hj212;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Log.Decisions;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Tests;

/// <summary>What is added to the times of a device whose clock was wrong.</summary>
public class TimeShiftTests
{
    /// <summary>08:00:05 in the park.</summary>
    private static readonly DateTime Arrival = new(2026, 11, 24, 0, 0, 5, DateTimeKind.Utc);

    /// <summary>From 2026-11-24 to 2029-11-24 there are 365 + 366 + 365 days, 2028 being a leap year; 3 h 27 min are 21 tens of minutes or 3 hours, rounded, and no day.</summary>
    [Theory]
    [InlineData(CommandCode.MinuteData, "2029-11-24T07:59:58", "2029-11-24T07:50:00", "2026-11-24T07:50:00")]
    [InlineData(CommandCode.RealTimeData, "2029-11-24T07:59:58", "2029-11-24T07:59:30", "2026-11-24T07:59:37")]
    [InlineData(CommandCode.MinuteData, "2026-11-24T04:33:05", "2026-11-24T04:20:00", "2026-11-24T07:50:00")]
    [InlineData(CommandCode.HourlyData, "2026-11-24T04:33:05", "2026-11-24T03:00:00", "2026-11-24T06:00:00")]
    [InlineData(CommandCode.DailyData, "2026-11-24T04:33:05", "2026-11-23T00:00:00", "2026-11-23T00:00:00")]
    [InlineData(CommandCode.RealTimeData, "0001-01-01T00:00:00", "0001-01-01T00:00:00", "2026-11-24T08:00:05")]
    public void By_arrival_the_error_of_the_clock_is_taken_off_by_whole_periods(CommandCode command, string qn, string written, string right)
    {
        var telegram = Upload(command, Time(qn), Time(written));
        var shift = new TimeShifts(new TimeCorrection(CorrectionWay.ByArrival), Device()).Of(Entry(), telegram).Value;
        telegram.WithTimesMoved(shift)!.DataTime.ShouldBe(Time(right));
    }

    /// <summary>The line takes a second more or less; half a period of error must not part two neighbours, or the parts of one telegram.</summary>
    [Fact]
    public void Neighbours_share_one_error_of_the_clock()
    {
        var shifts = new TimeShifts(new TimeCorrection(CorrectionWay.ByArrival), Device());
        TimeSpan Of(int late) => shifts.Of(Entry(late), Upload(CommandCode.MinuteData, Time("2026-11-24T06:55:05"), Time("2026-11-24T06:40:00"))).Value;
        (Of(0), Of(-1), Of(1)).ShouldBe((TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(70)));
    }

    [Theory]
    [InlineData(CorrectionWay.AsWritten, 0, "2024-05-01T00:00:00", null)]
    [InlineData(CorrectionWay.AsWritten, 0, "2026-11-24T10:00:00", "future")]
    [InlineData(CorrectionWay.ByArrival, 0, "2026-11-24T10:00:00", "future")] // The clock is right, DataTime is not.
    [InlineData(CorrectionWay.ByShift, -3 * 3600, "2026-11-24T10:00:00", null)]
    [InlineData(CorrectionWay.ByShift, -30L * 366 * 86_400, "2026-11-24T10:00:00", "too-early")]
    [InlineData(CorrectionWay.ByShift, -2_100L * 366 * 86_400, "2026-11-24T10:00:00", "bad-time")]
    [InlineData(CorrectionWay.ToTime, 0, "2026-11-24T10:00:00", "no-time")]
    public void What_cannot_have_been_measured_then_stays_held(CorrectionWay way, long seconds, string written, string? problem) =>
        new TimeShifts(new TimeCorrection(way, TimeSpan.FromSeconds(seconds)), Device())
            .Of(Entry(), Upload(CommandCode.RealTimeData, Time("2026-11-24T08:00:00"), Time(written))).Problem?.Code.ShouldBe(problem);

    [Fact]
    public void The_time_of_one_telegram_may_be_known() =>
        new TimeShifts(new TimeCorrection(CorrectionWay.ToTime, DataTime: Time("2026-11-24T07:00:00")), Device())
            .Of(Entry(), Upload(CommandCode.RealTimeData, Time("2026-11-24T08:00:00"), Time("2026-11-24T10:00:00"))).Value.ShouldBe(TimeSpan.FromHours(-3));

    /// <summary>Twin, replay and relay read a telegram of the log in this way.</summary>
    [Fact]
    public void A_decided_telegram_is_read_with_its_times_moved_and_its_bytes_stay()
    {
        var frame = Frame(CommandCode.MinuteData, Time("2029-11-24T07:59:58"), Time("2029-11-24T07:50:00"));
        var logged = new Devices.LoggedTelegram(Entry() with { Raw = frame, Shift = TimeSpan.FromDays(-1096) });
        var read = logged.Parse(null!).ShouldNotBeNull();
        (read.Qn, read.DataTime).ShouldBe((Time("2026-11-24T07:59:58"), Time("2026-11-24T07:50:00")));
        logged.Raw.ToArray().ShouldBe(frame);
    }

    private static Device Device() => new() { Mn = "320600A0001D000000000001", Name = "", Password = "123456", SystemCode = "32" };

    private static LogEntry Entry(int late = 0) => new() { At = Arrival.AddSeconds(late), Direction = Direction.Received, Verdict = TelegramVerdict.Held, Raw = "##"u8.ToArray() };

    private static DateTime Time(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Frame(CommandCode command, DateTime qn, DateTime dataTime) => TelegramWriter.Write(
        new Address("320600A0001D000000000001", "123456", ProtocolVersion.V2017, "32"), qn, command, $"DataTime={dataTime:yyyyMMddHHmmss};w01018-Avg=1,w01018-Flag=N", true);

    private static Telegram Upload(CommandCode command, DateTime qn, DateTime dataTime)
    {
        Telegram.TryParse(new ReadOnlySequence<byte>(Frame(command, qn, dataTime)), null, out var telegram, out _).ShouldBeTrue();
        return telegram!;
    }
}
