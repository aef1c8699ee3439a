using EcoPark.EndToEnd.Records;
using EcoPark.Support;

namespace EcoPark.EndToEnd.Alarms;

/// <summary>A measurement: run it by name, alone on the machine (docs/performance.md). <c>bench -- alarms</c> measures the same and prints it.</summary>
public sealed class AlarmLatencyTests(ITestOutputHelper output)
{
    [Theory(Explicit = true), InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task From_the_socket_to_the_tone_it_takes_two_seconds_at_most(Database database)
    {
        await using var server = await ServerProcess.Start(postgres: database == Database.Postgres ? TestPostgres.NewDatabase() : null);
        var (playwright, browser) = await Browsers.Start();
        using var ending = playwright;
        await using var closing = browser;
        var latency = new AlarmLatency(server, browser);

        var report = await latency.Run(RecordApi.CreditCode(77));

        output.WriteLine($"{database}: {report}");
        report.PerSecond.ShouldBeGreaterThan(latency.PerSecond * 0.95);
        report.Longest.ShouldBeLessThan(2_000);
    }
}
