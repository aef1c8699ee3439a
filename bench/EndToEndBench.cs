using System.Diagnostics;
using System.Net.Http.Json;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.Bench;

/// <summary>The real server in a process of its own, fifty loggers, generator in this process: all on one machine.</summary>
internal static class EndToEndBench
{
    private const int Loggers = 50;

    public static async Task Run(bool postgres, TimeSpan duration, int rate)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-bench-").FullName;
        var database = postgres ? TestPostgres.NewDatabase() : null;
        await using var server = await ServerProcess.Start(folder, database, 0, "--EcoPark:Gateway:TelegramsPerSecond=100000");
        var mns = Enumerable.Range(1, Loggers).Select(number => $"32010000000000000000{number:D4}").ToList();
        foreach (var mn in mns)
            (await server.Client.PostAsJsonAsync("/api/v1/devices/", new { mn, name = mn, systemCode = "32", password = "123456", fillsGaps = false })).EnsureSuccessStatusCode();
        Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}, {Loggers} loggers, {LoadGenerator.FactorCodes.Count} factors a telegram, {duration.TotalSeconds:0} s, {Environment.ProcessorCount} cores, generator included");

        // The first telegrams make the channels and warm the code.
        await new LoadGenerator(mns, "123456") { PerSecond = 500, Start = DateTime.UtcNow.AddHours(7), LatestDataTime = DateTime.UtcNow.AddDays(-3) }.Run(server.Gateway, TimeSpan.FromSeconds(5), CancellationToken.None);
        var store = new StoreProbe(folder, database);
        var before = await store.CountReadings();

        var load = new LoadGenerator(mns, "123456") { PerSecond = rate, Window = 64 };
        using var stop = new CancellationTokenSource();
        var watching = Watch(server, load, stop.Token);
        var watch = Stopwatch.StartNew();
        var report = await load.Run(server.Gateway, duration, CancellationToken.None);
        await stop.CancelAsync();
        await watching;
        var answered = watch.Elapsed;
        var expected = before + (report.Acknowledged * LoadGenerator.FactorCodes.Count);
        while (await store.CountReadings() < expected && watch.Elapsed < duration * 3)
            await Task.Delay(200);
        Console.WriteLine($"sent {report.Sent:N0}, acknowledged {report.Acknowledged:N0}: {report.PerSecond:N0} telegrams/s durable and answered; answer after {report.MedianMs} ms (median), {report.Percentile99Ms} ms (99 %)");
        Console.WriteLine($"readings {await store.CountReadings() - before:N0} of {expected - before:N0}, complete {(watch.Elapsed - answered).TotalSeconds:0.0} s after the last answer: {report.Acknowledged / watch.Elapsed.TotalSeconds:N0} telegrams/s from socket to reading store");
        Console.WriteLine($"server memory {server.MemoryBytes >> 20} MB");
        server.Kill();
        await store.RawBulkLoad(20_000);
        if (!postgres)
            Directory.Delete(folder, recursive: true);
    }

    private static async Task Watch(ServerProcess server, LoadGenerator load, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        var last = 0L;
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                var now = load.AcknowledgedSoFar;
                Console.WriteLine($"  {(now - last) / 10.0,8:N0} telegrams/s   server {server.MemoryBytes >> 20,5} MB");
                last = now;
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
    }
}
