using EcoPark.Support;
using EcoPark.Support.Weeks;

namespace EcoPark.Bench;

/// <summary>A generated week of labelled events through sockets into the real server: precision and recall of the alarms, for each seed.</summary>
internal static class WeekBench
{
    public static async Task Run(bool postgres, IEnumerable<int> seeds)
    {
        foreach (var seed in seeds)
        {
            await using var server = await ServerProcess.Start(postgres: postgres ? TestPostgres.NewDatabase() : null, arguments: WeekRun.Settings);
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var score = await WeekRun.Run(server, seed, "91320583MA00000017");
            Console.WriteLine($"seed {seed}, {(postgres ? "PostgreSQL" : "SQLite")}, {watch.Elapsed.TotalSeconds:0} s: {score}");
        }
    }
}
