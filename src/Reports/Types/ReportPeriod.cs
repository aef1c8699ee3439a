using System.Globalization;
using EcoPark.Platform;

namespace EcoPark.Reports;

/// <summary>Kinds of periods.</summary>
public enum ReportSpan
{
    Day,
    Month,
    Quarter,
    Year,

    /// <summary>From a day to a day.</summary>
    Range,
}

/// <summary>A period of the park's calendar, both days included.</summary>
public sealed record ReportPeriod(ReportSpan Span, DateOnly First, DateOnly Last)
{
    /// <summary>Days of a range, at most: longer ones are what yearly reports are for.</summary>
    public const int MostDays = 366;

    private const int FirstYear = 2000;
    private const string Between = "..";

    /// <summary>As it stands in the address: 2026-11-28, 2026-11, 2026-Q4, 2026, 2026-11-01..2026-11-28.</summary>
    public string Key => Span switch
    {
        ReportSpan.Day => Day(First),
        ReportSpan.Month => First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ReportSpan.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year}-Q{((First.Month - 1) / 3) + 1}"),
        ReportSpan.Year => First.Year.ToString(CultureInfo.InvariantCulture),
        _ => Day(First) + Between + Day(Last),
    };

    /// <summary>Chinese.</summary>
    public string Title => Span switch
    {
        ReportSpan.Day => string.Create(CultureInfo.InvariantCulture, $"{First.Year} 年 {First.Month} 月 {First.Day} 日"),
        ReportSpan.Month => string.Create(CultureInfo.InvariantCulture, $"{First.Year} 年 {First.Month} 月"),
        ReportSpan.Quarter => string.Create(CultureInfo.InvariantCulture, $"{First.Year} 年第 {((First.Month - 1) / 3) + 1} 季度"),
        ReportSpan.Year => string.Create(CultureInfo.InvariantCulture, $"{First.Year} 年"),
        _ => $"{Day(First)} 至 {Day(Last)}",
    };

    /// <summary>The period of a kind that a day lies in; of a range the month up to the day.</summary>
    public static ReportPeriod Of(ReportSpan span, DateOnly day) => span switch
    {
        ReportSpan.Day => new(span, day, day),
        ReportSpan.Month => Months(span, new DateOnly(day.Year, day.Month, 1), 1),
        ReportSpan.Quarter => Months(span, new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1), 3),
        ReportSpan.Year => Months(span, new DateOnly(day.Year, 1, 1), 12),
        _ => new(span, new DateOnly(day.Year, day.Month, 1), day),
    };

    /// <summary>Reads a period of one of some kinds; says what is wrong with it, or that it has not begun.</summary>
    /// <param name="mostDays">Days of a range, at most.</param>
    public static Outcome<ReportPeriod> Parse(string? text, IReadOnlyList<ReportSpan> spans, DateOnly today, int mostDays = MostDays)
    {
        if (Read(text?.Trim() ?? "") is not { } period)
            return new Problem("period", $"看不懂时间“{text}”，应为{string.Join("或", spans.Select(Example))}。", "period");
        if (!spans.Contains(period.Span))
            return new Problem("period", $"这份报表按{string.Join("、", spans.Select(Name))}出，不能按{Name(period.Span)}出；时间应为{string.Join("或", spans.Select(Example))}。", "period");
        if (period.Last < period.First)
            return new Problem("period", "结束日期不能早于开始日期。", "period");
        if (period.Span == ReportSpan.Range && period.Last.DayNumber - period.First.DayNumber >= mostDays)
            return new Problem("too-long", $"自选时段至多 {mostDays} 天，{period.Title}有 {period.Last.DayNumber - period.First.DayNumber + 1} 天。{(mostDays == MostDays ? "请分年出报。" : "请缩短时间。")}", "period");
        if (period.First.Year < FirstYear)
            return new Problem("period", $"{FirstYear} 年以前没有数据。", "period");
        return period.First > today ? new Problem("period", $"{period.Title}还没有到。", "period") : period;
    }

    /// <summary>Chinese name of a kind.</summary>
    public static string Name(ReportSpan span) => span switch
    {
        ReportSpan.Day => "日",
        ReportSpan.Month => "月",
        ReportSpan.Quarter => "季",
        ReportSpan.Year => "年",
        _ => "自选时段",
    };

    private static string Example(ReportSpan span) => span switch
    {
        ReportSpan.Day => "“2026-11-28”",
        ReportSpan.Month => "“2026-11”",
        ReportSpan.Quarter => "“2026-Q4”",
        ReportSpan.Year => "“2026”",
        _ => "“2026-11-01..2026-11-28”",
    };

    private static ReportPeriod? Read(string text)
    {
        if (text.Split(Between) is [var from, var to])
            return DayOf(from) is { } first && DayOf(to) is { } last ? new(ReportSpan.Range, first, last) : null;
        if (DayOf(text) is { } day)
            return Of(ReportSpan.Day, day);
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return Of(ReportSpan.Month, month);
        if (text.Length == 7 && text[5] == 'Q' && text[6] is >= '1' and <= '4' && DateOnly.TryParseExact(text[..4], "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            return Of(ReportSpan.Quarter, year.AddMonths((text[6] - '1') * 3));
        return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var whole) ? Of(ReportSpan.Year, whole) : null;
    }

    private static ReportPeriod Months(ReportSpan span, DateOnly first, int months) => new(span, first, first.AddMonths(months).AddDays(-1));

    private static DateOnly? DayOf(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
