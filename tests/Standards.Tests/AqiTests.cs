using CsCheck;
using EcoPark.Standards.Air;

namespace EcoPark.Standards.Tests;

/// <summary>
/// Expected figures: the test values of caiyunapp/aqi-hub (tests/aqi_cn, an independent implementation of HJ 633-2026; its
/// earlier version of HJ 633-2012), and the breakpoints of the standards.
/// </summary>
public sealed class AqiTests
{
    private static readonly DateOnly New = new(2026, 3, 1);
    private static readonly DateOnly Old = new(2026, 2, 28);

    [Theory]
    [InlineData(AirPollutant.Pm25, new[] { 0, 35, 59, 60, 75, 115, 150, 250, 350, 500, 600 }, new[] { 0, 50, 98, 100, 114, 150, 200, 300, 400, 500, 500 })]
    [InlineData(AirPollutant.Pm10, new[] { 0, 50, 118, 120, 150, 250, 350, 420, 500, 600 }, new[] { 0, 50, 99, 100, 112, 150, 200, 300, 400, 500 })]
    [InlineData(AirPollutant.SulphurDioxide, new[] { 0, 150, 500, 650, 800, 1600, 2620, 3000 }, new[] { 0, 50, 100, 150, 200, 200, 200, 200 })]
    [InlineData(AirPollutant.NitrogenDioxide, new[] { 0, 100, 200, 700, 1200, 2340, 3090, 3840, 4000 }, new[] { 0, 50, 100, 150, 200, 300, 400, 500, 500 })]
    [InlineData(AirPollutant.CarbonMonoxide, new[] { 0, 5, 10, 35, 60, 90, 120, 150, 200 }, new[] { 0, 50, 100, 150, 200, 300, 400, 500, 500 })]
    [InlineData(AirPollutant.Ozone, new[] { 0, 160, 200, 300, 400, 800, 1000, 1200, 2000 }, new[] { 0, 50, 100, 150, 200, 300, 400, 500, 500 })]
    public void Sub_indices_of_an_hour_in_2026(AirPollutant pollutant, int[] concentrations, int[] indices) =>
        Check(pollutant, Averaging.Hour, concentrations, indices, New);

    [Theory]
    [InlineData(AirPollutant.SulphurDioxide, Averaging.Day, new[] { 50, 150, 475, 800, 1600, 2100, 2620 }, new[] { 50, 100, 150, 200, 300, 400, 500 })]
    [InlineData(AirPollutant.NitrogenDioxide, Averaging.Day, new[] { 40, 80, 180, 280, 565, 750, 940, 1000 }, new[] { 50, 100, 150, 200, 300, 400, 500, 500 })]
    [InlineData(AirPollutant.CarbonMonoxide, Averaging.Day, new[] { 2, 4, 14, 24, 36, 48, 60, 100 }, new[] { 50, 100, 150, 200, 300, 400, 500, 500 })]
    [InlineData(AirPollutant.Ozone, Averaging.DailyMaximumEightHours, new[] { 100, 160, 215, 265, 800, 1000, 1500 }, new[] { 50, 100, 150, 200, 300, 300, 300 })]
    public void Sub_indices_of_a_day_in_2026(AirPollutant pollutant, Averaging averaging, int[] concentrations, int[] indices) =>
        Check(pollutant, averaging, concentrations, indices, New);

    [Theory]
    [InlineData(AirPollutant.Pm25, new[] { 35, 75, 115, 150, 250, 350, 500, 600 }, new[] { 50, 100, 150, 200, 300, 400, 500, 500 })]
    [InlineData(AirPollutant.Pm10, new[] { 50, 150, 250, 350, 420, 500, 600 }, new[] { 50, 100, 150, 200, 300, 400, 500 })]
    public void Sub_indices_of_particles_before_2026(AirPollutant pollutant, int[] concentrations, int[] indices) =>
        Check(pollutant, Averaging.Day, concentrations, indices, Old);

    [Fact]
    public void Before_2026_sulphur_dioxide_of_an_hour_above_800_has_no_sub_index()
    {
        AirQualityIndex.SubIndexOf(AirPollutant.SulphurDioxide, Averaging.Hour, 801, Old)!.Index.ShouldBeNull();
        AirQualityIndex.SubIndexOf(AirPollutant.SulphurDioxide, Averaging.Hour, 801, New)!.Index.ShouldBe(200);
        AirQualityIndex.SubIndexOf(AirPollutant.Ozone, Averaging.DailyMaximumEightHours, 801, Old)!.Index.ShouldBeNull();
        AirQualityIndex.SubIndexOf(AirPollutant.Ozone, Averaging.DailyMaximumEightHours, 801, New)!.Index.ShouldBe(300);
    }

    /// <summary>The same day's air is judged by 75 or by 60 μg/m³ for good.</summary>
    [Fact]
    public void The_day_of_the_park_chooses_the_version()
    {
        var air = Clean with { Pm25 = 70 };
        AirQualityIndex.OfDay(air, Old).Level!.Category.ShouldBe("良");
        AirQualityIndex.OfDay(air, New).Level!.Category.ShouldBe("轻度污染");
        AirQualityIndex.OfDay(air, Old).StandardNumber.ShouldBe("HJ 633-2012");
        AirQualityIndex.OfDay(air, New).StandardNumber.ShouldBe("HJ 633-2026");
    }

    [Fact]
    public void An_hour_with_several_exceedances()
    {
        var quality = AirQualityIndex.OfHour(new() { Pm25 = 75, Pm10 = 150, SulphurDioxide = 500, NitrogenDioxide = 200, CarbonMonoxide = 10, OzoneHour = 200 }, New);
        quality.Index.ShouldBe(114);
        quality.PrimaryPollutants.ShouldBe([AirPollutant.Pm25]);
        quality.Level!.Number.ShouldBe(3);
        quality.Level.Colour.ShouldBe("#FF7E00");
        quality.SubIndices.Select(item => item.Index).ShouldBe([100, 100, 100, 100, 112, 114]);
        quality.ExceedingPollutants.ShouldBeEmpty();
    }

    [Fact]
    public void Pollutants_that_tie_are_all_primary()
    {
        var quality = AirQualityIndex.OfDay(new() { Pm25 = 115, Pm10 = 250, SulphurDioxide = 475, NitrogenDioxide = 180, CarbonMonoxide = 14, OzoneEightHours = 215 }, New);
        quality.Index.ShouldBe(150);
        quality.PrimaryPollutants.Count.ShouldBe(6);
    }

    [Fact]
    public void Up_to_50_nothing_is_primary()
    {
        var quality = AirQualityIndex.OfHour(new() { Pm25 = 35, Pm10 = 50, SulphurDioxide = 150, NitrogenDioxide = 100, CarbonMonoxide = 5, OzoneHour = 160 }, New);
        quality.Index.ShouldBe(50);
        quality.PrimaryPollutants.ShouldBeEmpty();
        quality.Level!.Category.ShouldBe("优");
    }

    /// <summary>HJ 633-2026: a missing item stops publication unless the AQI exceeds 100 all the same.</summary>
    [Fact]
    public void With_an_item_missing_only_pollution_is_published()
    {
        var missing = AirQualityIndex.OfDay(Clean with { OzoneEightHours = null }, New);
        missing.Text.ShouldBe("NA");
        missing.Note!.ShouldContain("O₃");
        missing.SubIndices.Count(item => item.Index is not null).ShouldBe(5);
        AirQualityIndex.OfDay(Clean with { OzoneEightHours = null, Pm25 = 75 }, New).Index.ShouldBe(114);
        AirQualityIndex.OfDay(Clean with { OzoneEightHours = null, NotMonitored = new HashSet<AirPollutant> { AirPollutant.Ozone } }, New).Index.ShouldNotBeNull();
        AirQualityIndex.OfDay(new(), New).Index.ShouldBeNull();
    }

    [Fact]
    public void A_negative_mean_counts_as_missing() => AirQualityIndex.OfDay(Clean with { Pm25 = -1 }, New).Index.ShouldBeNull();

    [Fact]
    public void Before_2026_what_exceeds_100_is_named()
    {
        var quality = AirQualityIndex.OfDay(Clean with { Pm25 = 116, OzoneEightHours = 170 }, Old);
        quality.ExceedingPollutants.ShouldBe([AirPollutant.Ozone, AirPollutant.Pm25]);
        quality.PrimaryPollutants.ShouldBe([AirPollutant.Pm25]);
    }

    /// <summary>HJ 633-2012: the hour uses 24-hour moving means of particles and both means of ozone.</summary>
    [Fact]
    public void Before_2026_the_hour_uses_moving_means()
    {
        var quality = AirQualityIndex.OfHour(new() { SulphurDioxide = 10, NitrogenDioxide = 20, CarbonMonoxide = 1, OzoneHour = 160, OzoneEightHours = 160, Pm10 = 600, Pm10MovingDay = 50, Pm25 = 500, Pm25MovingDay = 35 }, Old);
        quality.Index.ShouldBe(100);
        quality.PrimaryPollutants.ShouldBe([AirPollutant.Ozone]);
    }

    /// <summary>Rounded first, then the index up: 60.4 is 60 and 100; 60.5 is 60 (even), 61.5 is 62.</summary>
    [Theory]
    [InlineData("60.4", 100)]
    [InlineData("60.5", 100)]
    [InlineData("60.6", 101)]
    [InlineData("61.5", 102)]
    public void Concentrations_are_rounded_before_the_index(string concentration, int index) =>
        AirQualityIndex.SubIndexOf(AirPollutant.Pm25, Averaging.Day, decimal.Parse(concentration, System.Globalization.CultureInfo.InvariantCulture), New)!.Index.ShouldBe(index);

    [Fact]
    public void Dirtier_air_never_has_a_lower_index() =>
        Gen.Enum<AirPollutant>().Select(Gen.Bool, Gen.Int[0, 40000], Gen.Int[0, 4000]).Sample((pollutant, isNew, tenths, more) =>
        {
            var averaging = pollutant == AirPollutant.Ozone ? Averaging.Hour : Averaging.Day;
            var day = isNew ? New : Old;
            var low = AirQualityIndex.SubIndexOf(pollutant, averaging, tenths / 10m, day)!.Index!.Value;
            var high = AirQualityIndex.SubIndexOf(pollutant, averaging, (tenths + more) / 10m, day)!.Index!.Value;
            high.ShouldBeGreaterThanOrEqualTo(low);
            low.ShouldBeInRange(0, 500);
        });

    [Theory]
    [InlineData(0, "优")]
    [InlineData(50, "优")]
    [InlineData(51, "良")]
    [InlineData(100, "良")]
    [InlineData(101, "轻度污染")]
    [InlineData(151, "中度污染")]
    [InlineData(201, "重度污染")]
    [InlineData(300, "重度污染")]
    [InlineData(301, "严重污染")]
    [InlineData(500, "严重污染")]
    public void Levels(int index, string category) => AirLevels.Of(index).Category.ShouldBe(category);

    private static AirConcentrations Clean => new() { Pm25 = 20, Pm10 = 30, SulphurDioxide = 8, NitrogenDioxide = 20, CarbonMonoxide = 0.5m, OzoneEightHours = 90 };

    private static void Check(AirPollutant pollutant, Averaging averaging, int[] concentrations, int[] indices, DateOnly day) =>
        concentrations.Select(value => AirQualityIndex.SubIndexOf(pollutant, averaging, value, day)!.Index!.Value).ShouldBe(indices);
}
