using System.Globalization;
using EcoPark.Modules.Manual.Laboratories;

namespace EcoPark.Manual.Tests;

/// <summary>What figures of a laboratory say against it.</summary>
public sealed class LaboratoryTests
{
    [Fact]
    public void The_same_figure_four_days_in_a_row_is_told_and_a_figure_of_one_digit_is_not()
    {
        Marks(Series(1, "氨", "1.27", "1.27", "1.27", "1.31")).ShouldBeEmpty();
        Marks(Series(1, "氨", "1.20", "1.27", "1.27", "1.27", "1.27", "1.31")).Single().Text.ShouldBe("企业1点位1氨连续 4 个监测日都是 1.27");
        Marks(Series(1, "氨", "2", "2", "2", "2")).ShouldBeEmpty();
    }

    [Fact]
    public void What_hardly_varies_is_told()
    {
        // Mean 100.05, standard deviation 0.187: 0.19 %.
        Marks(Series(1, "苯", "100.0", "100.1", "99.8", "100.3", "100.2", "99.9")).Single().ShouldSatisfyAllConditions(mark => mark.Name.ShouldBe("constant"), mark => mark.Text.ShouldContain("变异系数只有 0.19 %"));
        Marks(Series(1, "苯", "100", "103", "97", "105", "99", "101")).ShouldBeEmpty();
    }

    [Fact]
    public void Digits_that_are_not_spread_are_told()
    {
        // 120 figures of three digits that end in 0 or 5; a zero at the end may have been dropped: χ² = (60 − 60/9)²/(60/9) + 8·60/9 = 480.
        List<ScreenedValue> rounded = [.. Enumerable.Range(0, 120).Select(at => Value(1, at + 1, "硫化氢", at % 28, string.Create(CultureInfo.InvariantCulture, $"1.{at % 7}{(at % 2 == 0 ? 0 : 5)}")))];
        LaboratoryAudit.Of(rounded).Where(mark => mark.Name == "digits").Single().Text.ShouldContain("χ² 480.0");
        List<ScreenedValue> spread = [.. Enumerable.Range(0, 60).Select(at => Value(1, at + 1, "硫化氢", at % 28, string.Create(CultureInfo.InvariantCulture, $"{1 + (at % 9)}.{at % 7}{at % 10}")))];
        LaboratoryAudit.Of(spread).ShouldNotContain(mark => mark.Name == "digits");
    }

    [Fact]
    public void Two_enterprises_with_the_same_figures_are_told()
    {
        ScreenedValue[] one = [Month(1, "甲苯", 1, "0.412"), Month(1, "甲苯", 2, "0.387"), Month(1, "甲苯", 3, "0.355"), Month(1, "甲苯", 4, "0.401")];
        ScreenedValue[] copied = [Month(2, "甲苯", 1, "0.412"), Month(2, "甲苯", 2, "0.387"), Month(2, "甲苯", 3, "0.355"), Month(2, "甲苯", 4, "0.398")];
        ScreenedValue[] other = [Month(3, "甲苯", 1, "0.412"), Month(3, "甲苯", 2, "0.299"), Month(3, "甲苯", 3, "0.311"), Month(3, "甲苯", 4, "0.320")];
        LaboratoryAudit.Of([.. one, .. copied, .. other]).Single().Text.ShouldBe("企业1与企业2的甲苯在 4 个月中有 3 个月数值相同");
    }

    private static IReadOnlyList<ScreenMark> Marks(IReadOnlyList<ScreenedValue> values) => LaboratoryAudit.Of(values);

    private static List<ScreenedValue> Series(int enterprise, string factor, params string[] reported) => [.. reported.Select((text, at) => Value(enterprise, 1, factor, at, text))];

    private static ScreenedValue Value(int enterprise, int point, string factor, int day, string reported) =>
        new(enterprise, $"企业{enterprise}", point, $"点位{point}", factor, new DateOnly(2026, 1, 1).AddDays(day), reported, double.Parse(reported, CultureInfo.InvariantCulture));

    private static ScreenedValue Month(int enterprise, string factor, int month, string reported) => Value(enterprise, enterprise, factor, 0, reported) with { Day = new(2026, month, 10) };
}
