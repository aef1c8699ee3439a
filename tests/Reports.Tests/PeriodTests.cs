namespace EcoPark.Reports.Tests;

public sealed class PeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly ReportSpan[] All = Enum.GetValues<ReportSpan>();

    [Theory]
    [InlineData("2026-11-28", ReportSpan.Day, "2026-11-28", "2026-11-28", "2026 年 11 月 28 日")]
    [InlineData("2024-02", ReportSpan.Month, "2024-02-01", "2024-02-29", "2024 年 2 月")]
    [InlineData("2026-Q3", ReportSpan.Quarter, "2026-07-01", "2026-09-30", "2026 年第 3 季度")]
    [InlineData("2026", ReportSpan.Year, "2026-01-01", "2026-12-31", "2026 年")]
    [InlineData("2025-11-20..2026-02-03", ReportSpan.Range, "2025-11-20", "2026-02-03", "2025-11-20 至 2026-02-03")]
    public void A_period_is_read_from_the_address_and_written_back(string text, ReportSpan span, string first, string last, string title)
    {
        var period = ReportPeriod.Parse(text, All, Today).Value!;
        (period.Span, period.First, period.Last, period.Title, period.Key).ShouldBe((span, Day(first), Day(last), title, text));
    }

    [Theory]
    [InlineData("2026-13", "看不懂时间")]
    [InlineData("2026-Q5", "看不懂时间")]
    [InlineData("'; drop", "看不懂时间")]
    [InlineData(null, "看不懂时间")]
    [InlineData("2026-11-29", "还没有到")]
    [InlineData("2027", "还没有到")]
    [InlineData("1999", "2000 年以前")]
    [InlineData("2026-03-02..2026-03-01", "结束日期不能早于")]
    [InlineData("2016-01-01..2026-01-01", "至多 366 天，2016-01-01 至 2026-01-01有 3654 天")]
    public void What_is_no_period_is_told(string? text, string told) => ReportPeriod.Parse(text, All, Today).Problem!.Message.ShouldContain(told);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_whole_leap_year_is_a_range_and_a_day_more_is_none()
    {
        ReportPeriod.Parse("2024-01-01..2024-12-31", All, Today).IsOk.ShouldBeTrue();
        ReportPeriod.Parse("2024-01-01..2025-01-01", All, Today).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void A_report_of_days_takes_no_ten_years() =>
        ReportPeriod.Parse("2016-01-01..2026-01-01", [ReportSpan.Day], Today).Problem!.Message.ShouldBe("这份报表按日出，不能按自选时段出；时间应为“2026-11-28”。");
}
