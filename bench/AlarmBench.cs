using EcoPark.Support;

namespace EcoPark.Bench;

/// <summary>From the telegram on the socket to the tone on a page, under load and among other alarms.</summary>
internal static class AlarmBench
{
    public static async Task Run(bool postgres, int rate, int rounds)
    {
        var (playwright, browser) = await Browsers.Start();
        await using (browser)
        {
            await using var server = await ServerProcess.Start(postgres: postgres ? TestPostgres.NewDatabase() : null);
            var report = await new AlarmLatency(server, browser) { PerSecond = rate, Rounds = rounds }.Run("91320583MA00000017");
            Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}, {Environment.ProcessorCount} cores, browser and generator included: {report}");
        }

        playwright.Dispose();
    }
}
