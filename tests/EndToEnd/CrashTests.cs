using System.Collections.Concurrent;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>The promise of the product: what was acknowledged is there, whenever the power goes.</summary>
public sealed class CrashTests
{
    private const int Kills = 20;

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Twenty_times_killed_under_load_every_acknowledged_telegram_is_there_exactly_once(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-crash-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var gateway = ServerProcess.FreePort();
        var mns = Enumerable.Range(0, 8).Select(_ => Api.NewMn()).ToList();
        var acknowledged = new ConcurrentQueue<(string, string)>();
        var random = new Random(212);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.Start(folder, postgres, gateway);
            if (kill == 0)
            {
                foreach (var mn in mns)
                    await server.Register(mn);
            }

            var load = new LoadGenerator(mns, "123456")
            {
                PerSecond = 2_000,
                Start = Park.Now,
                LatestDataTime = Park.Now.AddDays(-kill), // No row of one run is a row of another.
                Acknowledged = (mn, qn) => acknowledged.Enqueue((mn, qn)),
            };
            var running = load.Run(server.Gateway, TimeSpan.FromSeconds(30), CancellationToken.None);
            await Task.Delay(random.Next(200, 1_500));
            server.Kill();
            await running;
            load.AcknowledgedSoFar.ShouldBePositive("it was killed under load");
        }

        await using var last = await ServerProcess.Start(folder, postgres, gateway);
        await TelegramAudit.ShouldHoldOnce(acknowledged, LoadGenerator.FactorCodes.Count, folder, postgres);
        Directory.Delete(folder, recursive: true);
    }
}
