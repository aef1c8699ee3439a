using EcoPark.Modules.Outlets.Days;
using EcoPark.Modules.Outlets.Emissions;
using EcoPark.Modules.Outlets.Filing;
using EcoPark.Modules.Outlets.Hours;
using EcoPark.Platform.Time;
using EcoPark.Standards.Sources;

namespace EcoPark.Outlets.Tests;

/// <summary>手工监测 in the place of automatic hours: SO₂ with 100 000 m³/h, COD with 36 m³/h (10 L/s).</summary>
public class ManualResultTests
{
    [Fact]
    public void A_result_makes_the_mass_of_the_hours_it_stands_for_and_of_no_valid_one()
    {
        // 10 mg/m³, but nothing from hour 20 to 29; by hand 25 mg/m³ for the hours 18 to 23.
        var control = Gas(TestOutlet.Manual(TestOutlet.Sulphur, 18, 24, 25, "mg/m³"));
        var hours = SulphurHours(control, 48, hour => hour is >= 20 and < 30 ? null : 10);
        GasGaps.Fill(hours, GasGaps.Find(hours, control, (_, _) => 0.74m), null);
        var sulphur = hours.Factors[TestOutlet.Sulphur];
        sulphur[18].ShouldSatisfyAllConditions(hour => hour.Manual.ShouldBeNull(), hour => hour.Kilograms.ShouldBe(1));
        // 25 mg/m³ · 100 000 m³/h · 10⁻⁶; the instrument stays as invalid as it was.
        sulphur[20].ShouldSatisfyAllConditions(
            hour => hour.Kilograms.ShouldBe(2.5m), hour => hour.ReplacedBy.ShouldBeNull(), hour => hour.Manual!.Value.ShouldBe(25), hour => hour.Manual!.Source.ShouldContain("R-18"),
            hour => hour.IsValid.ShouldBeFalse(), hour => hour.Mark.ShouldBe(DataMark.Missing), hour => hour.Judged(false).ShouldBeNull());
        // Below 75 % nothing else may take the place of the rest.
        sulphur[24].ShouldSatisfyAllConditions(hour => hour.Kilograms.ShouldBeNull(), hour => hour.ReplacedBy!.Basis.Text.ShouldContain("参比方法"));
        var day = DayBuilder.Build(hours, control, [])[0];
        // 20 h · 1 kg + 4 h · 2.5 kg; 20 valid hours of 24, as without the result.
        (day.Kilograms, day.Manual, day.Replaced, day.Missing, day.Valid, day.Received, day.Mean).ShouldBe((30, 10, 0, 0, 20, 20, 10));
        day.Rule.ShouldBe("4 小时采用手工监测");
    }

    [Fact]
    public void A_gap_is_as_long_with_a_result_in_its_middle_as_without()
    {
        // 30 hours without a value, four of them measured by hand: more than 24 consecutive hours ask for 720 hours before.
        var control = Gas(TestOutlet.Manual(TestOutlet.Sulphur, 40, 44, 25_000, "μg/m³"));
        var hours = SulphurHours(control, 72, hour => hour is >= 30 and < 60 ? null : hour == 5 ? 30 : 10);
        var gaps = GasGaps.Find(hours, control, (_, _) => 0.95m);
        gaps.ShouldHaveSingleItem().Rule.Hours.ShouldBe(720);
        GasGaps.Fill(hours, gaps, null);
        hours.Factors[TestOutlet.Sulphur][35].Kilograms.ShouldBe(3);
        hours.Factors[TestOutlet.Sulphur][41].Kilograms.ShouldBe(2.5m); // 25 000 μg/m³ are 25 mg/m³
        hours.Factors[TestOutlet.Sulphur][50].Kilograms.ShouldBe(3);
    }

    [Fact]
    public void What_was_measured_by_hand_stands_for_no_other_gap()
    {
        // By hand 80 mg/m³ in the hours 10 and 11; the gap at 20 takes the highest of the instrument, 1 kg.
        var control = Gas(TestOutlet.Manual(TestOutlet.Sulphur, 10, 12, 80, "mg/m³"));
        var hours = SulphurHours(control, 24, hour => hour is 10 or 11 or 20 ? null : 10);
        GasGaps.Fill(hours, GasGaps.Find(hours, control, (_, _) => 0.95m), null);
        hours.Factors[TestOutlet.Sulphur][10].Kilograms.ShouldBe(8);
        hours.Factors[TestOutlet.Sulphur][20].Kilograms.ShouldBe(1);
    }

    [Fact]
    public void A_result_in_the_unit_of_another_medium_or_of_half_an_hour_counts_for_nothing()
    {
        var half = TestOutlet.Manual(TestOutlet.Sulphur, 20, 21, 25, "mg/m³");
        half.To = half.From!.Value.AddMinutes(30);
        var control = Gas(TestOutlet.Manual(TestOutlet.Sulphur, 22, 24, 25, "mg/L"), half);
        var hours = SulphurHours(control, 24, hour => hour >= 20 ? null : 10);
        hours.Factors[TestOutlet.Sulphur].ShouldAllBe(hour => hour.Manual == null);
    }

    [Fact]
    public void Four_results_a_day_make_a_day_of_waste_water()
    {
        // 12 hours at 60 mg/L, then four times three hours by hand.
        var control = Water([.. Enumerable.Range(0, 4).Select(at => TestOutlet.Manual(TestOutlet.Cod, 12 + (3 * at), 15 + (3 * at), 30 + (10 * at), "mg/L"))]);
        var day = WaterDay(control);
        // 12 · 60 · 36 / 1000 = 25.92; 3 · 36 / 1000 · (30 + 40 + 50 + 60) = 19.44.
        (Math.Round(day.Kilograms!.Value, 6), Math.Round(day.Manual, 6), day.Replaced, day.Missing, day.Valid, day.IsValid, day.Mean).ShouldBe((45.36, 19.44, 0, 0, 12, false, 60));
    }

    [Fact]
    public void The_mean_of_four_samples_stands_for_the_hours_between_them()
    {
        var control = Water([.. Enumerable.Range(0, 4).Select(at => TestOutlet.Manual(TestOutlet.Cod, 12 + (3 * at), 13 + (3 * at), 30 + (10 * at), "mg/L"))]);
        var day = WaterDay(control);
        // 36 / 1000 · (30 + 40 + 50 + 60) = 6.48; eight hours at the mean of 45: 8 · 45 · 36 / 1000 = 12.96.
        (Math.Round(day.Kilograms!.Value, 6), Math.Round(day.Manual, 6), day.Missing).ShouldBe((45.36, 19.44, 0));
        day.Rule.ShouldBe("12 小时采用手工监测");
    }

    [Fact]
    public void Three_results_a_day_are_too_few_for_waste_water()
    {
        var day = WaterDay(Water([.. Enumerable.Range(0, 3).Select(at => TestOutlet.Manual(TestOutlet.Cod, 12 + (3 * at), 15 + (3 * at), 30, "mg/L"))]));
        (Math.Round(day.Kilograms!.Value, 6), day.Manual, day.Missing).ShouldBe((25.92, 0, 12));
        day.Rule.ShouldStartWith("手工监测只有 3 次");
    }

    [Theory]
    [InlineData("2026-03-02 10:00", null)]
    [InlineData("2026-03-02 11:00", "现在还没有到")]
    [InlineData("2026-03-02 08:00", "结束应晚于开始")]
    [InlineData("2026-03-03 09:00", "现在还没有到")]
    [InlineData("2026-03-02 09:30", "按整点填写")]
    public void A_result_that_stands_for_hours_to_come_is_refused(string to, string? message)
    {
        // It is 10:30 in the park.
        var result = new OutletManualResult { Factor = TestOutlet.Sulphur, Unit = "mg/m³", From = Eight, To = ParkTime.ToUtc(DateTime.Parse(to, System.Globalization.CultureInfo.InvariantCulture)), Value = 1 };
        var problem = OutletManualResultType.Create().Check(result, new DateTime(2026, 3, 2, 2, 30, 0, DateTimeKind.Utc));
        if (message is null)
            problem.ShouldBeNull();
        else
            problem!.Message.ShouldContain(message);
    }

    [Fact]
    public void A_result_stands_for_a_day_at_most_and_in_the_unit_of_its_medium()
    {
        var (type, now) = (OutletManualResultType.Create(), new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        OutletManualResult Result(string unit, int days) => new() { Factor = TestOutlet.Cod, Unit = unit, From = Eight, To = Eight.AddDays(days), Value = 1 };
        type.Check(Result("mg/L", 1), now).ShouldBeNull();
        type.Check(Result("mg/L", 2), now)!.Message.ShouldContain("至多代表 24 小时");
        type.Check(Result("mg/m³", 1), now)!.Message.ShouldContain("mg/L");
    }

    [Fact]
    public void A_check_in_the_future_is_refused()
    {
        // 10:30 in the park: a check at 10:30 has been made, one at 10:31 has not, and nor has tomorrow's.
        var now = new DateTime(2026, 3, 2, 2, 30, 0, DateTimeKind.Utc);
        InstrumentCheck At(int day, int hour, int minute) => new() { Factor = TestOutlet.Sulphur, Kind = CheckJudge.Span, Reading = 99, Reference = 100, FullScale = 100, CheckedAt = ParkTime.ToUtc(new DateTime(2026, 3, day, hour, minute, 0)) };
        var type = InstrumentCheckType.Create();
        type.Check(At(2, 10, 30), now).ShouldBeNull();
        type.Check(At(2, 10, 31), now)!.Message.ShouldBe("核查时间 2026-03-02 10:31 还没有到，请核对日期和时刻，核查完成后再登记。");
        type.Check(At(3, 9, 0), now)!.Field.ShouldBe("checkedAt");
    }

    /// <summary>2026-03-02 08:00 in the park.</summary>
    private static readonly DateTime Eight = ParkTime.ToUtc(new DateTime(2026, 3, 2, 8, 0, 0));

    private static ControlHistory Gas(params OutletManualResult[] results) => new(true, [], [], [], TestOutlet.Start.AddYears(1)) { Manual = new ManualResults(true, results) };

    private static ControlHistory Water(params OutletManualResult[] results) => new(false, [], [], [], TestOutlet.Start.AddYears(1)) { Manual = new ManualResults(false, results) };

    private static OutletHours SulphurHours(ControlHistory control, int count, Func<int, double?> value)
    {
        var outlet = TestOutlet.Gas();
        return HourBuilder.Build(outlet, TestOutlet.Hours(outlet, count, (TestOutlet.Sulphur, value), ("a00000", _ => 100_000)), control);
    }

    private static OutletDay WaterDay(ControlHistory control)
    {
        var outlet = TestOutlet.Water();
        var hours = HourBuilder.Build(outlet, TestOutlet.Hours(outlet, 24, (TestOutlet.Cod, hour => hour < 12 ? 60 : null), ("w00000", _ => 10)), control);
        return DayBuilder.Build(hours, control, []).Single();
    }
}
