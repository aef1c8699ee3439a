using EcoPark.Standards.Air;

namespace EcoPark.Standards.Tests;

public sealed class AirMeansTests
{
    /// <summary>GB 3095-2026 table 4: six hours of eight.</summary>
    [Fact]
    public void Eight_hours_need_six()
    {
        OzoneMeans.EightHours([100, 100, 100, 100, 100, 160, null, null]).ShouldBe(110);
        OzoneMeans.EightHours([100, 100, 100, 100, 100, null, null, null]).ShouldBeNull();
    }

    /// <summary>Hours 11–18 are 200 and the others 80: the window of just these is the highest.</summary>
    [Fact]
    public void The_highest_eight_hours_of_a_day()
    {
        var hours = new decimal?[24];
        for (var hour = 0; hour < 24; hour++)
            hours[hour] = hour is >= 11 and < 19 ? 200 : 80;
        OzoneMeans.OfDay(hours).ShouldBe(new OzoneDay(200, 17, true));
    }

    [Fact]
    public void A_day_with_too_few_windows_counts_only_where_it_exceeds_the_limit()
    {
        var hours = new decimal?[24];
        for (var hour = 0; hour < 12; hour++)
            hours[hour] = 100;
        OzoneMeans.OfDay(hours).IsValid.ShouldBeFalse();
        for (var hour = 0; hour < 12; hour++)
            hours[hour] = 170;
        OzoneMeans.OfDay(hours).ShouldBe(new OzoneDay(170, 7, true));
    }

    [Fact]
    public void A_day_needs_twenty_hours()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => hour < 20 ? 50m : (decimal?)null).ToArray();
        AirMeans.Day(hours).ShouldBe(50);
        hours[0] = null;
        AirMeans.Day(hours).ShouldBeNull();
    }

    [Fact]
    public void A_year_needs_324_days_and_27_of_each_month()
    {
        var year = Year(_ => 40);
        AirMeans.Year(year).ShouldBe(40);
        foreach (var day in Enumerable.Range(1, 5))
            year[new(2026, 6, day)] = null;
        AirMeans.Year(year).ShouldBeNull();
    }

    /// <summary>Order statistics with linear steps: PERCENTILE.INC of 1…10 at 90 % is 9.1, at 95 % 9.55.</summary>
    [Theory]
    [InlineData(90, 9.1)]
    [InlineData(95, 9.55)]
    [InlineData(100, 10)]
    [InlineData(0, 1)]
    public void Percentiles(int percent, double expected) => ((double)Percentile.Of(Enumerable.Range(1, 10).Select(n => (decimal)n), percent)!.Value).ShouldBe(expected, 1e-12);

    [Fact]
    public void A_clean_year_meets_and_names_no_annual_limit_for_ozone()
    {
        var year = AnnualEvaluation.Of(2027, Six(29, 119, 159, 4));
        year.StandardNumber.ShouldBe("HJ 663-2026");
        year.Meets.ShouldBe(true);
        year.Pollutants.Single(item => item.Pollutant == AirPollutant.Ozone).MeanVerdict.ShouldBeNull();
    }

    /// <summary>PM₂.₅ 31 is above the transitional 30 and below the 35 of GB 3095-2012.</summary>
    [Theory]
    [InlineData(2027, false)]
    [InlineData(2025, true)]
    public void The_year_chooses_the_limits(int year, bool meets) => AnnualEvaluation.Of(year, Six(31, 55, 100, 1, year)).Meets.ShouldBe(meets);

    [Fact]
    public void A_year_with_too_little_data_is_not_evaluated()
    {
        var days = Six(20, 30, 100, 1);
        var few = days.ToDictionary(pair => pair.Key, pair => (IReadOnlyDictionary<DateOnly, decimal?>)pair.Value.Where(day => day.Key.Month < 6).ToDictionary());
        AnnualEvaluation.Of(2027, few).Meets.ShouldBeNull();
    }

    /// <summary>2013: 10/60 + 20/40 + 35/70 + 35/35 + 1/4 + 160/160 = 3.42.</summary>
    [Fact]
    public void The_comprehensive_index_is_the_sum_of_six_ratios()
    {
        var index = ComprehensiveIndex.Of(Concentrations, new(2025, 12, 31));
        index.Value.ShouldBe(3.42m);
        index.HighestPollutant.ShouldBe(AirPollutant.Ozone);
        index.Confidence.ShouldBe(Confidence.Verified);
    }

    [Fact]
    public void Weights_of_2026_are_not_presented_before_somebody_checked_them()
    {
        var index = ComprehensiveIndex.Of(Concentrations, new(2026, 12, 31));
        index.Value.ShouldBeNull();
        index.Note!.ShouldContain("核对");
        var given = ComprehensiveIndex.Of(Concentrations, new(2026, 12, 31), ComprehensiveIndex.UncheckedWeightsOf2026);
        given.Value.ShouldNotBeNull();
        given.Confidence.ShouldBe(Confidence.Recalled);
    }

    private static Dictionary<AirPollutant, decimal?> Concentrations => new()
    {
        [AirPollutant.SulphurDioxide] = 10,
        [AirPollutant.NitrogenDioxide] = 20,
        [AirPollutant.Pm10] = 35,
        [AirPollutant.Pm25] = 35,
        [AirPollutant.CarbonMonoxide] = 1,
        [AirPollutant.Ozone] = 160,
    };

    private static Dictionary<AirPollutant, IReadOnlyDictionary<DateOnly, decimal?>> Six(decimal pm25, decimal pm10, decimal ozone, decimal carbonMonoxide, int year = 2027) => new()
    {
        [AirPollutant.SulphurDioxide] = Year(_ => 10, year),
        [AirPollutant.NitrogenDioxide] = Year(_ => 20, year),
        [AirPollutant.Pm10] = Year(day => pm10 > 60 ? day.Month == 1 ? pm10 : 50 : pm10, year),
        [AirPollutant.Pm25] = Year(_ => pm25, year),
        [AirPollutant.CarbonMonoxide] = Year(_ => carbonMonoxide, year),
        [AirPollutant.Ozone] = Year(_ => ozone, year),
    };

    private static Dictionary<DateOnly, decimal?> Year(Func<DateOnly, decimal> value, int year = 2026) =>
        Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays).ToDictionary(day => day, day => (decimal?)value(day));
}
