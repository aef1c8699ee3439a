using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Simulator;
using EcoPark.Support;

namespace EcoPark.EndToEnd;

/// <summary>The log is the truth: from it the readings can be made again.</summary>
public sealed class ReplayTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Replay_of_the_whole_log_rebuilds_an_emptied_reading_store_exactly(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-replay-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var gateway = TestServer.FreePort();
        var mns = Enumerable.Range(0, 4).Select(_ => Api.NewMn()).ToList();
        List<(string Mn, string Qn)> sent;
        await using (var first = await ServerHost.Start(folder, postgres, gateway))
        {
            foreach (var mn in mns)
                await first.Register(mn);
            sent = await SendOfAllKinds(first, mns);
            await Api.Until(() => first.Readings(mns[0], "w21003"), found => found.Count > 0);
        }

        IReadOnlyList<string> before;
        await using (var second = await ServerHost.Start(folder, postgres, gateway))
        {
            // All that was acknowledged, on its way or not when the server went, is in the store once it is up again.
            await Api.Until(() => TelegramAudit.AsSent(folder, postgres), rows => rows.Count >= sent.Count * LoadGenerator.FactorCodes.Count);
            before = await TelegramAudit.AsSent(folder, postgres);
        }

        before.ShouldContain(row => row.StartsWith("superseded", StringComparison.Ordinal));
        await TelegramAudit.EmptyReadings(folder, postgres);
        (await TelegramAudit.AsSent(folder, postgres)).ShouldBeEmpty();

        await using var third = await ServerHost.Start(folder, postgres, gateway);
        var report = await third.Post<JsonElement>("/api/v1/telegrams/replay", new { from = DateTime.UtcNow.AddHours(-1) });
        report.GetProperty("accepted").GetInt64().ShouldBeGreaterThanOrEqualTo(sent.Count);
        (await TelegramAudit.AsSent(folder, postgres)).ShouldBe(before);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A stream from each device; on one of them repeats, a correction, parts in the wrong order and a late upload.</summary>
    private static async Task<List<(string, string)>> SendOfAllKinds(TestServer server, List<string> mns)
    {
        var acknowledged = new System.Collections.Concurrent.ConcurrentQueue<(string, string)>();
        var load = new LoadGenerator(mns, "123456") { PerSecond = 400, Start = Park.Now, LatestDataTime = Park.Now.AddMinutes(-1), Acknowledged = (mn, qn) => acknowledged.Enqueue((mn, qn)) };
        await load.Run(server.Gateway, TimeSpan.FromSeconds(2), CancellationToken.None);

        var (mn, time) = (mns[0], Park.Now);
        await using var device = TestDevice.Connect(server.Gateway);
        byte[] Part(int number, string area) => TelegramWriter.Write(
            new Address(mn, "123456", ProtocolVersion.V2017, "32"), time.AddSeconds(30), CommandCode.MinuteData, area, wantsAnswer: true, packetCount: 2, packetNumber: number);
        byte[][] telegrams =
        [
            TestDevice.RealTime(mn, time, "w01018-Rtd=30.1,w01018-Flag=N"),
            TestDevice.RealTime(mn, time, "w01018-Rtd=30.1,w01018-Flag=N"),
            TestDevice.RealTime(mn, time, "w01018-Rtd=31.7,w01018-Flag=C", qn: time.AddSeconds(5)),
            TestDevice.RealTime(mn, time, "w01018-Rtd=29.9,w01018-Flag=N", qn: time.AddSeconds(3)),
            Part(2, "w21003-Avg=2.5,w21003-Flag=N"),
            Part(1, $"DataTime={time:yyyyMMddHHmm}00;w01018-Avg=36.2,w01018-Flag=N"),
            TelegramWriter.Write(new Address(mn, "123456", ProtocolVersion.V2017, "32"), time.AddSeconds(40), CommandCode.HourlyData, $"DataTime={time.AddDays(-2):yyyyMMddHH}0000;w01018-Avg=1e308,w21003-Avg=NaN", wantsAnswer: true),
        ];
        foreach (var telegram in telegrams)
        {
            await device.Send(telegram);
            (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        }

        await Api.Until(() => server.Readings(mn, "w21003", "Minute"), found => found.Count > 0);
        return [.. acknowledged];
    }
}
