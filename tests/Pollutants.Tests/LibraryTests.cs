using EcoPark.Contracts;
using EcoPark.Modules.Pollutants.Figures;
using EcoPark.Modules.Pollutants.List;
using EcoPark.Modules.Pollutants.Reporting;
using static EcoPark.Pollutants.Tests.Sample;

namespace EcoPark.Pollutants.Tests;

/// <summary>What the data show beside what is listed.</summary>
public sealed class LibraryTests
{
    private const string Air = PollutantTrace.Air;

    [Fact]
    public void A_substance_is_the_same_in_every_spelling_and_usual_factors_are_nobodys_characteristic()
    {
        // 氯仿 of a soil, 苯乙烯 by its other name, COD and flow.
        var library = Library([Entry(1, 1, Air, "a25038")],
        [
            Trace(TraceKind.Manual, Air, "苯乙烯", "DA001", 1, "mg/m³", 4), Trace(TraceKind.Automatic, PollutantTrace.Water, "w01018", "DW001", 50, "mg/L", 900), Trace(TraceKind.Automatic, Air, "a21026", "DA001", 5, "mg/m³", 90),
            Trace(TraceKind.Automatic, Air, "a00000", "DA001"), Limit(Air, "a25002", "DA002", 4, "mg/m³", "GB 31571-2015"), Trace(TraceKind.Waste, PollutantTrace.Ground, "汞", "废汞（900-023-29）", enterprise: 2), Trace(TraceKind.Manual, Air, "a25003", "DA009", enterprise: 99),
        ]);
        library.Rows.ShouldHaveSingleItem().Now.Kilograms.ShouldBe(4);
        library.Unlisted.Select(row => (row.Enterprise, row.Element, row.Code, row.Name, row.Why)).ShouldBe(
            [("乙厂", PollutantTrace.Ground, "汞", "汞", "危险废物：废汞（900-023-29）"), ("甲厂", Air, "a25002", "苯", "排污许可：DA002")], ignoreOrder: true);
    }

    [Fact]
    public void The_strictest_limit_of_the_permit_holds_and_the_entrys_own_where_there_is_none()
    {
        var own = Entry(2, 1, Air, "a24003");
        (own.Limit, own.Unit, own.Standard) = (100, "mg/m³", "GB 31571-2015");
        var library = Library([Entry(1, 1, Air, "a25002"), own, Entry(3, 1, Air, "甲硫醇")], [Limit(Air, "a25002", "DA001", 4, "mg/m³", "GB 31571-2015"), Limit(Air, "a25002", "DA002", 2_000, "μg/m³", "DB32/4041-2021")]);
        library.Rows.Single(row => row.Entry.Id == 1).Limit.ShouldBe(new HeldLimit(2_000, "μg/m³", "DB32/4041-2021", "排污许可证 DA002"));
        library.Rows.Single(row => row.Entry.Id == 2).Limit.ShouldBe(new HeldLimit(100, "mg/m³", "GB 31571-2015", "名录"));
        library.Rows.Single(row => row.Entry.Id == 3).Limit.ShouldBeNull();
    }

    [Fact]
    public void Gaps_are_each_told_once()
    {
        var measured = Entry(1, 1, Air, "a25002");
        (measured.Limit, measured.Unit, measured.Standard) = (4, "mg/m³", "GB 31571-2015");
        var library = Library([measured, Entry(2, 1, Air, "a24003")], [Trace(TraceKind.Manual, Air, "a25002", "DA001", 1, "mg/m³"), Trace(TraceKind.Manual, Air, "a25003", "DA001", 1, "mg/m³"), Limit(Air, "a25010", "DA001", 20, "mg/m³", "x")]);
        LibraryGaps.Of(library).Select(gap => (gap.Kind, gap.Code)).ShouldBe(
            [(LibraryGaps.NeverMonitored, "a24003"), (LibraryGaps.NotListed, "a25003"), (LibraryGaps.NoLimit, "a24003"), (LibraryGaps.NoFigures, "a24003")]);
    }

    [Fact]
    public void The_parks_list_is_the_union_by_element_the_greatest_first_with_shares_and_change()
    {
        var library = Library(
            [Entry(1, 1, Air, "a25002"), Entry(2, 2, Air, "a25002"), Entry(3, 1, Air, "a25003"), Entry(4, 3, Air, "a24003"), Entry(5, 1, PollutantTrace.Water, "苯")],
            [Trace(TraceKind.Manual, Air, "a25002", "A", 1, "mg/m³", 30), Trace(TraceKind.Manual, Air, "a25002", "B", 3, "mg/m³", 45, enterprise: 2), Trace(TraceKind.Manual, Air, "a25003", "A", 2, "mg/m³", 25)],
            [Trace(TraceKind.Manual, Air, "a25002", "A", 1, "mg/m³", 60), Trace(TraceKind.Manual, Air, "a25002", "B", 1, "mg/m³", 40, enterprise: 2)]);
        var park = ParkList.Of(library.Rows);
        park.Select(one => (one.Element, one.Code, one.Kilograms, one.Share, one.Cumulative, one.Unknown)).ShouldBe(
            [(PollutantTrace.Water, "苯", null, null, null, 1), (Air, "a25002", 75, 0.75, 0.75, 0), (Air, "a25003", 25, 0.25, 1, 0), (Air, "a24003", null, null, null, 1)]);
        (park[1].Change, park[1].Highest, park[1].HighestAt, park[1].Rows.Count).ShouldBe((-0.25, 3, "乙厂", 2));
        var report = LibraryReport.Of(library);
        report.Tables.Select(table => table.Title).ShouldBe(["废水特征污染物", "废气特征污染物", "各企业排放"]);
        report.Gaps.ShouldContain("没有年度数据 2 项。");
    }

    [Fact]
    public void A_year_that_is_not_over_and_years_of_another_kind_are_not_compared()
    {
        CharacteristicPollutant[] entries = [Entry(1, 1, Air, "a25002")];
        PollutantTrace[] measured = [Trace(TraceKind.Manual, Air, "a25002", "A", 1, "mg/m³", 30)];
        PollutantYear[] declared = [new() { PollutantId = 1, Year = 2025, Kilograms = 60, Basis = "物料衡算" }];
        Library(entries, measured, measured).Rows.Single().Change.ShouldBe(0);
        Library(entries, measured, measured, isOver: false).Rows.Single().Change.ShouldBeNull();
        var mixed = Library(entries, measured, declared: declared).Rows.Single();
        (mixed.Before.Kilograms, mixed.Change).ShouldBe((60, null));
    }

    /// <summary>By hand: N = 4 enterprises; one has it: ln 4 / ln 4 = 1; two: ln 2 / ln 4 = 0.5; all: 0.</summary>
    [Fact]
    public void What_one_enterprise_alone_has_tells_of_it()
    {
        (string, string, int)[] held = [("废气", "x", 1), ("废气", "y", 1), ("废气", "y", 2), ("废气", "z", 1), ("废气", "z", 2), ("废气", "z", 3), ("废气", "z", 4), ("废水", "x", 2)];
        Uniqueness.Of(held).Select(one => (one.Element, one.Code, one.Holders.Count, Math.Round(one.Power, 12))).ShouldBe([("废气", "x", 1, 1), ("废气", "y", 2, 0.5), ("废水", "x", 1, 0), ("废气", "z", 4, 0)], ignoreOrder: true);
    }

    /// <summary>环境保护税法附表二: 总汞 0.0005 kg, so that 1 g is 2 equivalents; 苯 0.05 kg.</summary>
    [Fact]
    public void Emissions_weigh_by_the_tax_table_and_by_unverified_coefficients_only_where_asked_for()
    {
        var library = Library([Entry(1, 1, PollutantTrace.Water, "w20111"), Entry(2, 1, Air, "a25002"), Entry(3, 1, Air, "a24003")],
            [Trace(TraceKind.Manual, PollutantTrace.Water, "w20111", "DW", 0.001, "mg/L", 0.001), Trace(TraceKind.Manual, Air, "a25002", "DA", 1, "mg/m³", 1), Trace(TraceKind.Manual, Air, "a24003", "DA", 1, "mg/m³", 5)]);
        var plain = WeightedTotals.Of(library.Rows, countsRecalled: false).ShouldHaveSingleItem();
        plain.Equivalents!.Value.ShouldBe(2 + 20, 1e-9);
        (plain.Ozone, plain.Odour, plain.Kilograms).ShouldBe((null, null, 6.001));
        plain.WithoutEquivalent.ShouldBe(["二氯甲烷"]);
        var all = WeightedTotals.Of(library.Rows, countsRecalled: true).Single();
        all.Ozone!.Value.ShouldBe(0.72, 1e-9); // MIR of benzene × 1 kg.
        all.Odour!.Value.ShouldBe(5 / (160 * 84.93 / 24.465), 1e-9);
    }

    [Fact]
    public void An_entry_says_why_it_is_in_the_list()
    {
        var entry = new CharacteristicPollutant { Element = Air, Code = "a24003", IsOdorous = true, IsMuch = true };
        PollutantType.FeaturesOf(entry).ShouldBe("排放量大、异味、列入国家优先管控名录");
        PollutantType.ListsOf(entry).ShouldBe("有毒有害大气污染物名录（2018年）、优先控制化学品名录（第一批）、重点管控新污染物清单（2023年版）");
        // 甲苯 is in a list that was not checked yet: told, but no reason.
        PollutantType.ListsOf(new() { Element = Air, Code = "a25003" }).ShouldBe("");
        PollutantType.ListsOf(new() { Element = PollutantTrace.Water, Code = "w20117" }).ShouldBe("有毒有害水污染物名录（第一批）、优先控制化学品名录（第一批）");
    }

    [Fact]
    public void What_texts_name_stands_beside_the_data_or_by_itself_and_not_where_any_element_lists_it()
    {
        var library = Sample.Library(
            [Sample.Entry(1, 1, "废水", "苯")],
            [
                Sample.Trace(TraceKind.Permitted, "废气", "a25003", "DA001"), Sample.Trace(TraceKind.Material, "", "甲苯", "主要原辅材料"), Sample.Trace(TraceKind.Assessed, "", "甲苯", "一期项目"),
                Sample.Trace(TraceKind.Assessed, "", "苯", "一期项目"), Sample.Trace(TraceKind.Material, "", "甲醛", "主要产品"), Sample.Trace(TraceKind.Material, "", "甲醛", "主要产品", enterprise: 99),
            ]);
        library.Unlisted.Select(row => (row.Element, row.Name, row.Why)).ShouldBe([("", "甲醛", "原辅材料：主要产品"), ("废气", "甲苯", "排污许可：DA001；环评文件：一期项目；原辅材料：主要原辅材料")], ignoreOrder: true);
        // Named is not measured: nothing is missing from the list yet.
        LibraryGaps.Of(library).ShouldNotContain(gap => gap.Kind == LibraryGaps.NotListed);
    }
}
