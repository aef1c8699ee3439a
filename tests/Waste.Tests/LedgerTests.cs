using EcoPark.Modules.Waste.Kinds;
using EcoPark.Modules.Waste.Ledger;

namespace EcoPark.Waste.Tests;

/// <summary>What the rest of a ledger says against an entry.</summary>
public sealed class LedgerTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly WasteKind Oil = new() { Id = 1, Name = "废矿物油", Class = "危险废物", Code = "900-249-08" };

    /// <summary>5 t generated, 5 t taken in, 2 t taken out, 2 t sent.</summary>
    private static LedgerSlice Ledger() => new(
    [
        Line(1, LedgerStage.Generated, "HWCS20260301001", 5, "", 0), Line(2, LedgerStage.In, "HWRK20260301001", 5, "HWCS20260301001", 1, store: 7),
        Line(3, LedgerStage.Out, "HWCK20260302001", 2, "HWRK20260301001", 24, store: 7), Line(4, LedgerStage.SentForUse, "HWWWLY20260302001", 2, "HWCK20260302001", 25, disposer: 9),
    ]);

    [Fact]
    public void What_is_left_can_be_taken_out_and_not_a_gram_more()
    {
        Said(Line(0, LedgerStage.Out, "HWCK20260303001", 3, "HWRK20260301001", 48, store: 7)).ShouldBeNull();
        Said(Line(0, LedgerStage.Out, "HWCK20260303001", 3.00001, "HWRK20260301001", 48, store: 7)).ShouldNotBeNull();
        Said(Line(0, LedgerStage.Out, "HWCK20260303001", 4, "HWRK20260301001", 48, store: 7)).ShouldBe("库存不足：批次 HWRK20260301001 只剩 3 t，不能出库 4 t。");
        // An entry that is corrected does not stand in its own way: 2 t become 5 t, though not while 2 t were sent of less.
        Said(Line(3, LedgerStage.Out, "HWCK20260302001", 5, "HWRK20260301001", 24, store: 7)).ShouldBeNull();
        Said(Line(3, LedgerStage.Out, "HWCK20260302001", 5.1, "HWRK20260301001", 24, store: 7))!.ShouldContain("只剩 5 t");
        Said(Line(3, LedgerStage.Out, "HWCK20260302001", 1.9, "HWRK20260301001", 24, store: 7))!.ShouldContain("后续记录合计 2 t，数量不能少于它");
    }

    [Theory]
    [InlineData(LedgerStage.Out, "HWCK20260303001", "HWCS20260301001", 7, 48, "出库的前序批次应为入库，“HWCS20260301001”是产生。")]
    [InlineData(LedgerStage.In, "HWRK20260303001", "HWRK20260301001", 7, 48, "入库的前序批次应为产生")]
    [InlineData(LedgerStage.Out, "HWCK20260303001", "HWRK20260399999", 7, 48, "没有编码为“HWRK20260399999”的批次")]
    [InlineData(LedgerStage.Out, "HWCK20260303001", "HWRK20260301001", 8, 48, "不在这个贮存设施")]
    [InlineData(LedgerStage.Out, "HWCK20260301001", "HWRK20260301001", 7, 0, "早于前序批次“HWRK20260301001”的时间（2026-03-01 09:00）")]
    public void A_batch_comes_from_one_that_it_can_come_from(string stage, string code, string source, int store, int hours, string words) =>
        Said(Line(0, stage, code, 1, source, hours, store: store))!.ShouldContain(words);

    [Fact]
    public void A_batch_is_of_one_waste_and_its_code_of_the_wastes_class()
    {
        var carbon = new WasteKind { Id = 2, Name = "废活性炭", Class = "危险废物" };
        LedgerRules.Objection(Line(0, LedgerStage.Out, "HWCK20260303001", 1, "HWRK20260301001", 48, store: 7) with { KindId = 2 }, carbon, Ledger())!.Message.ShouldContain("不是“废活性炭”");
        var board = new WasteKind { Id = 3, Name = "废纸板", Class = "一般工业固体废物" };
        LedgerRules.Objection(Line(0, LedgerStage.Generated, "HWCS20260303001", 1, "", 48) with { KindId = 3 }, board, Ledger())!.Message.ShouldContain("应以 CS 开头");
    }

    [Fact]
    public void What_others_rest_on_stays_and_is_not_deleted()
    {
        Said(Line(2, LedgerStage.In, "HWRK20260301002", 5, "HWCS20260301001", 1, store: 7))!.ShouldContain("已有后续记录（出库 HWCK20260302001 等）");
        Said(Line(2, LedgerStage.In, "HWRK20260301001", 5, "HWCS20260301001", 30, store: 7))!.ShouldContain("时间不能晚于它");
        LedgerRules.Deletion(Ledger().Find(2)!, Ledger())!.Message.ShouldContain("请先处理它们再删除");
        LedgerRules.Deletion(Ledger().Find(4)!, Ledger()).ShouldBeNull();
    }

    [Fact]
    public void An_import_counts_what_it_has_let_pass_and_once_however_often_it_is_shown()
    {
        var ledger = Ledger();
        var first = Line(0, LedgerStage.Out, "HWCK20260303001", 2, "HWRK20260301001", 48, store: 7);
        foreach (var _ in new[] { 1, 2 })
        {
            LedgerRules.Objection(first, Oil, ledger).ShouldBeNull();
            ledger.Put(first);
        }

        LedgerRules.Objection(Line(0, LedgerStage.Out, "HWCK20260303002", 1, "HWRK20260301001", 49, store: 7), Oil, ledger).ShouldBeNull();
        LedgerRules.Objection(Line(0, LedgerStage.Out, "HWCK20260303002", 1.5, "HWRK20260301001", 49, store: 7), Oil, ledger)!.Message.ShouldContain("只剩 1 t");
    }

    [Theory]
    [InlineData("HWCK20260301001", LedgerStage.Out, "2026-03-01", null)]
    [InlineData("CCLY20260301012", LedgerStage.SentForUse, "2026-03-01", null)]
    [InlineData("HWCK20260302001", LedgerStage.Out, "2026-03-01", "应与时间一致（20260301）")]
    [InlineData("HWCK20261399001", LedgerStage.Out, "2026-03-01", "应与时间一致")]
    [InlineData("HWRK20260301001", LedgerStage.Out, "2026-03-01", "出库的批次编码应为 HWCK（一般固废 CK）加 8 位日期和序号")]
    [InlineData("HWCK2026030101", LedgerStage.Out, "2026-03-01", "序号")]
    public void A_batch_code_says_link_day_and_number(string code, string stage, string day, string? wrong)
    {
        var said = LedgerStage.CheckCode(code, stage, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        if (wrong is null)
            said.ShouldBeNull();
        else
            said!.ShouldContain(wrong);
    }

    [Fact]
    public void An_entry_says_by_itself_what_is_missing_or_too_much()
    {
        var now = Start.AddDays(1);
        WasteEntry Entry(string stage, string code, string source = "", int? store = null, int? disposer = null) => new() { Stage = stage, Code = code, At = Start, Day = new(2026, 3, 1), SourceCode = source, StoreId = store, DisposerId = disposer, Amount = 1 };
        EntryForm.Check(Entry(LedgerStage.Generated, "HWCS20260301001"), now).ShouldBeNull();
        EntryForm.Check(Entry(LedgerStage.Generated, "HWCS20260301001"), Start.AddHours(-1))!.Message.ShouldContain("还没有到");
        EntryForm.Check(Entry(LedgerStage.In, "HWRK20260301001", store: 7), now)!.Message.ShouldBe("入库请填写前序批次编码（产生批次）。");
        EntryForm.Check(Entry(LedgerStage.In, "HWRK20260301001", "HWCS20260301001"), now)!.Field.ShouldBe("storeId");
        EntryForm.Check(Entry(LedgerStage.Generated, "HWCS20260301001", store: 7), now)!.Message.ShouldBe("产生不填贮存设施。");
        EntryForm.Check(Entry(LedgerStage.SentForUse, "HWWWLY20260301001", "HWCK20260301001"), now)!.Message.ShouldBe("委外利用请选择接收单位。");
        EntryForm.Check(Entry(LedgerStage.OwnUse, "HWZXLY20260301001", "HWCK20260301001", disposer: 9), now)!.Field.ShouldBe("disposerId");
    }

    private static string? Said(LedgerLine line) => LedgerRules.Objection(line, Oil, Ledger())?.Message;

    private static LedgerLine Line(int id, string stage, string code, double amount, string source, int hours, int? store = null, int? disposer = null) => new(id, code, stage, 1, store, disposer, Start.AddHours(hours), amount, source);
}
