using EcoPark.EndToEnd.Records;
using EcoPark.Support;
using EcoPark.Support.Weeks;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>
/// A week of eight loggers with thirty labelled events, sent as late ten-minute telegrams within seconds, and what happens on the line beside. What counts as a match
/// says <see cref="WeekScore"/>; docs/performance.md has more seeds.
/// </summary>
public sealed class WeekTests(ITestOutputHelper output)
{
    /// <summary>Not one that thresholds were looked at with.</summary>
    private const int Seed = 20261;

    [Fact]
    public async Task Of_thirty_events_of_a_week_nearly_all_are_found_and_nearly_nothing_else()
    {
        await using var server = await ServerHost.Start(arguments: WeekRun.Settings);

        var score = await WeekRun.Run(server, Seed, RecordApi.CreditCode(78));

        output.WriteLine(score.ToString());
        score.Labels.Count.ShouldBe(30);
        score.Recall.ShouldBeGreaterThanOrEqualTo(0.95, score.ToString());
        score.Precision.ShouldBeGreaterThanOrEqualTo(0.95, score.ToString());
    }
}
