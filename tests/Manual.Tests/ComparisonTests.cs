using System.Globalization;
using EcoPark.Modules.Manual.Comparison;

namespace EcoPark.Manual.Tests;

/// <summary>Samples of a day beside the instrument, worked out by hand.</summary>
public sealed class ComparisonTests
{
    private static readonly DateTime At = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("40,42,44", "44,46,48", "合格", "9.5 %", "±30 %")] // 42 against 46.
    [InlineData("40,42,44", "60,60,60", "不合格", "42.9 %", "±30 %")]
    [InlineData("20,22", "24,24", "对数不足", "3 mg/L", "±5 mg/L")]
    [InlineData("20,22,24", "", "无自动数据", "—", "—")]
    [InlineData("20,22,24,100", "24,24,24", "合格", "2 mg/L", "±5 mg/L")] // The fourth has no hour: it does not count on either side.
    public void Means_of_whole_pairs_are_compared(string manual, string automatic, string state, string error, string tolerance)
    {
        double[] values = [.. automatic.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        var row = Row("废水", "w01018", "mg/L", [.. manual.Split(',').Select((text, at) => new ComparedPair(At.AddHours(at), double.Parse(text, CultureInfo.InvariantCulture), at < values.Length ? values[at] : null))]);
        (row.State, row.Error, row.Tolerance).ShouldBe((state, error, tolerance));
    }

    [Fact]
    public void Gas_goes_by_its_own_bands_and_what_has_none_says_so()
    {
        ComparedPair[] pairs = [new(At, 8, 12), new(At.AddHours(1), 9, 13), new(At.AddHours(2), 10, 14)];
        var row = Row("有组织废气", "a34013", "mg/m³", pairs);
        (row.State, row.Error, row.Tolerance).ShouldBe(("合格", "4 mg/m³", "±5 mg/m³"));
        Row("有组织废气", "a24088", "mg/m³", pairs).State.ShouldBe("无比对要求");
    }

    private static ComparisonRow Row(string kind, string factor, string unit, IReadOnlyList<ComparedPair> pairs) => new(4, "甲公司", kind, "总排口", "DW001", 7, factor, unit, new(2026, 3, 2), pairs, 0);
}
