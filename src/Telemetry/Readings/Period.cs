using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Readings;

/// <summary>Periods of the levels: half-open, in the park's zone, stamped with their start.</summary>
public static class Period
{
    /// <summary>Start (UTC) of the period of a level that contains an instant.</summary>
    public static DateTime StartOf(Interval interval, DateTime utc, int minuteInterval)
    {
        if (interval == Interval.RealTime)
            return utc;

        var wall = ParkTime.FromUtc(utc);
        return ParkTime.ToUtc(interval switch
        {
            Interval.Minute => wall.Date.AddMinutes((int)wall.TimeOfDay.TotalMinutes / minuteInterval * minuteInterval),
            Interval.Hour => wall.Date.AddHours(wall.Hour),
            Interval.Day => wall.Date,
            _ => new DateTime(wall.Year, wall.Month, 1),
        });
    }

    /// <summary>End (UTC) of the period that begins at <paramref name="start"/>.</summary>
    public static DateTime EndOf(Interval interval, DateTime start, int minuteInterval) => interval switch
    {
        Interval.RealTime => start,
        Interval.Minute => start.AddMinutes(minuteInterval),
        Interval.Hour => start.AddHours(1),
        Interval.Day => ParkTime.ToUtc(ParkTime.FromUtc(start).AddDays(1)),
        _ => ParkTime.ToUtc(ParkTime.FromUtc(start).AddMonths(1)),
    };
}
