namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>The calendar that what is used is set against: half of a quota in a third of its time is too fast.</summary>
public static class Pace
{
    /// <summary>Share of a period that has passed with the end of a day, 0 … 1.</summary>
    public static double Of(DateOnly from, DateOnly to, DateOnly day) => to < from ? 1 : Math.Clamp((day.DayNumber - from.DayNumber + 1.0) / (to.DayNumber - from.DayNumber + 1), 0, 1);

    public static double OfYear(int year, DateOnly day) => Of(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), day);
}
