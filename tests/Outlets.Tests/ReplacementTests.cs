using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Modules.Outlets.Quotas;

namespace EcoPark.Outlets.Tests;

public class ReplacementTests
{
    /// <summary>1 kg each hour, 3 kg in hour 5, nothing from hour 20 to 29.</summary>
    private static double? Sulphur(int hour) => hour is >= 20 and < 30 ? null : hour == 5 ? 30 : 10;

    [Fact]
    public void A_gap_of_a_day_at_most_takes_the_highest_of_the_180_valid_hours_before()
    {
        var hours = Built(48, out var gaps, captureRate: 0.95m);
        GasGaps.Fill(hours, gaps, null);
        hours.Factors[TestOutlet.Sulphur][25].Kilograms.ShouldBe(3);
        hours.Factors[TestOutlet.Sulphur][25].ReplacedBy!.Hours.ShouldBe(180);
        hours.Factors[TestOutlet.Sulphur][30].ReplacedBy.ShouldBeNull();
        // 20 valid hours lie before the gap: 160 more are wanted from before the range.
        GasGaps.Wanted(hours, gaps, null).ShouldBe(160);
    }

    [Fact]
    public void Below_75_per_cent_nothing_is_replaced()
    {
        var hours = Built(48, out var gaps, captureRate: 0.74m);
        GasGaps.Fill(hours, gaps, null);
        hours.Factors[TestOutlet.Sulphur][25].Kilograms.ShouldBeNull();
        hours.Factors[TestOutlet.Sulphur][25].ReplacedBy!.Basis.Text.ShouldContain("参比方法");
    }

    [Fact]
    public void Out_of_control_the_hours_before_the_last_calibration_serve()
    {
        var outlet = TestOutlet.Gas();
        var control = TestOutlet.Control(true, TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(4), 100), TestOutlet.Check(CheckJudge.Span, TestOutlet.Start.AddHours(40), 80));
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 48, (TestOutlet.Sulphur, hour => hour == 5 ? 30 : 10), ("a00000", _ => 100_000)), control);
        var gaps = GasGaps.Find(hours, control, (_, _) => 0.95m);
        GasGaps.Fill(hours, gaps, null);
        // The peak in hour 5 came after the calibration in hour 4: it may not serve.
        hours.Factors[TestOutlet.Sulphur][45].Kilograms.ShouldBe(1);
    }

    [Fact]
    public void A_water_day_without_a_valid_mean_takes_the_mean_of_valid_days_since_the_check()
    {
        var outlet = TestOutlet.Water();
        var control = TestOutlet.Control(false, TestOutlet.Check(CheckJudge.Solution, TestOutlet.Start, 100, factor: TestOutlet.Cod));
        // Days at 40 and 60 mg/L with 36 m³/h: 40 · 36 · 24 / 1000 = 34.56 kg and 51.84 kg; the third day has 12 hours only.
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 72, (TestOutlet.Cod, hour => hour < 24 ? 40 : hour < 60 ? 60 : null), ("w00000", _ => 10)), control);
        var days = DayBuilder.Build(hours, control, []);
        days.Select(day => Math.Round(day.Kilograms!.Value, 6)).ShouldBe([34.56, 51.84, 43.2]);
        days.Select(day => day.IsValid).ShouldBe([true, true, false]);
        days[2].Replaced.ShouldBe(43.2, 1e-9);
        days[2].Mean!.Value.ShouldBe(60); // the concentration is not replaced
    }

    [Fact]
    public void A_valid_water_day_counts_all_its_water()
    {
        var outlet = TestOutlet.Water();
        // 20 of 24 hours are 83 %: the mean of 60 mg/L stands for the four hours without a concentration.
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour < 20 ? 60 : null), ("w00000", _ => 10)), TestOutlet.Control(false));
        var day = DayBuilder.Build(hours, TestOutlet.Control(false), []).Single();
        (Math.Round(day.Kilograms!.Value, 6), day.Missing, day.Valid).ShouldBe((51.84, 0, 20)); // 60 · 36 · 24 / 1000
    }

    [Fact]
    public void A_quota_ends_where_the_line_meets_it()
    {
        // 10 kg a day since the first: 100 kg after ten days, 200 kg after twenty.
        var outlook = QuotaOutlook.Of([.. Enumerable.Range(1, 10).Select(day => (new DateOnly(2026, 3, day), 10.0))], 200)!;
        outlook.PerDay.ShouldBe(10, 1e-6);
        (outlook.On, outlook.Earliest, outlook.Latest).ShouldBe((new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 20), new DateOnly(2026, 3, 20)));
        QuotaOutlook.Of([.. Enumerable.Range(1, 5).Select(day => (new DateOnly(2026, 3, day), 10.0))], 200).ShouldBeNull();
    }

    [Fact]
    public void An_uneven_discharge_gives_an_interval()
    {
        var random = new Random(3);
        var outlook = QuotaOutlook.Of([.. Enumerable.Range(0, 28).Select(day => (new DateOnly(2026, 3, 1).AddDays(day), 10 + (18 * (random.NextDouble() - 0.5))))], 900)!;
        outlook.Earliest!.Value.ShouldBeLessThan(outlook.Latest!.Value);
        outlook.On!.Value.ShouldBeInRange(outlook.Earliest.Value, outlook.Latest.Value);
    }

    private static OutletHours Built(int count, out List<GasGap> gaps, decimal captureRate)
    {
        var outlet = TestOutlet.Gas();
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, count, (TestOutlet.Sulphur, Sulphur), ("a00000", _ => 100_000)), TestOutlet.Quiet);
        gaps = GasGaps.Find(hours, TestOutlet.Quiet, (_, _) => captureRate);
        return hours;
    }
}
