using EcoPark.Platform.Time;

namespace EcoPark.Modules.Monitoring.History;

/// <summary>Which other time a stretch is compared with.</summary>
public enum CurveComparison
{
    None,
    Day,
    Week,
    Month,
    Year,
}

public static class CurveComparisons
{
    public static string Title(this CurveComparison comparison) => comparison switch
    {
        CurveComparison.Day => "前一日同时",
        CurveComparison.Week => "上周同期",
        CurveComparison.Month => "上月同期",
        CurveComparison.Year => "去年同期",
        _ => "不比较",
    };

    /// <summary>The instant that a begin is compared with, by the park's calendar: the 31st of March with the last of February.</summary>
    public static DateTime Before(this CurveComparison comparison, DateTime utc)
    {
        var wall = ParkTime.FromUtc(utc);
        return ParkTime.ToUtc(comparison switch
        {
            CurveComparison.Day => wall.AddDays(-1),
            CurveComparison.Week => wall.AddDays(-7),
            CurveComparison.Month => wall.AddMonths(-1),
            CurveComparison.Year => wall.AddYears(-1),
            _ => wall,
        });
    }
}
