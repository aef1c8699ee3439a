using EcoPark.Modules.Waste;
using EcoPark.Modules.Waste.Declarations;
using EcoPark.Modules.Waste.Disposers;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Modules.Waste.Reporting;
using EcoPark.Modules.Waste.Watch;
using EcoPark.Platform.Enterprises;
using EcoPark.Reports;
using EcoPark.Standards.Waste;

namespace EcoPark.Waste.Tests;

/// <summary>What is owed when, whether it came, and the forms of HJ 1259-2022, against examples worked out by hand.</summary>
public sealed class DeclarationTests
{
    private static readonly WasteKind Oil = new() { Id = 1, EnterpriseId = 4, Name = "废矿物油", Class = "危险废物", Code = "900-249-08", Group = "HW08 废矿物油与含矿物油废物", State = "液态", Hazards = "T,I", Maximum = 120 };
    private static readonly WasteDisposer Refiner = new() { Id = 9, Name = "油品再生", Kind = WasteDisposerType.Licensed, Province = "江苏", LicenceNumber = "JS1", IsCapable = true, ValidFrom = new(2026, 3, 1), ValidTo = new(2028, 1, 1), Capacity = 100, Scope = [new() { Code = "HW08", Tonnes = 60 }] };

    [Theory]
    [InlineData("月度申报", "2026-05", "2026-06-15", "2026-05-01", "2026-05-31", "2026 年 5 月申报")]
    [InlineData("月度申报", "2025-12", "2026-01-15", "2025-12-01", "2025-12-31", "2025 年 12 月申报")]
    [InlineData("季度申报", "2026-Q1", "2026-04-15", "2026-01-01", "2026-03-31", "2026 年第 1 季度申报")]
    [InlineData("季度申报", "2026-Q4", "2027-01-15", "2026-10-01", "2026-12-31", "2026 年第 4 季度申报")]
    [InlineData("年度申报", "2026", "2027-03-31", "2026-01-01", "2026-12-31", "2026 年年度申报")]
    [InlineData("管理计划", "2026", "2026-03-31", "2026-01-01", "2026-12-31", "2026 年管理计划")]
    public void A_period_has_its_days_and_the_day_it_is_due(string kind, string period, string due, string first, string last, string title)
    {
        var one = Declaration.Parse(kind, period)!;
        (one.DueOn, one.First, one.Last, one.Title, one.Period, one.Name).ShouldBe((Day(due), Day(first), Day(last), title, period, kind));
    }

    [Theory]
    [InlineData("月度申报", "2026"), InlineData("月度申报", "2026-13"), InlineData("月度申报", "2026-5"), InlineData("季度申报", "2026-05"), InlineData("季度申报", "2026-Q5"), InlineData("年度申报", "2026-Q1"), InlineData("年度申报", "26"), InlineData("半年报", "2026"), InlineData("月度申报", "")]
    public void A_period_of_another_kind_is_refused_with_an_example(string kind, string period)
    {
        Declaration.Parse(kind, period).ShouldBeNull();
        WasteDeclarationType.Check(new() { Kind = kind, Period = period }, DateTime.UtcNow)!.Message.ShouldContain(Declaration.Example(kind));
    }

    [Theory]
    [InlineData(WasteUnitLevel.Key, 12, 0)]
    [InlineData(WasteUnitLevel.Simplified, 0, 4)]
    [InlineData(WasteUnitLevel.Registered, 0, 0)]
    public void A_class_owes_months_or_quarters_and_always_the_year_and_the_plan(WasteUnitLevel level, int months, int quarters)
    {
        var due = Declaration.Due(new(2026, 1, 1), new(2026, 12, 31), _ => level).ToList();
        (due.Count(one => one.Kind == DeclarationKind.Month), due.Count(one => one.Kind == DeclarationKind.Quarter)).ShouldBe((months, quarters));
        due.Where(one => one.DueOn == new DateOnly(2026, 3, 31)).Select(one => one.Title).ShouldBe(["2026 年管理计划", "2025 年年度申报"]);
        due.Count.ShouldBe(months + quarters + 2);
    }

    [Theory]
    [InlineData("2026-06-11", 0, null)]
    [InlineData("2026-06-18", 3, null)]
    [InlineData("2026-05-31", null, "要到 2026-05-31 过后才能提交")]
    [InlineData("2026-07-02", null, "还没有到")]
    public void It_is_handed_in_after_its_period_and_late_after_its_day(string day, int? late, string? words)
    {
        var type = WasteDeclarationType.Create();
        var record = new WasteDeclaration { EnterpriseId = 4, Kind = "月度申报", Period = "2026-05", HandedInOn = Day(day) };
        type.Work(record);
        var problem = WasteDeclarationType.Check(record, new DateTime(2026, 7, 1, 4, 0, 0, DateTimeKind.Utc));
        if (words is null)
            (problem, record.DaysLate, record.DueOn).ShouldBe((null, late, new DateOnly(2026, 6, 15)));
        else
            problem!.Message.ShouldContain(words);
    }

    [Fact]
    public void What_is_owed_begins_with_the_ledger_and_tells_what_is_late_next_and_different()
    {
        // 120 t permitted: a key unit, by the month. Its ledger begins in August; today is 20 November.
        WasteSum[] sums = [Made(202608, 4), Made(202609, 5), Made(202610, 6), Made(202611, 1)];
        WasteDeclaration[] filed = [Filed("2026-08", "2026-09-10", 4), Filed("2026-09", "2026-10-18", 5.5)];
        var rows = DeclarationReader.Of(4, "甲公司", false, [Oil], sums, filed, year => year == 2026 ? 60 : null, new(2026, 11, 20)).OrderBy(row => row.Declaration.DueOn).ThenBy(row => row.Declaration.Kind).ToList();
        rows.Select(row => (row.Declaration.Title, row.State, row.DaysLate, row.Ledger, row.Difference)).ShouldBe(
        [
            ("2026 年 8 月申报", "已报", 0, 4, 0), ("2026 年 9 月申报", "逾期补报", 3, 5, 0.5), ("2026 年 10 月申报", "逾期未报", 5, 6, null), ("2026 年 11 月申报", "待报", 0, 1, null),
            ("2027 年管理计划", "待报", 0, null, null), ("2026 年年度申报", "待报", 0, 16, null),
        ]);
        rows.Select(row => row.CanBeFiled).ShouldBe([false, false, true, false, true, false]);
        rows.Select(row => row.Unit.Title).Distinct().ShouldBe(["重点监管"]);
        var finding = DeclarationFindings.Late(rows).ShouldHaveSingleItem();
        finding.Text.ShouldBe("甲公司（重点监管）有 1 项危废申报（备案）逾期未登记：2026 年 10 月申报（期限 2026-11-15）。");
        finding.FirstAt.ShouldBe(new DateTime(2026, 11, 15, 16, 0, 0, DateTimeKind.Utc));
        // Without hazardous waste, and without a ledger, nothing is late.
        DeclarationReader.Of(4, "甲公司", false, [], sums, [], _ => null, new(2026, 11, 20)).ShouldBeEmpty();
        DeclarationReader.Of(4, "甲公司", false, [Oil], [], [], _ => null, new(2026, 11, 20)).ShouldAllBe(row => row.State == "待报");
    }

    [Fact]
    public void The_class_of_the_year_decides_what_is_owed_of_it()
    {
        // 150 t in 2023 make it a key unit until 2026; 20 t since then a simplified one from 2027 on.
        WasteSum[] sums = [Made(202306, 150), Made(202406, 20), Made(202506, 20), Made(202606, 20), Made(202701, 1)];
        var titles = DeclarationReader.Of(4, "甲公司", false, [Oil], sums, [], _ => null, new(2027, 5, 1)).Select(row => row.Declaration.Title).ToList();
        titles.ShouldContain("2026 年 12 月申报");
        titles.ShouldContain("2027 年第 1 季度申报");
        titles.ShouldNotContain("2027 年 1 月申报");
        titles.ShouldNotContain("2026 年第 4 季度申报");
    }

    [Fact]
    public void Whoever_begins_to_treat_its_own_waste_owes_months_from_then_on()
    {
        var acid = new WasteKind { Id = 1, EnterpriseId = 4, Name = "废酸", Code = "900-300-34", Class = "危险废物", Maximum = 20 };
        var treated = new WasteSum(4, 1, LedgerStage.OwnDisposal, 202610, null, 2, 1);
        var titles = DeclarationReader.Of(4, "甲公司", false, [acid], [Made(202601, 3), Made(202610, 3), treated], [], _ => null, new(2026, 12, 20)).Where(row => row.State == "逾期未报").Select(row => row.Declaration.Title).ToList();
        titles.ShouldBe(["2026 年管理计划", "2026 年第 1 季度申报", "2026 年第 2 季度申报", "2026 年第 3 季度申报", "2026 年 10 月申报", "2026 年 11 月申报"]);
    }

    [Fact]
    public void A_licence_is_booked_by_all_plans_and_what_has_left()
    {
        var sludge = new WasteKind { Id = 2, Code = "900-210-08", Class = "危险废物" };
        var paint = new WasteKind { Id = 3, Code = "900-252-12", Class = "危险废物" };
        var kinds = new[] { Oil, sludge, paint }.ToDictionary(kind => kind.Id);
        WastePlan[] plans = [new() { Year = 2026, KindId = 1, DisposerId = 9, TransferTonnes = 40 }, new() { Year = 2026, KindId = 2, DisposerId = 9, TransferTonnes = 25 }, new() { Year = 2026, KindId = 3, DisposerId = 9, TransferTonnes = 10 }, new() { Year = 2025, KindId = 1, DisposerId = 9, TransferTonnes = 500 }, new() { Year = 2026, KindId = 1, DisposerId = 8, TransferTonnes = 500 }];
        WasteSum[] sums = [new(4, 1, LedgerStage.SentForUse, 202604, 9, 12, 1), new(4, 1, LedgerStage.SentForUse, 202504, 9, 70, 1), new(4, 1, LedgerStage.Generated, 202604, null, 90, 1)];
        DisposerLoad.Of(Refiner, 2026, plans, sums, kinds).Select(load => (load.Part, load.Allowed, load.Planned, load.Sent, load.IsOverbooked)).ShouldBe([("许可总能力", 100, 75, 12, false), ("HW08", 60, 65, 12, true)]);
        DeclarationFindings.Overbooked(DisposerLoad.Of(Refiner, 2026, plans, sums, kinds), DateTime.UtcNow).ShouldHaveSingleItem().Text.ShouldContain("HW08 60 t，园区各企业管理计划拟转移 65 t、已转移 12 t，超出许可能力");
    }

    [Fact]
    public void The_declaration_has_a_line_a_way_and_its_sums()
    {
        var ledger = new LedgerPeriod([new(Oil, 10, 3, 2.5, [new(LedgerStage.OwnDisposal, "D10", null, 1), new(LedgerStage.SentForUse, "", 9, 8)])], new Dictionary<int, WasteDisposer> { [9] = Refiner });
        ledger.Kinds[0].Between.ShouldBe(1.5); // 3 + 10 − 1 − 8 − 2.5.
        var report = DeclarationReport.Of(new("4", "甲公司") { EnterpriseId = 4 }, ReportPeriod.Of(ReportSpan.Month, new(2026, 5, 1)), ledger);
        var table = report.Tables.ShouldHaveSingleItem();
        table.Columns[^2].Heading.ShouldBe("上月底贮存量");
        table.Rows.Select(row => string.Join('|', table.Columns.Select((column, at) => row[at].Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? row[at].Text))).ShouldBe(
        [
            "废矿物油|HW08 废矿物油与含矿物油废物|900-249-08||液态|T,I|10|自行处置（D10）|1||||||3|2.5",
            "废矿物油|HW08 废矿物油与含矿物油废物|900-249-08||液态|T,I||||江苏|油品再生|JS1|委外利用|8||",
        ]);
        table.Foot[0].Cells.Select((cell, at) => cell?.Of(table, at + 1)).OfType<decimal>().ShouldBe([10, 1, 8, 3, 2.5m]);
        report.Gaps.ShouldContain("废矿物油：期初＋产生−利用处置−委外−期末＝1.5 t，为已产生未入库或已出库未处理的批次。");
        report.EnterpriseId.ShouldBe(4);
    }

    [Theory]
    [InlineData(WasteUnitLevel.Key, "A.2 A.3 A.4 A.5 A.6 A.7")]
    [InlineData(WasteUnitLevel.Simplified, "A.3 A.4 A.6 A.7")]
    [InlineData(WasteUnitLevel.Registered, "A.3 A.7")]
    public void The_plan_has_the_tables_of_its_class(WasteUnitLevel level, string tables)
    {
        var plan = new WastePlan { Year = 2026, KindId = 1, Expected = 130, Left = 10, Transfer = "省内转移", TransferTonnes = 110, DisposerId = 9 };
        var report = PlanReport.Of(new(new Enterprise { Id = 4, Name = "甲公司" }, 2026, new(level, 1, "依据"), [(plan, Oil)], [new() { Name = "废酸" }], [], new Dictionary<int, WasteDisposer> { [9] = Refiner }));
        string.Join(' ', report.Tables.Select(table => table.Title[..3])).ShouldBe(tables);
        report.Gaps.ShouldContain("没有计划的废物：废酸。");
        report.Gaps.ShouldContain("废矿物油预计产生 130 t，超过最大许可产生量 120 t（）。");
        report.Gaps.ShouldContain("废矿物油：预计产生−自行利用处置−转移−年底剩余＝10 t，未安排去向或动用了上年剩余。");
        report.Tables[^1].Rows[0].Select(cell => cell.Text).ShouldContain("油品再生");
        report.Tables[^1].Rows[0].ShouldContain(cell => cell.Number == 110);
    }

    [Theory]
    [InlineData("不转移", 5.0, null, 0.0, "", "不转移的不填")]
    [InlineData("省内转移", null, 9, 0.0, "", "请填写预计转移量")]
    [InlineData("跨省转移", 5.0, null, 0.0, "", "请选择拟接收单位")]
    [InlineData("不转移", null, null, 3.0, "", "请填写方式")]
    [InlineData("不转移", null, null, 3.0, "D10", null)]
    public void A_plan_says_where_to(string transfer, double? tonnes, int? disposer, double own, string method, string? words)
    {
        var problem = WastePlanType.Check(new() { Transfer = transfer, TransferTonnes = tonnes, DisposerId = disposer, OwnTonnes = own, OwnMethod = method });
        if (words is null)
            problem.ShouldBeNull();
        else
            problem!.Message.ShouldContain(words);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static WasteSum Made(int month, double tonnes) => new(4, 1, LedgerStage.Generated, month, null, tonnes, 1);

    private static WasteDeclaration Filed(string period, string day, double tonnes)
    {
        var record = new WasteDeclaration { EnterpriseId = 4, Kind = "月度申报", Period = period, HandedInOn = Day(day), Tonnes = tonnes };
        WasteDeclarationType.Create().Work(record);
        return record;
    }
}
