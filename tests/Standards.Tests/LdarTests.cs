using EcoPark.Standards.Ldar;

namespace EcoPark.Standards.Tests;

/// <summary>Leak values, frequencies and emissions against the standards' figures and examples worked out by hand.</summary>
public sealed class LdarTests
{
    private static readonly DateOnly Day = new(2026, 11, 1);
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static SealKind Kind(string code) => SealKind.All.Single(kind => kind.Code == code);

    /// <summary>GB 37822-2019 table 1; GB 31571-2015 5.3.4.</summary>
    [Theory]
    [InlineData("气体", "", false, 5000, false)]
    [InlineData("气体", "", true, 2000, false)]
    [InlineData("轻液体", "", false, 5000, false)]
    [InlineData("重液体", "", false, 2000, false)]
    [InlineData("重液体", "", true, 500, false)]
    [InlineData("气体", "GB 31571-2015", false, 2000, true)]
    [InlineData("重液体", "GB 31571-2015", false, 500, true)]
    [InlineData("轻液体", "GB 31570-2015", false, 2000, true)]
    [InlineData("气体", "GB 31571-2015", true, 2000, true)]
    public void A_leak_is_judged_by_the_strictest_standard_of_its_fluid(string state, string industry, bool isKey, double ppm, bool isInclusive)
    {
        var limit = LeakLimits.Strictest(FluidStates.Of(state)!.Value, industry, isKey, null, Day)!;
        (limit.Ppm, limit.IsInclusive).ShouldBe((ppm, isInclusive));
        (limit.IsLeak(ppm), limit.IsLeak(ppm + 1), limit.IsLeak(ppm - 1)).ShouldBe((isInclusive, true, false));
        limit.Basis.Confidence.ShouldBe(Confidence.Verified);
    }

    [Fact]
    public void What_is_only_recalled_is_not_judged_by_and_a_stricter_value_of_the_place_goes_first()
    {
        // 500 of GB 31570 for other liquids is recalled: GB 37822 holds.
        LeakLimits.Strictest(FluidState.HeavyLiquid, "GB 31570-2015", false, null, Day)!.Ppm.ShouldBe(2000);
        LeakLimits.InForce(FluidState.Gas, "GB 31571-2015", false, 1000, Day).Select(limit => limit.Ppm).ShouldBe([1000, 2000, 5000]);
        LeakLimits.Strictest(FluidState.Gas, "", false, 9000, Day)!.Ppm.ShouldBe(5000);
    }

    [Fact]
    public void The_day_of_the_reading_chooses_the_standard()
    {
        LeakLimits.Strictest(FluidState.Gas, "", false, null, new(2019, 6, 30)).ShouldBeNull();
        LeakLimits.Strictest(FluidState.Gas, "", false, null, new(2019, 7, 1))!.Ppm.ShouldBe(5000);
        LeakLimits.Strictest(FluidState.Gas, "GB 31571-2015", false, null, new(2018, 1, 1))!.Ppm.ShouldBe(2000);
    }

    /// <summary>GB 37822-2019 8.3.1; GB 31571-2015 5.3.3.</summary>
    [Theory]
    [InlineData("V", "气体", "", 6, 90)]
    [InlineData("F", "气体", "", 12, 90)]
    [InlineData("V", "气体", "GB 31571-2015", 3, 30)]
    [InlineData("F", "轻液体", "GB 31571-2015", 6, 30)]
    [InlineData("A", "气体", "GB 31571-2015", 6, 90)] // Stirrers stand in GB 37822 alone.
    [InlineData("R", "轻液体", "GB 31571-2015", 6, 90)] // Relief devices of gas alone.
    [InlineData("V", "气体", "GB 31570-2015", 6, 90)] // Its frequencies were not seen.
    public void How_often_a_seal_is_tested_follows_from_its_kind(string code, string state, string industry, int months, int days)
    {
        var frequency = TestFrequency.Of(Kind(code), FluidStates.Of(state)!.Value, industry, Day)!;
        (frequency.Months, frequency.FirstDays).ShouldBe((months, days));
    }

    /// <summary>EPA-453/R-95-017 tables 2-9, 2-11, 2-13 (SOCMI), 2-10, 2-12, 2-14 (refineries), by hand: 1.87E-6 × 1000^0.873 = 7.78E-4; 6.41E-6 × 10000^0.797 = 9.88E-3; 4.61E-6 × 500^0.703 = 3.64E-4.</summary>
    [Theory]
    [InlineData(LdarSector.Petrochemical, "V", "气体", 0.5, RateMethod.Zero, 6.6e-7)]
    [InlineData(LdarSector.Petrochemical, "V", "气体", 1000, RateMethod.Correlation, 7.778e-4)]
    [InlineData(LdarSector.Petrochemical, "V", "轻液体", 10000, RateMethod.Correlation, 9.883e-3)]
    [InlineData(LdarSector.Petrochemical, "V", "气体", 49999, RateMethod.Correlation, 2.366e-2)]
    [InlineData(LdarSector.Petrochemical, "V", "气体", 50000, RateMethod.Pegged, 0.11)]
    [InlineData(LdarSector.Petrochemical, "P", "重液体", 120000, RateMethod.Pegged, 0.62)]
    [InlineData(LdarSector.Refining, "F", "轻液体", 500, RateMethod.Correlation, 3.640e-4)]
    [InlineData(LdarSector.Refining, "S", "轻液体", 0, RateMethod.Zero, 4e-6)]
    public void A_rate_is_zero_correlated_or_pegged(LdarSector sector, string code, string state, double net, RateMethod method, double rate)
    {
        var found = LeakRates.OfReading(sector, Kind(code), FluidStates.Of(state)!.Value, net);
        found.Method.ShouldBe(method);
        found.KilogramsPerHour.ShouldBe(rate, rate * 1e-3);
        found.Basis.Shown.ShouldEndWith("（待核对）");
    }

    [Fact]
    public void The_equation_is_told_and_every_kind_and_state_has_one()
    {
        LeakRates.OfReading(LdarSector.Petrochemical, Kind("V"), FluidState.Gas, 1000).Equation.ShouldBe("e = 1.87E-6 × 1000^0.873 kg/h");
        foreach (var sector in Enum.GetValues<LdarSector>())
        {
            foreach (var (kind, state) in SealKind.All.SelectMany(kind => Enum.GetValues<FluidState>().Select(state => (kind, state))))
                LeakRates.OfReading(sector, kind, state, 10).KilogramsPerHour.ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public void What_nobody_tested_has_an_average_factor_or_none()
    {
        var pump = LeakRates.OfAverage(LdarSector.Petrochemical, Kind("P"), FluidState.LightLiquid)!;
        (pump.KilogramsPerHour, pump.Basis.Confidence).ShouldBe((0.0199, Confidence.Recalled));
        var valve = LeakRates.OfAverage(LdarSector.Petrochemical, Kind("V"), FluidState.Gas)!;
        (valve.KilogramsPerHour, valve.Basis.Confidence).ShouldBe((0.00597, Confidence.Verified));
        LeakRates.OfAverage(LdarSector.Petrochemical, Kind("C"), FluidState.LightLiquid)!.KilogramsPerHour.ShouldBe(0.228);
        LeakRates.OfAverage(LdarSector.Petrochemical, Kind("A"), FluidState.Gas).ShouldBeNull();
        LeakRates.OfAverage(LdarSector.Petrochemical, Kind("P"), FluidState.Gas).ShouldBeNull();
    }

    [Fact]
    public void A_test_stands_for_the_time_half_way_to_its_neighbours()
    {
        // Tests after 10 and 30 days of 100: 20 days of the first, 80 of the second.
        var spans = Spans(new SealTest(Start.AddDays(10), 1000), new SealTest(Start.AddDays(30), 0));
        spans.Select(span => (span.Hours / 24, span.Rate.Method)).ShouldBe([(20, RateMethod.Correlation), (80, RateMethod.Zero)]);
        // 20 d × 24 h × 7.778E-4 kg/h = 0.3733 kg, and 80 d × 24 h × 6.6E-7 = 0.0013 kg.
        spans.Sum(span => span.Hours * span.Rate.KilogramsPerHour).ShouldBe(0.3746, 1e-3);
    }

    [Fact]
    public void A_leak_lasts_until_it_is_repaired()
    {
        var spans = Spans(new SealTest(Start.AddDays(10), 60_000, EndsAt: Start.AddDays(14)), new SealTest(Start.AddDays(15), 20));
        spans.Select(span => (span.Hours / 24, span.Rate.Method)).ShouldBe([(14, RateMethod.Pegged), (86, RateMethod.Correlation)]);
    }

    [Fact]
    public void Tests_before_and_after_the_period_share_it_and_none_is_counted_outside()
    {
        var spans = Spans(new SealTest(Start.AddDays(-100), 0), new SealTest(Start.AddDays(-40), 60_000), new SealTest(Start.AddDays(60), 0), new SealTest(Start.AddDays(180), 60_000));
        // The second reaches to day 10, the third from there to the end: the fourth begins at day 120.
        spans.Select(span => ((span.From - Start).TotalDays, (span.To - Start).TotalDays, span.Rate.Method)).ShouldBe([(0, 10, RateMethod.Pegged), (10, 100, RateMethod.Zero)]);
        Spans().ShouldHaveSingleItem().Rate.Method.ShouldBe(RateMethod.Average);
    }

    private static IReadOnlyList<EmittedSpan> Spans(params SealTest[] tests) => SealEmission.Over(LdarSector.Petrochemical, Kind("V"), FluidState.Gas, tests, Start, Start.AddDays(100));
}
