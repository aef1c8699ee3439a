using System.Globalization;
using EcoPark.Platform.Security;
using EcoPark.Reports.Statistics;

namespace EcoPark.Reports.Tests.Statistics;

/// <summary>What may be asked, and what is said of the rest.</summary>
public sealed class StatisticPlannerTests
{
    [Theory]
    [InlineData("?measures=rows.count&period=2026", "请选择统计的数据")]
    [InlineData("?fact=nothing&measures=rows.count&period=2026", "没有可供统计的数据“nothing”")]
    [InlineData("?fact=test&rows=colour&measures=rows.count&period=2026", "不能按“colour”分，可用的维度有：enterprise（企业）")]
    [InlineData("?fact=test&rows=enterprise,factor,month&measures=rows.count&period=2026", "行至多放 2 个维度")]
    [InlineData("?fact=test&rows=enterprise&column=enterprise&measures=rows.count&period=2026", "同一个维度不能放两次")]
    [InlineData("?fact=test&period=2026", "请选择至少一个指标")]
    [InlineData("?fact=test&measures=value.sum&period=2026&f.factor=cod", "没有指标“value.sum”")]
    [InlineData("?fact=test&measures=value.p100&period=2026&f.factor=cod", "百分位数应在 1 到 99 之间")]
    [InlineData("?fact=test&measures=value.p95x&period=2026&f.factor=cod", "没有指标“value.p95x”")]
    [InlineData("?fact=test&measures=value.percentile&period=2026&f.factor=cod", "没有指标“value.percentile”")]
    [InlineData("?fact=test&measures=rows.count,over.rate,over.sum,over.count,rows.count&period=2026", "一次至多 4 个指标")]
    [InlineData("?fact=test&measures=rows.count", "请选择时间")]
    [InlineData("?fact=test&measures=rows.count&period=never", "看不懂时间“never”")]
    [InlineData("?fact=test&measures=rows.count&period=2015-01-01..2026-11-28", "自选时段至多 3653 天")]
    [InlineData("?fact=test&measures=rows.count&period=2027", "还没有到")]
    [InlineData("?fact=test&column=day&measures=rows.count&period=2026", "按“日”展开有 365 列，至多 62 列")]
    [InlineData("?fact=test&rows=day&measures=rows.count&period=2022-01-01..2026-11-28", "结果有 1793 行，至多 1000 行")]
    [InlineData("?fact=test&measures=value.mean&period=2026", "不能把几个因子合在一起")]
    [InlineData("?fact=test&measures=value.mean&period=2026&f.factor=cod|nh3", "不能把几个因子合在一起")]
    [InlineData("?fact=test&measures=rows.count&period=2026&f.colour=red", "不能按“colour”筛选")]
    [InlineData("?fact=test&measures=rows.count&period=2026&f.enterprise=99", "没有编号为“99”的企业")]
    [InlineData("?fact=test&measures=rows.count&period=2026&compare=budget", "不能与“budget”比较")]
    [InlineData("?fact=test&measures=rows.count&period=2026&compare=plan", "只有“排放量合计”可以与计划比较")]
    [InlineData("?fact=test&measures=mass.sum&period=2026-10&f.factor=cod&compare=plan", "时间请选整年")]
    [InlineData("?fact=test&rows=month&measures=mass.sum&period=2026&f.factor=cod&compare=plan", "时段只能按“年”分")]
    [InlineData("?fact=test&rows=month-of-year&measures=rows.count&period=2026&compare=previous", "不能环比")]
    public async Task What_is_wrong_or_too_much_is_told(string query, string told)
    {
        using var turn = Actor.As(TestFact.Person());
        (await TestFact.Desk().Make(StatisticQuery.Parse(query), CancellationToken.None)).Problem!.Message.ShouldContain(told);
    }

    [Fact]
    public async Task Too_many_groups_are_told_when_they_have_been_counted()
    {
        using var turn = Actor.As(TestFact.Person());
        var days = Enumerable.Range(0, 70).Select(at => new TestRow($"{at}", "cod", new DateOnly(2026, 10, 1), at)).ToList();
        (await TestFact.Desk(TestFact.Of(days)).Make(StatisticQuery.Parse("?fact=test&column=enterprise&measures=rows.count&period=2026"), CancellationToken.None)).Problem!.Message.ShouldContain("按“企业”展开有 70 列");
        (await TestFact.Desk(TestFact.Of(days)).Make(StatisticQuery.Parse("?fact=test&rows=enterprise&measures=rows.count&period=2026"), CancellationToken.None)).Value!.Rows.Count.ShouldBe(70);
    }

    [Fact]
    public void A_query_is_its_address()
    {
        const string Address = "?fact=test&rows=enterprise,factor&column=month&measures=value.mean,value.p95&period=2026-Q4&f.enterprise=2%7C1&f.factor=cod&compare=year";
        var query = StatisticQuery.Parse(Address);
        query.Filters["enterprise"].ShouldBe(["2", "1"]);
        StatisticQuery.Parse(query.Write()).Write().ShouldBe(query.Write());
        Uri.UnescapeDataString(query.Write()).ShouldBe(Uri.UnescapeDataString(Address));
    }

    [Theory]
    [InlineData(Comparison.YearBefore, null, "2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28")]
    [InlineData(Comparison.YearBefore, PeriodGrain.Day, "2026-11-02", "2026-11-28", "2025-11-02", "2025-11-28")]
    [InlineData(Comparison.PeriodBefore, null, "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31")]
    [InlineData(Comparison.PeriodBefore, null, "2026-11-02", "2026-11-08", "2026-10-26", "2026-11-01")]
    [InlineData(Comparison.PeriodBefore, PeriodGrain.Month, "2026-01-01", "2026-11-28", "2025-12-01", "2026-10-28")]
    [InlineData(Comparison.PeriodBefore, PeriodGrain.Quarter, "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31")]
    [InlineData(Comparison.PeriodBefore, PeriodGrain.Day, "2026-11-01", "2026-11-28", "2026-10-31", "2026-11-27")]
    public void Stretches_are_compared_with_as_much(Comparison comparison, PeriodGrain? grain, string first, string last, string before, string beforeLast)
    {
        var (begin, end) = (DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture));
        var step = comparison.Step(grain, begin, end);
        step.Back(begin, end).ShouldBe((DateOnly.Parse(before, CultureInfo.InvariantCulture), DateOnly.Parse(beforeLast, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_leap_day_answers_to_no_day()
    {
        new ComparisonStep(12, 0).Forward(new DateOnly(2024, 2, 29)).ShouldBeNull();
        new ComparisonStep(12, 0).Forward(new DateOnly(2024, 2, 28)).ShouldBe(new DateOnly(2025, 2, 28));
    }

    [Fact]
    public void Periods_are_numbers_and_back()
    {
        var day = new DateOnly(2026, 11, 28);
        Enum.GetValues<PeriodGrain>().Select(grain => (grain.KeyOf(day), grain.Start(grain.KeyOf(day)))).ShouldBe([(20261128, day), (202611, new(2026, 11, 1)), (20264, new(2026, 10, 1)), (2026, new(2026, 1, 1))]);
    }
}
