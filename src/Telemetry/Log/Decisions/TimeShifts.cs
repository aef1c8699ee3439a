using EcoPark.Hj212;
using EcoPark.Platform;
using EcoPark.Platform.Time;
using EcoPark.Telemetry.Gateway;
using EcoPark.Telemetry.Readings;
using EcoPark.Telemetry.Registry;

namespace EcoPark.Telemetry.Log.Decisions;

/// <summary>Works out what is added to the times of each telegram of one decision; in the order of the log.</summary>
internal sealed class TimeShifts(TimeCorrection correction, Device device)
{
    /// <summary>Errors that differ by less come from the line, not from the clock: the parts of a telegram and its neighbours share one.</summary>
    private static readonly TimeSpan Jitter = TimeSpan.FromMinutes(1);

    private static readonly DateTime Earliest = new(2000, 1, 1);
    private TimeSpan? _error;

    /// <summary>The shift, or why there is none.</summary>
    public Outcome<TimeSpan> Of(LogEntry entry, Telegram telegram)
    {
        var found = correction.Way switch
        {
            CorrectionWay.AsWritten => TimeSpan.Zero,
            CorrectionWay.ByShift => correction.Shift,
            CorrectionWay.ToTime => ToTime(telegram),
            _ => ByArrival(entry, telegram),
        };
        return found.IsOk && Refusal(entry, telegram, found.Value) is { } refusal ? refusal : found;
    }

    private Outcome<TimeSpan> ToTime(Telegram telegram) =>
        correction.DataTime is not { } right ? new Problem("no-time", "请给出正确的数据时间。", "dataTime")
        : telegram.DataTime is { } written ? right - written
        : new Problem("no-data-time", "这一分包没有 DataTime，请改为处置带 DataTime 的那一包，或给出更正量。", "dataTime");

    private Outcome<TimeSpan> ByArrival(LogEntry entry, Telegram telegram)
    {
        if (telegram.Qn is not { } qn)
            return new Problem("no-qn", "报文没有 QN，不能按到达时间推算，请给出更正量。", "way");
        var error = ParkTime.FromUtc(entry.At) - qn;
        if (_error is not { } known || (known - error).Duration() > Jitter)
            _error = known = error;
        return Whole(known, GridOf(telegram.Command));
    }

    private TimeSpan GridOf(CommandCode command) => ReadingBatch.IntervalOf(command) switch
    {
        Interval.Minute => TimeSpan.FromMinutes(device.MinuteInterval),
        Interval.Hour => TimeSpan.FromHours(1),
        Interval.Day => TimeSpan.FromDays(1),
        _ => TimeSpan.FromSeconds(1),
    };

    private static TimeSpan Whole(TimeSpan error, TimeSpan grid) => grid * Math.Round(error / grid, MidpointRounding.AwayFromZero);

    private static Problem? Refusal(LogEntry entry, Telegram telegram, TimeSpan shift)
    {
        if (telegram.WithTimesMoved(shift) is not { } moved)
            return new Problem("bad-time", "更正后的时间超出可表示的范围，请核对更正量。", "shiftSeconds");
        if (moved.DataTime is not { } time)
            return null; // A part takes it from its telegram.
        if (time > ParkTime.FromUtc(entry.At) + TelegramJudge.Future)
            return new Problem("future", $"数据时间 {time:yyyy-MM-dd HH:mm:ss} 晚于报文到达的时间，不可能是测得的，请给出更正量。", "way");
        return time < Earliest ? new Problem("too-early", $"数据时间 {time:yyyy-MM-dd HH:mm:ss} 早于 2000 年，请给出更正量。", "way") : null;
    }
}
