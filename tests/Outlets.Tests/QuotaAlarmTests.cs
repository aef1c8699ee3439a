using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Modules.Outlets.Quotas;

namespace EcoPark.Outlets.Tests;

/// <summary>The alarm of a quota says what is used now: in figures, in words and by its level.</summary>
public sealed class QuotaAlarmTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);
    private static readonly DateTime Now = new(2026, 3, 20, 4, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1_671.218, AlarmLevel.Yellow, "81.7")]
    [InlineData(1_871.218, AlarmLevel.Orange, "91.5")]
    [InlineData(2_119.654_3, AlarmLevel.Red, "103.6")]
    public void Figures_words_and_level_are_of_the_same_moment(double used, AlarmLevel level, string share)
    {
        var events = QuotaWatch.Events(State(used), TestOutlet.Water(), Today, Now).ToList();

        var finding = events.OfType<Finding>().Single();
        var rounded = Math.Round(used, 2);
        (finding.Level, finding.WorstValue, finding.LastValue, finding.Limit).ShouldBe((level, rounded, rounded, 2_046));
        finding.Text.ShouldContain($"的 {share}");
        // While it lasts the alarm that is there already takes the same figures and words.
        var lasting = events.OfType<Lasting>().Single();
        (lasting.WorstValue, lasting.LastValue, lasting.Text).ShouldBe((rounded, rounded, finding.Text));
    }

    [Fact]
    public void It_ends_when_less_is_used_or_the_period_is_over()
    {
        QuotaWatch.Events(State(1_500), TestOutlet.Water(), Today, Now).ShouldHaveSingleItem().ShouldBeOfType<Ended>();
        QuotaWatch.Events(State(3_000), TestOutlet.Water(), new DateOnly(2026, 4, 1), Now).ShouldHaveSingleItem().ShouldBeOfType<Ended>();
    }

    private static QuotaState State(double used) => new(
        new DischargeQuota { Id = 3, CardNumber = "K1", Factor = TestOutlet.Cod, From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 3, 31), Quota = 2_046, Unit = "kg" }, new PointId(1), "排口", used, [], null);
}
