using System.Globalization;

namespace EcoPark.Reports.Statistics;

/// <summary>What stands down the side or across: a dimension of the fact, or a period.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Title">Chinese.</param>
public abstract record Axis(string Key, string Title);

/// <summary>A dimension of the fact.</summary>
public sealed record FactAxis(Dimension Dimension) : Axis(Dimension.Key, Dimension.Title);

/// <summary>Periods of the park's calendar.</summary>
/// <param name="Grain">Periods that rows are grouped by for it.</param>
public sealed record PeriodAxis(string Key, string Title, PeriodGrain Grain) : Axis(Key, Title)
{
    public static readonly PeriodAxis Day = new("day", "日", PeriodGrain.Day);
    public static readonly PeriodAxis Month = new("month", "月", PeriodGrain.Month);
    public static readonly PeriodAxis Quarter = new("quarter", "季度", PeriodGrain.Quarter);
    public static readonly PeriodAxis Year = new("year", "年", PeriodGrain.Year);

    /// <summary>1 to 12, the same month of all years together: beside years across it shows how months differ.</summary>
    public static readonly PeriodAxis MonthOfYear = new("month-of-year", "月份（1–12）", PeriodGrain.Month);

    public static readonly IReadOnlyList<PeriodAxis> All = [Day, Month, Quarter, Year, MonthOfYear];

    /// <summary>Begins anew every year.</summary>
    public bool Recurs => this == MonthOfYear;

    /// <summary>The member that a day lies in.</summary>
    public Member Of(DateOnly day)
    {
        var words = CultureInfo.InvariantCulture;
        var (key, title) = Recurs ? (day.ToString("MM", words), $"{day.Month} 月") : Grain switch
        {
            PeriodGrain.Day => (day.ToString("yyyy-MM-dd", words), day.ToString("yyyy-MM-dd", words)),
            PeriodGrain.Month => (day.ToString("yyyy-MM", words), day.ToString("yyyy-MM", words)),
            PeriodGrain.Quarter => (string.Create(words, $"{day.Year}-Q{(day.Month + 2) / 3}"), string.Create(words, $"{day.Year} 年第 {(day.Month + 2) / 3} 季度")),
            _ => (day.Year.ToString(words), $"{day.Year} 年"),
        };
        return new Member(key, key, title);
    }

    /// <summary>How many of them a stretch has.</summary>
    public int CountOf(DateOnly first, DateOnly last) => Grain switch
    {
        PeriodGrain.Day => last.DayNumber - first.DayNumber + 1,
        PeriodGrain.Year => last.Year - first.Year + 1,
        PeriodGrain.Quarter => ((last.Year - first.Year) * 4) + ((last.Month + 2) / 3) - ((first.Month + 2) / 3) + 1,
        _ => Math.Min(((last.Year - first.Year) * 12) + last.Month - first.Month + 1, Recurs ? 12 : int.MaxValue),
    };
}
