using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;

namespace EcoPark.Platform.Tests;

/// <summary>What people enter, whichever way it comes.</summary>
public sealed class FieldTests
{
    private static readonly ParkDictionary Industries = ParkDictionary.FromResource(typeof(ParkDictionary).Assembly, "gbt4754-2017.csv", "industries", "国民经济行业分类", "GB/T 4754-2017", "2017");
    private static readonly FieldParser Parser = new(new ParkDictionaries([Industries]));

    [Theory]
    [InlineData("2026-03-01"), InlineData("2026/3/1"), InlineData("2026年3月1日"), InlineData("20260301"), InlineData(" 2026.3.1 "), InlineData(46082d), InlineData(20260301d)] // 46082 is 2026-03-01 in Excel.
    public void A_day_is_understood_as_people_write_it(object entered) => Of(FieldKind.Date, entered).Value.ShouldBe(new DateOnly(2026, 3, 1));

    [Theory, InlineData("2026-02-30"), InlineData("昨天"), InlineData("3/1/2026"), InlineData(true)]
    public void What_is_no_day_is_told_with_an_example(object entered) => Of(FieldKind.Date, entered).Problem!.Message.ShouldContain("应为日期，如 2026-03-01");

    [Theory, InlineData("1,234.5", 1234.5), InlineData("-3e2", -300d), InlineData(7.25, 7.25)]
    public void Numbers_are_read(object entered, double value) => Of(FieldKind.Number, entered).Value.ShouldBe(value);

    [Theory, InlineData("NaN"), InlineData("Infinity"), InlineData("１２"), InlineData("12 吨"), InlineData("1e999"), InlineData("1e15"), InlineData("-9e99")]
    public void What_is_no_finite_number_is_refused(string entered) => Of(FieldKind.Number, entered).Problem.ShouldNotBeNull();

    [Fact]
    public void Limits_of_a_number_are_told_with_the_unit()
    {
        var field = new Field("x", "负荷", FieldKind.Number) { Min = 0, Max = 100, Unit = "%" };
        Parser.Parse(field, "101", new ReferenceBook()).Problem!.Message.ShouldBe("负荷应在 0～100 之间（%），现为 101。");
        Parser.Parse(field, "100", new ReferenceBook()).Value.ShouldBe(100d);
    }

    [Theory, InlineData("C2614"), InlineData("c2614"), InlineData("有机化学原料制造"), InlineData("C2614 有机化学原料制造")]
    public void A_code_is_recognized_by_code_or_name(string entered) => Parser.Parse(new Field("x", "行业", FieldKind.Code) { Target = "industries" }, entered, new ReferenceBook()).Value.ShouldBe("C2614");

    [Fact]
    public void A_telephone_number_that_a_sheet_keeps_as_a_number_keeps_its_digits() => Of(FieldKind.Text, 13812345678d).Value.ShouldBe("13812345678");

    [Fact]
    public void The_industries_are_those_of_the_standard()
    {
        // GB/T 4754-2017: 20 sections, 97 divisions, 473 groups.
        Industries.Items.CountBy(item => item.Code.Length).Where(one => one.Key < 5).OrderBy(one => one.Key).Select(one => one.Value).ShouldBe([20, 97, 473]);
        Industries.PathTo("C2614").Select(item => item.Name).ShouldBe(["制造业", "化学原料和化学制品制造业", "基础化学原料制造", "有机化学原料制造"]);
        Industries.Items.ShouldAllBe(item => item.Parent.Length == 0 || Industries.Find(item.Parent) != null);
    }

    private static Parsed Of(FieldKind kind, object entered) => Parser.Parse(new Field("x", "某项", kind), entered, new ReferenceBook());
}
