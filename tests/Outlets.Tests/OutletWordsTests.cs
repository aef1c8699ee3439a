using EcoPark.Contracts;
using EcoPark.Modules.Outlets;
using EcoPark.Modules.Outlets.Emissions;

namespace EcoPark.Outlets.Tests;

/// <summary>How masses are told: in one unit, never with a minus nought, and compared over the same hours only.</summary>
public sealed class OutletWordsTests
{
    [Theory]
    [InlineData(14_988.0, "14.988")]
    [InlineData(254.0, "0.2540")]
    [InlineData(28_000_000.0, "28,000.0")]
    [InlineData(0.0, "—")]
    [InlineData(null, "—")]
    public void Masses_of_a_list_are_all_in_tonnes(double? kilograms, string told) => OutletWords.Tonnes(kilograms).ShouldBe(told);

    [Theory]
    [InlineData(-0.0001, "0.0 %"), InlineData(-0.0, "0.0 %"), InlineData(0.535, "53.5 %"), InlineData(-0.1, "-10.0 %"), InlineData(null, "—")]
    public void A_share_is_never_minus_nought(double? share, string told) => OutletWords.Share(share).ShouldBe(told);

    /// <summary>The logger's 254 kg of 81 hours stand against our own of these hours and not against the year's 14 988 kg.</summary>
    [Fact]
    public void The_loggers_total_is_compared_over_the_hours_that_it_covers()
    {
        var row = new EmissionRow(new PointId(1), "a21026", new DateOnly(2026, 1, 1), 14_988, 0, 0, 0, Logged: 254, LoggedHours: 81, Compared: 250);
        row.Difference.ShouldNotBeNull().ShouldBe(4.0 / 250, 1e-12);
        (row with { Logged = null, Compared = 0 }).Difference.ShouldBeNull();
    }
}
