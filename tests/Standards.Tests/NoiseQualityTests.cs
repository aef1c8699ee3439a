using EcoPark.Standards.Noise;

namespace EcoPark.Standards.Tests;

/// <summary>GB 3096-2008 table 1 and its definitions.</summary>
public sealed class NoiseQualityTests
{
    private static readonly DateOnly Day = new(2026, 5, 1);

    [Theory]
    [InlineData(NoiseZone.Zone0, 50, 40)]
    [InlineData(NoiseZone.Zone1, 55, 45)]
    [InlineData(NoiseZone.Zone2, 60, 50)]
    [InlineData(NoiseZone.Zone3, 65, 55)]
    [InlineData(NoiseZone.Zone4a, 70, 55)]
    [InlineData(NoiseZone.Zone4b, 70, 60)]
    public void Limits_of_each_zone(NoiseZone zone, int day, int night)
    {
        NoiseQuality.OfZone(zone, Day, day, night).Outcome.ShouldBe(LimitOutcome.Pass);
        NoiseQuality.OfZone(zone, Day, day + 1, night).DecidedBy.ShouldBe("昼间等效声级");
        var atNight = NoiseQuality.OfZone(zone, Day, day, night + 1);
        atNight.Outcome.ShouldBe(LimitOutcome.Fail);
        atNight.DecidedBy.ShouldBe("夜间等效声级");
        atNight.NightVerdict!.ExceededBy.ShouldBe(1);
        atNight.NightVerdict.ExceedanceMultiple.ShouldBeNull();
    }

    [Fact]
    public void Levels_are_compared_as_whole_decibels()
    {
        NoiseQuality.OfZone(NoiseZone.Zone3, Day, 65.4m, null).Outcome.ShouldBe(LimitOutcome.Pass);
        NoiseQuality.OfZone(NoiseZone.Zone3, Day, 65.6m, null).Outcome.ShouldBe(LimitOutcome.Fail);
    }

    /// <summary>GB 3096-2008 5.4: no more than 15 dB above the night's limit; zone 3: 55 + 15.</summary>
    [Theory]
    [InlineData(70, LimitOutcome.Pass)]
    [InlineData(71, LimitOutcome.Fail)]
    public void The_sudden_maximum_of_the_night(int level, LimitOutcome outcome) => NoiseQuality.OfZone(NoiseZone.Zone3, Day, 60, 50, level).Outcome.ShouldBe(outcome);

    [Fact]
    public void At_a_fence_line() => NoiseQuality.OfFenceLine(3, Day, 66, 50).Outcome.ShouldBe(LimitOutcome.Fail);

    /// <summary>Of 1 … 100 dB: 10 % of the samples are 91 and above, half are 51 and above, 90 % are 11 and above.</summary>
    [Fact]
    public void Levels_exceeded_a_share_of_the_time()
    {
        var levels = SoundStatistics.Of([.. Enumerable.Range(1, 100).Select(n => (double)n)])!;
        (levels.L10, levels.L50, levels.L90).ShouldBe((91, 51, 11));
        (levels.Lmax, levels.Lmin).ShouldBe((100, 1));
        SoundStatistics.Of([]).ShouldBeNull();
    }

    [Fact]
    public void A_steady_level_is_every_level()
    {
        var levels = SoundStatistics.Of([62.5, 62.5, 62.5, 62.5])!;
        levels.Leq.ShouldBe(62.5, 1e-9);
        (levels.L10, levels.L90, levels.Deviation).ShouldBe((62.5, 62.5, 0));
    }

    /// <summary>With Ln = Ld − 10 day and night weigh alike and Ldn = Ld; with both alike (16 + 8·10)/24 = 4, that is 6.02 dB more.</summary>
    [Theory]
    [InlineData(60, 50, 60)]
    [InlineData(60, 60, 66.02)]
    public void Day_and_night_together(double day, double night, double both) => SoundStatistics.DayNight(day, night).ShouldBe(both, 0.005);

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(21, false)]
    [InlineData(22, true)]
    public void Night_is_from_22_to_6(int hour, bool isNight) => SoundStatistics.IsNight(hour).ShouldBe(isNight);
}
