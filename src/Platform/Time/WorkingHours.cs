namespace EcoPark.Platform.Time;

/// <summary>When a rule or a subscription is in force, on the park's clock; over midnight where the end is not after the start.</summary>
/// <param name="From">Start of day's part.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="Days">每天, 周一至周五 or 周末.</param>
public sealed record WorkingHours(TimeOnly From, TimeOnly To, string Days)
{
    public const string EveryDay = "每天";
    public const string Weekdays = "周一至周五";
    public const string Weekends = "周末";

    public static readonly WorkingHours Always = new(TimeOnly.MinValue, TimeOnly.MinValue, EveryDay);

    /// <summary>From what people enter: no times for the whole day, an empty word for every day.</summary>
    public static WorkingHours Of(TimeOnly? from, TimeOnly? to, string days) =>
        from is null && days is "" or EveryDay ? Always : new WorkingHours(from ?? TimeOnly.MinValue, to ?? TimeOnly.MinValue, days);

    public bool Hold(DateTime utc)
    {
        if (this == Always)
            return true;
        var wall = ParkTime.FromUtc(utc);
        var isWeekend = wall.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return (Days switch { Weekdays => !isWeekend, Weekends => isWeekend, _ => true }) && (From == To || TimeOnly.FromDateTime(wall).IsBetween(From, To));
    }
}
