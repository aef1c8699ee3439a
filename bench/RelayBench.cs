using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.Bench;

/// <summary>After an outage of the upper platform: what was held back goes up in its order, each telegram once it has answered the one before; the reference is the same exchange without a server between.</summary>
internal static class RelayBench
{
    private const int Loggers = 20;

    public static async Task Run(bool postgres, int backlog)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-bench-").FullName;
        await using (var server = await ServerProcess.Start(folder, postgres ? TestPostgres.NewDatabase() : null, 0, "--EcoPark:Gateway:TelegramsPerSecond=100000"))
        {
            var mns = Enumerable.Range(1, Loggers).Select(number => $"32010000000000000000{number:D4}").ToList();
            foreach (var mn in mns)
                await server.AddLogger(mn);
            await using var upper = new TestUpperPlatform();
            upper.GoAway();
            var id = await server.Make("/api/v1/relay/", new { name = "上级平台", host = "127.0.0.1", port = upper.Port, devices = mns.Select(mn => new { mn }), timeoutSeconds = 5, retries = 1 });
            Task<long> Backlog() => Number(server, $"/api/v1/relay/{id}", "backlog");

            await new LoadGenerator(mns, "123456") { PerSecond = 1_000 }.Run(server.Gateway, TimeSpan.FromSeconds(backlog / 1_000.0), CancellationToken.None);
            var held = await Backlog();
            upper.Return();
            while (await Backlog() == held)
                await Task.Delay(50); // Until it has found the way again.
            var (first, watch) = (await Backlog(), Stopwatch.StartNew());
            while (await Backlog() > 0)
                await Task.Delay(100);
            Console.WriteLine($"{(postgres ? "PostgreSQL" : "SQLite")}: {held:N0} telegrams of {Loggers} loggers held back; {first:N0} of them sent up in {watch.Elapsed.TotalSeconds:0.0} s: {first / watch.Elapsed.TotalSeconds:N0} telegrams/s, in order and each answered");
            await Reference(upper, mns[0], (int)Math.Min(first, 5_000));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One connection straight to the upper platform, each telegram after the answer to the one before.</summary>
    private static async Task Reference(TestUpperPlatform upper, string mn, int count)
    {
        await using var device = TestDevice.Connect(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, upper.Port));
        var (now, watch) = (DateTime.UtcNow.AddHours(8), Stopwatch.StartNew());
        for (var i = 0; i < count; i++)
        {
            await device.Send(TestDevice.RealTime(mn, now.AddSeconds(i), "w01018-Rtd=36.2,w01018-Flag=N", now.AddMilliseconds(i)));
            await device.Receive();
        }

        Console.WriteLine($"reference: the same exchange without a platform between {count / watch.Elapsed.TotalSeconds:N0} telegrams/s");
    }

    private static async Task<long> Number(ServerProcess server, string path, string name) => (await server.Client.GetFromJsonAsync<JsonElement>(path)).GetProperty(name).GetInt64();
}
