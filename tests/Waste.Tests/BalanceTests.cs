using EcoPark.Modules.Waste.Balances;
using EcoPark.Modules.Waste.Kinds;

namespace EcoPark.Waste.Tests;

/// <summary>Generation against what it goes with, worked out by hand.</summary>
public sealed class BalanceTests
{
    private static readonly WasteKind Kind = new() { Id = 1, EnterpriseId = 7, Name = "废活性炭" };
    private static readonly DateOnly January = new(2026, 1, 1);

    [Fact]
    public void A_month_far_from_the_usual_coefficient_is_a_doubt()
    {
        // 0.02 t a tonne, but 0.008 in April and 0.05 in June; nothing was produced in July, and August lacks its amount.
        var balance = Of(WasteDriverType.Product, [100, 110, 90, 100, 100, 100, 0, null], [2, 2.2, 1.8, 0.8, 2, 5, 1, 2]);
        balance.Median!.Value.ShouldBe(0.02, 1e-12);
        balance.Months.Select(month => month.Doubt).ShouldBe(["", "", "", "产废系数比通常低 60 %", "", "产废系数比通常高 150 %", "对照量为 0 而有产废", ""]);
        (balance.Missing, balance.Months[7].Coefficient, balance.Doubt).ShouldBe((1, null, ""));
    }

    [Fact]
    public void What_was_produced_without_any_waste_is_told_and_a_small_change_is_not()
    {
        // Very steady: the robust deviation is 0, and a tenth more is no doubt.
        var balance = Of(WasteDriverType.Product, [100, 100, 100, 100, 100, 100, 100], [2, 2, 2, 2, 2, 2.2, 0]);
        balance.Months.Select(month => month.Doubt).ShouldBe(["", "", "", "", "", "", "有对照量而没有产废"]);
        // Five months say nothing of what is usual.
        Of(WasteDriverType.Product, [100, 100, 100, 100, 100], [2, 2, 2, 2, 0]).ShouldSatisfyAllConditions(few => few.Median.ShouldBeNull(), few => few.Doubtful.ShouldBeEmpty());
    }

    [Fact]
    public void Spent_carbon_of_a_year_weighs_no_less_than_what_was_bought()
    {
        // Bought in January and July, changed two months later: 10 t bought, 9 t spent.
        double?[] bought = [5_000, 0, 0, 0, 0, 0, 5_000, 0, 0, 0, 0, 0];
        double[] spent = [0, 0, 4, 0, 0, 0, 0, 0, 5, 0, 0, 0];
        Of(WasteDriverType.Carbon, bought, spent, "kg").Doubt.ShouldBe("近 12 个月购入活性炭 10 t，产生废活性炭 9 t，少于购入");
        Of(WasteDriverType.Carbon, bought, [.. spent.Select(tonnes => tonnes * 1.2)], "kg").Doubt.ShouldBe("");
        Of(WasteDriverType.Product, bought, spent, "kg").Doubt.ShouldBe("");
        // Eleven months, or one that is not known, are no year.
        Of(WasteDriverType.Carbon, bought[..11], spent[..11], "kg").Doubt.ShouldBe("");
        Of(WasteDriverType.Carbon, [5_000, null, .. bought[2..]], spent, "kg").Doubt.ShouldBe("");
    }

    [Fact]
    public void Nothing_is_held_against_months_before_the_first_amount()
    {
        var balance = WasteBalance.Of(Kind, "企业", WasteDriverType.Product, "树脂", "t", new Dictionary<DateOnly, double> { [January.AddMonths(3)] = 100 }, new Dictionary<DateOnly, double> { [January] = 9, [January.AddMonths(3)] = 2 }, January, January.AddMonths(4));
        balance.Months.Select(month => (month.Month, month.Amount, month.Generated)).ShouldBe([(January.AddMonths(3), 100, 2), (January.AddMonths(4), (double?)null, 0)]);
    }

    [Theory]
    [InlineData("2026-03-02", "t", "产品产量", "month")]
    [InlineData("2026-06-01", "t", "产品产量", "month")] // Not yet.
    [InlineData("2026-03-01", "件", "活性炭购入", "unit")]
    [InlineData("2026-03-01", "件", "产品产量", null)]
    public void Months_and_units_fit(string month, string unit, string basis, string? field) =>
        WasteDriverType.Check(new WasteDriver { Basis = basis, Unit = unit, Month = DateOnly.Parse(month, System.Globalization.CultureInfo.InvariantCulture) }, new DateTime(2026, 5, 10, 4, 0, 0, DateTimeKind.Utc))?.Field.ShouldBe(field);

    private static WasteBalance Of(string basis, double?[] amounts, double[] generated, string unit = "t") => WasteBalance.Of(
        Kind, "企业", basis, "树脂", unit, amounts.Index().Where(one => one.Item is not null).ToDictionary(one => January.AddMonths(one.Index), one => one.Item!.Value), generated.Index().ToDictionary(one => January.AddMonths(one.Index), one => one.Item), January, January.AddMonths(amounts.Length - 1));
}
