using EcoPark.Platform.Security;
using EcoPark.Reports.Statistics;

namespace EcoPark.Reports.Tests.Statistics;

/// <summary>Figures of statistics, worked out by hand from <see cref="TestFact.Rows"/>.</summary>
public sealed class StatisticDeskTests
{
    [Fact]
    public async Task Figures_are_those_of_the_values_that_count()
    {
        var made = await Make("?fact=test&rows=enterprise&measures=value.mean,value.max,value.min,value.count&period=2026-10&f.factor=cod");
        made.Rows.Select(row => row.Heads[0].Title).ShouldBe(["甲公司", "乙公司", "丙公司"]);
        // (10 + 20 + 60) / 3; the third of October does not count.
        made.Rows[0].Cells[0].Figures.Select(figure => figure.Value).ShouldBe([30, 60, 10, 3]);
        (made.Rows[0].Cells[0].Figures[0].Count, made.Rows[0].Cells[0].Figures[0].Rows).ShouldBe((3, 4));
        made.Measures[0].ShouldBe(new ShownMeasure(made.Measures[0].Measure, "mg/L", 1));
        made.Measures[0].Text(30).ShouldBe("30.0");
        made.Gaps.ShouldBe(["浓度：共 6 条，计入 5 条，1 条无效，未计入"]);
        made.Basis[0].ShouldBe("数据为测试数据：测试用");
    }

    [Fact]
    public async Task Enterprises_of_one_industry_come_together_and_periods_stand_across()
    {
        var made = await Make("?fact=test&rows=industry&column=month&measures=mass.sum,value.mean&period=2026&f.factor=cod");
        made.Columns.Select(column => column.Title).ShouldBe(["2026-10", "2026-11"]);
        made.Rows.Select(row => row.Heads[0].Title).ShouldBe(["化工", "水泥"]);
        // October: 1 + 2 + 3 + 4 + 6; (10 + 20 + 60 + 30) / 4. November: 5; 40.
        made.Rows[0].Cells[0].Figures.Select(figure => figure.Value).ShouldBe([16, 30]);
        made.Rows[0].Cells[1].Figures.Select(figure => figure.Value).ShouldBe([5, 40]);
        // Nothing in November: not nought.
        made.Rows[1].Cells[1].Figures.Select(figure => figure.Value).ShouldBe([null, null]);
        made.Rows[1].Cells[1].Figures.Select(figure => made.Measures[0].Text(figure.Value)).First().ShouldBe("—");
    }

    [Fact]
    public async Task A_percentile_is_that_of_HJ_663()
    {
        // 5, 10, 20, 30, 60: k = 1 + 4 · 0.95 = 4.8, so 30 + 0.8 · 30 = 54. The median is 20.
        var made = await Make("?fact=test&measures=value.p95,value.p50&period=2026-10&f.factor=cod");
        made.Rows.Single().Cells.Single().Figures.Select(figure => figure.Value).ShouldBe([54, 20]);
        made.Basis.ShouldContain(one => one.Contains("HJ 663", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Shares_are_of_what_could_be_judged()
    {
        // Of enterprise 1 in October: 10, 20 kept, 60 over, one not judged; ammonia kept: 1 of 4.
        var made = await Make("?fact=test&rows=enterprise&measures=over.rate,over.sum,over.count&period=2026-10");
        made.Rows[0].Cells[0].Figures.Select(figure => figure.Value).ShouldBe([0.25, 1, 4]);
        made.Measures[0].Text(0.25).ShouldBe("25.0");
        made.Measures.Select(measure => measure.Title).ShouldBe(["超标率", "超标天数", "判定天数"]);
    }

    [Fact]
    public async Task What_has_no_rows_is_counted_as_none()
    {
        var made = await Make("?fact=test&rows=enterprise&column=month&measures=rows.count&period=2026");
        made.Rows[1].Cells[1].Figures[0].Value.ShouldBe(0);
        made.Rows[1].Cells[1].Href.ShouldBeNull();
    }

    [Fact]
    public async Task A_year_before_is_the_same_days_and_the_period_before_the_one_beside()
    {
        var year = await Make("?fact=test&measures=value.mean&period=2026-10&f.factor=cod&f.enterprise=1&compare=year");
        // 30 against (20 + 40) / 2.
        year.Rows[0].Cells[0].Figures[0].ShouldBe(new StatisticFigure(30, 3, 4, 30));
        year.Rows[0].Cells[0].Figures[0].Change(false).ShouldBe(0);
        var month = await Make("?fact=test&rows=month&measures=value.mean&period=2026&f.factor=cod&f.enterprise=1&compare=previous");
        month.Rows.Select(row => (row.Heads[0].Key, row.Cells[0].Figures[0].Value, row.Cells[0].Figures[0].Compared)).ShouldBe([("2026-10", 30, null), ("2026-11", 40, 30)]);
        // 40 against 30: a third more.
        month.Measures[0].Text(month.Rows[1].Cells[0].Figures[0]).ShouldBe("+33.3%");
        month.Basis.ShouldContain(one => one.Contains("环比：各时段与前一时段相比，对照期为 2025-12-01 至 2026-11-30", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sums_of_years_are_compared_with_what_was_planned()
    {
        var made = await Make("?fact=test&rows=industry&column=year&measures=mass.sum,value.mean&period=2026&f.factor=cod&compare=plan");
        // Chemicals: 1 + 2 + 3 + 4 + 5 + 6 = 21 kg of 2 · 100; cement has no plan, and means have none.
        made.Rows.Select(row => (row.Cells[0].Figures[0].Value, row.Cells[0].Figures[0].Compared)).ShouldBe([(21, 200), (7, null)]);
        made.Rows[0].Cells[0].Figures[1].Compared.ShouldBeNull();
        made.Measures[0].Text(made.Rows[0].Cells[0].Figures[0]).ShouldBe("-89.5%");
        made.Basis.ShouldContain(one => one.StartsWith("与计划比：测试计划", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Months_of_several_years_stand_beside_each_other()
    {
        var made = await Make("?fact=test&rows=month-of-year&column=year&measures=value.mean&period=2025-01-01..2026-11-28&f.factor=cod&f.enterprise=1");
        made.Columns.Select(column => column.Title).ShouldBe(["2025 年", "2026 年"]);
        made.Rows.Select(row => (row.Heads[0].Title, row.Cells[0].Figures[0].Value, row.Cells[1].Figures[0].Value)).ShouldBe([("10 月", 30, 30), ("11 月", null, 40)]);
        made.Rows[0].Cells[0].Href.ShouldBeNull("no list shows one month of all years");
    }

    [Fact]
    public async Task A_figure_leads_to_its_rows()
    {
        var made = await Make("?fact=test&rows=enterprise&column=month&measures=value.mean&period=2026-10-02..2026-11-28&f.factor=cod");
        made.Rows[0].Cells[0].Href.ShouldBe("/rows?e=1&from=2026-10-02&to=2026-10-31");
        made.Rows[0].Cells[1].Href.ShouldBe("/rows?e=1&from=2026-11-01&to=2026-11-28");
        made.Gaps.ShouldContain("2026-11-28 及以后的数据还不完整");
        (await Make("?fact=test&rows=industry&measures=rows.count&period=2026")).Rows[0].Cells[0].Href.ShouldBeNull();
    }

    [Fact]
    public async Task An_enterprise_sees_its_own_and_nobody_sees_anything()
    {
        using (Actor.As(TestFact.Person(2)))
        {
            var own = await TestFact.Desk().Make(StatisticQuery.Parse("?fact=test&rows=enterprise&measures=rows.count&period=2026"), CancellationToken.None);
            own.Value!.Rows.Select(row => row.Heads[0].Key).ShouldBe(["2"]);
        }

        using (Actor.As(TestReports.Of(null, ReportPermissions.View)))
        {
            TestFact.Desk().Facts.ShouldBeEmpty();
            (await TestFact.Desk().Members("test", "enterprise", CancellationToken.None)).ShouldBeNull();
        }

        (await TestFact.Desk().Make(StatisticQuery.Parse("?fact=test&measures=rows.count&period=2026"), CancellationToken.None)).Problem!.Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Factors_in_different_units_say_their_own_and_one_factor_in_two_units_is_refused()
    {
        var made = await Make("?fact=test&rows=factor&measures=value.mean&period=2026-10&f.enterprise=1");
        made.Rows.Select(row => made.NameOf(row.Heads[0])).ShouldBe(["化学需氧量（mg/L）", "氨氮（μg/L）"]);
        using var turn = Actor.As(TestFact.Person());
        var mixed = await TestFact.Desk(TestFact.Of(TestFact.Rows, "mg/L", "μg/L")).Make(StatisticQuery.Parse("?fact=test&rows=factor&measures=value.mean&period=2026-10"), CancellationToken.None);
        mixed.Problem!.Message.ShouldContain("单位不同（mg/L、μg/L）");
    }

    [Fact]
    public async Task A_report_says_the_same()
    {
        var report = StatisticReport.Of(await Make("?fact=test&rows=enterprise&column=month&measures=value.mean&period=2026&f.factor=cod&compare=year"), "每月浓度");
        report.Title.ShouldBe("每月浓度");
        report.Facts.ShouldBe([new("数据", "测试数据"), new("时间", "2026 年"), new("因子", "化学需氧量"), new("比较", "同比")]);
        var table = report.Tables.Single();
        table.Columns.Select(column => (column.Group, column.Heading, column.Unit)).ShouldBe([("", "企业", ""), ("2026-10", "浓度平均值", "mg/L"), ("2026-10", "同比", "%"), ("2026-11", "浓度平均值", "mg/L"), ("2026-11", "同比", "%")]);
        table.Rows[0].Select((cell, at) => cell.Shown(table.Columns[at])).ShouldBe(["甲公司", "30.0", "0.0", "40.0", "—"]);
    }

    private static async Task<StatisticResult> Make(string query)
    {
        using var turn = Actor.As(TestFact.Person());
        var made = await TestFact.Desk().Make(StatisticQuery.Parse(query), CancellationToken.None);
        made.Problem?.Message.ShouldBeNull();
        return made.Value!;
    }
}
