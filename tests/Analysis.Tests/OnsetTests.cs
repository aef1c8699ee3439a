using EcoPark.Analysis.Forecasts;

namespace EcoPark.Analysis.Tests;

public sealed class OnsetTests
{
    private const double Gap = double.NaN;

    [Fact]
    public void An_onset_follows_three_measured_hours_below() =>
        Onsets.Find([1, 1, 1, 9, 1, 9, 1, 1, 1, 9, 9, 1, Gap, 1, 9, 1, 1, 5, 9], 0, 5).ShouldBe([3, 9, 18]);

    [Fact]
    public void A_warning_before_the_onset_hits_with_its_lead()
    {
        //                 0  1  2  3  4  5  6  7  8  9 10 11 12
        double[] series = [1, 1, 1, 1, 1, 9, 9, 1, 1, 1, 1, 1, 1];
        double[] alarm = [0, 0, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0, 0];
        var score = Onsets.Score(series, 0, 5, 4, alarm, 0.5);
        (score.Onsets, score.Hits, score.MedianLeadHours).ShouldBe((1, 1, 3));
        // The warning of hour 2 lives until the onset; that of hour 8 is followed by nothing.
        (score.Alarms, score.FalseAlarms, score.Precision, score.Recall).ShouldBe((2, 1, 0.5, 1));
    }

    [Fact]
    public void A_warning_too_early_is_false_and_does_not_hit()
    {
        double[] series = [1, 1, 1, 1, 1, 1, 1, 9, 1, 1, 1];
        double[] alarm = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var score = Onsets.Score(series, 0, 5, 4, alarm, 0.5);
        (score.Alarms, score.FalseAlarms, score.Hits).ShouldBe((1, 1, 0));
        score.MedianLeadHours.ShouldBe(Gap);
    }

    [Fact]
    public void A_warning_while_over_the_limit_is_none() =>
        Onsets.Score([1, 1, 1, 9, 9, 1, 1, 1, 1], 0, 5, 3, [0, 0, 0, 1, 1, 0, 0, 0, 0], 0.5).Alarms.ShouldBe(0);

    [Fact]
    public void Where_nothing_was_measured_nothing_is_judged()
    {
        var score = Onsets.Score([1, 1, 1, Gap, Gap, Gap, 1], 0, 5, 4, [0, 0, 1, 0, 0, 0, 0], 0.5);
        (score.Alarms, score.FalseAlarms).ShouldBe((0, 0));
        Onsets.Score([1, 1, 1], 0, 5, 24, [0, 0, 1], 0.5).Alarms.ShouldBe(0, "the window is not over yet");
    }

    [Fact]
    public void A_warning_before_an_earlier_exceedance_does_not_count_for_a_later_onset()
    {
        double[] series = [1, 1, 1, 1, 9, 1, 1, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        double[] alarm = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        var score = Onsets.Score(series, 0, 5, 8, alarm, 0.5);
        (score.Onsets, score.Hits).ShouldBe((2, 1));
    }
}
