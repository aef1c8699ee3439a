using EcoPark.Standards.Sources;
using EcoPark.Telemetry.Readings;

namespace EcoPark.Modules.Outlets.Hours;

/// <summary>What was going on in an hour of a factor, and why the hour is not valid.</summary>
public static class HourMark
{
    /// <param name="reading">The reading that counts; null where there is none.</param>
    /// <param name="isStopped">The source was stopped by a flag of the logger or a filed plan.</param>
    public static (DataMark Mark, string Why) Of(Reading? reading, bool isStopped, ControlHistory control, string factor, DateTime hour)
    {
        if (isStopped)
            return (DataMark.Stopped, "停运");
        if (reading is not { } known)
            return (DataMark.Missing, "没有数据");
        var mark = known.Flag == '\0' ? DataMark.Normal : DataMarks.Of(known.Flag) ?? DataMark.Missing;
        if (known.Value is null)
            return mark.IsValid() ? (DataMark.Missing, "没有数值") : (mark, HourMarkWords.Of(mark));
        if ((known.Marks & (ReadingMarks.Rejected | ReadingMarks.Unreadable | ReadingMarks.Implausible)) != 0)
            return (DataMark.Missing, ReadingNames.Of(known.Marks & (ReadingMarks.Rejected | ReadingMarks.Unreadable | ReadingMarks.Implausible)));
        if (!mark.IsValid())
            return (mark, HourMarkWords.Of(mark));
        if (known.Marks.HasFlag(ReadingMarks.Insufficient))
            return (DataMark.Missing, "有效分钟数据不足（小时均值至少 45 分钟有效）");
        return control.LostAt(factor, hour) is { } lost ? (DataMark.OutOfControl, lost) : (mark, "");
    }
}
