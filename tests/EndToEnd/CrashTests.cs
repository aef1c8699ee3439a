using System.Collections.Concurrent;
using EcoPark.Hj212;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>The promise of the product: what was acknowledged is there, whenever the power goes.</summary>
public sealed class CrashTests
{
    /// <summary>Each blow costs a start of the server; twenty and more of them are asked for by <c>ECOPARK_TEST_KILLS</c> (docs/operations.md).</summary>
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("ECOPARK_TEST_KILLS") ?? "3", System.Globalization.CultureInfo.InvariantCulture);

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Killed_again_and_again_under_load_every_acknowledged_telegram_is_there_exactly_once(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-crash-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var gateway = TestServer.FreePort();
        var mns = Enumerable.Range(0, 8).Select(_ => Api.NewMn()).ToList();
        var acknowledged = new ConcurrentQueue<(string, string)>();
        var random = new Random(); // Whenever the power goes: another moment in every run.
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
            // Under load, and at any moment of it: a start beside other tests may take longer than the delay.
            await Api.Until(() => Task.FromResult(load.AcknowledgedSoFar), acknowledgedSoFar => acknowledgedSoFar > 0, TimeSpan.FromSeconds(25));
            await Task.Delay(random.Next(10, 1_500));
            server.Kill();
            await running;
        }

        await using var last = await ServerProcess.Start(folder, postgres, gateway);
        await TelegramAudit.ShouldHoldOnce(acknowledged, LoadGenerator.FactorCodes.Count, folder, postgres);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A part without DataTime waits for the part that has it; the waiting must outlive the process.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_part_that_waits_when_the_server_is_killed_is_read_with_the_part_that_comes_after(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-crash-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var (mn, qn, gateway) = (Api.NewMn(), Park.Now, TestServer.FreePort());
        byte[] Part(int number, string area) => TelegramWriter.Write(
            new Address(mn, "123456", ProtocolVersion.V2017, "32"), qn, CommandCode.RealTimeData, area, wantsAnswer: true, packetCount: 2, packetNumber: number);
        await using (var first = await ServerProcess.Start(folder, postgres, gateway))
        {
            await first.Register(mn);
            await using var device = TestDevice.Connect(first.Gateway);
            // Other telegrams of the same kind come between, as they do.
            await device.Send(TestDevice.RealTime(mn, qn.AddSeconds(-30), "w01018-Rtd=1,w01018-Flag=N"));
            await device.Send(Part(2, "w21003-Rtd=2.5,w21003-Flag=N"));
            for (var answer = 0; answer < 2; answer++)
                (await device.Receive()).ShouldNotBeNull();
            await Task.Delay(TimeSpan.FromSeconds(3)); // The checkpoint, saved every second, passes the part: only the log still knows it.
            first.Kill();
        }

        await using var second = await ServerProcess.Start(folder, postgres, gateway);
        await using var again = TestDevice.Connect(second.Gateway);
        await again.Send(Part(1, $"DataTime={qn:yyyyMMddHHmmss};w01018-Rtd=36.2,w01018-Flag=N"));
        (await again.Receive()).ShouldNotBeNull();

        var late = (await Api.Until(() => second.Readings(mn, "w21003"), found => found.Count > 0)).ShouldHaveSingleItem();
        (late.Value, late.Time).ShouldBe((2.5, Park.Utc(qn)));
    }
}
