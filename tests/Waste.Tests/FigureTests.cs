using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;
using EcoPark.Standards.Waste;

namespace EcoPark.Waste.Tests;

/// <summary>Sums, stock, forecast, flow and classes against examples worked out by hand.</summary>
public sealed class FigureTests
{
    private static readonly WasteKind Oil = Kind(1, "废矿物油", "900-249-08", 20);

    [Fact]
    public void Months_quarters_and_the_year_are_sums_of_their_links()
    {
        var figures = KindFigures.Of(Oil, "甲", 2026,
        [
            Sum(LedgerStage.Generated, 202601, 2), Sum(LedgerStage.Generated, 202603, 3), Sum(LedgerStage.Generated, 202512, 50), Sum(LedgerStage.In, 202601, 5), Sum(LedgerStage.Out, 202602, 4),
            Sum(LedgerStage.SentForUse, 202602, 1.5), Sum(LedgerStage.SentForDisposal, 202603, 0.5), Sum(LedgerStage.OwnUse, 202604, 1),
        ], stock: 1, new(2026, 5, 1));
        (figures.Generated, figures.Treated, figures.Share).ShouldBe((5, 3, 0.25));
        (figures.TreatedInQuarter(1), figures.TreatedInQuarter(2), figures.TreatedByMonth[2], figures.GeneratedInQuarter(1)).ShouldBe((2, 1, 0.5, 5));
    }

    [Fact]
    public void The_day_on_which_the_maximum_is_reached_follows_from_the_years_pace()
    {
        // 9 April is the 99th day: 9.9 t are 0.1 t a day, the missing 10.1 t take 101 days: 19 July.
        var outlook = GenerationOutlook.Of(9.9, 20, new(2026, 4, 9))!;
        outlook.PerDay.ShouldBe(0.1, 1e-9);
        outlook.On.ShouldBe(new(2026, 7, 19));
        GenerationOutlook.Of(1, 20, new(2026, 4, 9)).ShouldBeNull("not this year");
        GenerationOutlook.Of(20, 20, new(2026, 4, 9)).ShouldBeNull("reached");
        GenerationOutlook.Of(5, 20, new(2026, 1, 20)).ShouldBeNull("too young");
        GenerationOutlook.Of(5, null, new(2026, 4, 9)).ShouldBeNull();
    }

    [Fact]
    public void Permit_goes_before_EIA_and_the_difference_is_shown()
    {
        var type = WasteKindType.Create();
        var kind = new WasteKind { Class = "危险废物", Code = "900-249-08", PermitMaximum = 12, EiaMaximum = 10.5 };
        type.Work(kind);
        (kind.Maximum, kind.MaximumBasis, kind.Difference, kind.Group, kind.Hazards).ShouldBe((12, "排污许可证", 1.5, "HW08 废矿物油与含矿物油废物", "T,I"));
        kind.PermitMaximum = null;
        type.Work(kind);
        (kind.Maximum, kind.MaximumBasis, kind.Difference).ShouldBe((10.5, "环评文件", null));
        kind.EiaMaximum = null;
        type.Check(kind, DateTime.UtcNow)!.Message.ShouldContain("至少填写一项");
    }

    [Theory]
    [InlineData("危险废物", "", "", "请填写名录中的 8 位代码")]
    [InlineData("危险废物", "HW08", "", "是类别，请填写 8 位废物代码")]
    [InlineData("危险废物", "900-249-08", "900-001-S17", "不填一般固废代码")]
    [InlineData("一般工业固体废物", "900-249-08", "", "不填危险废物代码")]
    [InlineData("一般工业固体废物", "", "", "请填写一般固废代码")]
    public void A_kind_has_a_code_of_its_class(string wasteClass, string code, string general, string words) =>
        WasteKindType.CodeProblem(new() { Class = wasteClass, Code = code, GeneralCode = general })!.Message.ShouldContain(words);

    [Fact]
    public void A_store_tells_what_lies_in_it_how_long_and_how_full_it_is()
    {
        var now = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);
        var store = new WasteStore { Id = 7, Capacity = 40, LongestDays = 90 };
        var figures = StoreFigures.Of(store, "甲", [new(1, 1, 7, 12.5), new(1, 2, 7, 0)], [Batch("HWRK20260501001", now.AddDays(-31)), Batch("HWRK20260315001", now.AddDays(-78))], new Dictionary<int, WasteKind> { [1] = Oil, [2] = Kind(2, "空", "900-041-49", 1) }, now);
        (figures.Tonnes, figures.Share).ShouldBe((12.5, 0.3125));
        var kind = figures.Kinds.ShouldHaveSingleItem();
        (kind.Oldest!.Code, kind.Days, kind.DayShare).ShouldBe(("HWRK20260315001", 78, 78.0 / 90));
        // Without a word a hazardous waste may lie a year, other waste as long as it likes.
        StoreFigures.LongestDays(new(), Oil).ShouldBe(365);
        StoreFigures.LongestDays(new(), new() { Class = "一般工业固体废物" }).ShouldBeNull();
    }

    [Fact]
    public void What_goes_into_a_kind_goes_out_of_it_in_the_flow()
    {
        var board = new WasteKind { Id = 2, Name = "委外处置", Class = "一般工业固体废物", GeneralCode = "900-005-S17" };
        List<WasteSum> sums =
        [
            Sum(LedgerStage.Generated, 202601, 10), Sum(LedgerStage.In, 202601, 10), Sum(LedgerStage.SentForUse, 202602, 6) with { DisposerId = 9 }, Sum(LedgerStage.OwnDisposal, 202602, 1),
            Sum(LedgerStage.Generated, 202601, 2) with { KindId = 2 }, Sum(LedgerStage.SentForDisposal, 202602, 5) with { KindId = 2, DisposerId = 8 },
        ];
        var links = WasteFlow.Of(sums, new Dictionary<int, WasteKind> { [1] = Oil, [2] = board }, new Dictionary<int, string> { [9] = "油品再生" });
        links.ShouldBe(
        [
            new("HW08 废矿物油与含矿物油废物", "委外利用", 6), new("HW08 废矿物油与含矿物油废物", "自行处置", 1), new("HW08 废矿物油与含矿物油废物", WasteFlow.Left, 3),
            // A waste that is called as a link would make the picture a circle.
            new(WasteFlow.Earlier, "委外处置（种类）", 3), new("委外处置（种类）", "委外处置", 5),
            new("委外利用", "油品再生", 6), new("委外处置", "其他单位", 5),
        ], ignoreOrder: true);
    }

    /// <summary>HJ 1259-2022: by the 15th of the month after, or of the first month of the quarter after; of the year by 31 March.</summary>
    [Theory]
    [InlineData(WasteUnitLevel.Key, "2026-05-15", "2026-05-15", "2026 年 4 月申报")]
    [InlineData(WasteUnitLevel.Key, "2026-05-16", "2026-06-15", "2026 年 5 月申报")]
    [InlineData(WasteUnitLevel.Key, "2026-01-10", "2026-01-15", "2025 年 12 月申报")]
    [InlineData(WasteUnitLevel.Simplified, "2026-05-16", "2026-07-15", "2026 年第 2 季度申报")]
    [InlineData(WasteUnitLevel.Simplified, "2026-03-20", "2026-03-31", "2026 年管理计划、2025 年年度申报")]
    [InlineData(WasteUnitLevel.Registered, "2026-04-01", "2027-03-31", "2027 年管理计划、2026 年年度申报")]
    public void What_is_declared_next_depends_on_the_class(WasteUnitLevel level, string today, string on, string title)
    {
        static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        DueReport.Next(level, Day(today)).ShouldBe(new(Day(on), title));
    }

    [Fact]
    public void The_class_counts_hazardous_waste_alone()
    {
        var board = new WasteKind { Id = 2, Name = "纸板", Class = "一般工业固体废物", Maximum = 500 };
        List<WasteSum> sums = [Sum(LedgerStage.Generated, 202505, 12), Sum(LedgerStage.Generated, 202506, 800) with { KindId = 2 }];
        List<KindFigures> figures = [KindFigures.Of(Oil, "甲", 2026, sums.Where(sum => sum.KindId == 1), 0, new(2026, 5, 1)), KindFigures.Of(board, "甲", 2026, sums.Where(sum => sum.KindId == 2), 0, new(2026, 5, 1))];
        var found = EnterpriseFigures.Of(1, "甲", false, 2026, figures, sums, new(2026, 5, 1));
        (found.Class!.Level, found.Class.Tonnes).ShouldBe((WasteUnitLevel.Simplified, 12));
        EnterpriseFigures.Of(1, "甲", false, 2026, [figures[1]], sums, new(2026, 5, 1)).Class.ShouldBeNull();
    }

    private static WasteKind Kind(int id, string name, string code, double maximum)
    {
        var kind = new WasteKind { Id = id, EnterpriseId = 1, Name = name, Class = "危险废物", Code = code, PermitMaximum = maximum };
        WasteKindType.Create().Work(kind);
        return kind;
    }

    private static WasteSum Sum(string stage, int month, double tonnes) => new(1, 1, stage, month, null, tonnes, 1);

    private static OpenBatch Batch(string code, DateTime at) => new(1, 1, "甲", 1, "废矿物油", LedgerStage.In, code, at, 7, null, 5, 5);
}
