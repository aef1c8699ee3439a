using System.Data.Common;
using System.Text;
using EcoPark.Hj212;
using EcoPark.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcoPark.EndToEnd;

/// <summary>Nothing that one telegram holds touches another device, the checkpoint or the database.</summary>
public sealed class HostileTelegramTests
{
    /// <summary>Other devices share the group commits with it; after a crash all that they were answered for is there.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Whatever_a_telegram_holds_its_neighbours_are_answered_and_read_also_over_a_crash(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-hostile-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var (good, bad, now, gateway) = (Api.NewMn(), Api.NewMn(), Park.Now, TestServer.FreePort());
        var sent = 0;
        await using (var server = await ServerProcess.Start(folder, postgres, gateway))
        {
            await server.Register(good);
            await server.Register(bad, new { tolerances = "LooseFields, LooseTime, GbkText, MalformedQn, OversizeSegment" });
            var attacks = Enumerable.Range(0, 4).Select(seed => Attack(server, new HostileTelegrams(seed, bad, now), 60)).ToList();
            await using var neighbour = TestDevice.Connect(server.Gateway);
            for (; !Task.WhenAll(attacks).IsCompleted || sent < 20; sent++)
            {
                await neighbour.Send(TestDevice.RealTime(good, now.AddSeconds(-sent), $"w01018-Rtd={sent},w01018-Flag=N"));
                (await neighbour.Receive(TimeSpan.FromSeconds(10))).ShouldNotBeNull($"telegram {sent} of the neighbour is answered");
                await Task.Delay(20);
            }

            await Task.WhenAll(attacks);
            server.Kill();
        }

        await using var again = await ServerProcess.Start(folder, postgres, gateway);
        (await Api.Until(() => again.Readings(good, "w01018"), found => found.Count >= sent)).Count.ShouldBe(sent);
        // The device itself goes on as well, once it sends what can be read.
        await using var device = TestDevice.Connect(again.Gateway);
        await device.Send(TestDevice.RealTime(bad, now.AddSeconds(30), "w21011-Rtd=7,w21011-Flag=N"));
        (await device.Receive()).ShouldNotBeNull().Command.ShouldBe(CommandCode.DataAnswer);
        (await Api.Until(() => again.Readings(bad, "w21011"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(7);
        Directory.Delete(folder, recursive: true);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_telegram_that_cannot_be_processed_is_set_aside_with_its_reason_and_the_rest_goes_on(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-aside-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        await using var server = await ServerHost.Start(folder, postgres);
        var (mn, other, now) = (Api.NewMn(), Api.NewMn(), Park.Now);
        await server.Register(mn);
        await server.Register(other);
        await TellStore(folder, postgres, database == Database.Postgres
            ? """
              CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.value = 666.5 THEN RAISE EXCEPTION 'no such value' USING ERRCODE = '23514'; END IF; RETURN NEW; END $$;
              CREATE TRIGGER refuse BEFORE INSERT ON reading FOR EACH ROW EXECUTE FUNCTION refuse()
              """
            : "CREATE TRIGGER refuse BEFORE INSERT ON reading WHEN NEW.value = 666.5 BEGIN SELECT RAISE(ABORT, 'no such value'); END");
        await using var device = TestDevice.Connect(server.Gateway);
        await using var neighbour = TestDevice.Connect(server.Gateway);

        for (var i = 0; i < 20; i++)
        {
            // In one segment: before, behind and beside it.
            await device.Send((byte[])[
                .. TestDevice.RealTime(mn, now.AddSeconds(-3 * i), "w01018-Rtd=1,w01018-Flag=N"), .. TestDevice.RealTime(mn, now.AddSeconds((-3 * i) - 1), "w01018-Rtd=666.5,w01018-Flag=N"),
                .. TestDevice.RealTime(mn, now.AddSeconds((-3 * i) - 2), "w01018-Rtd=3,w01018-Flag=N")]);
            await neighbour.Send(TestDevice.RealTime(other, now.AddSeconds(-i), "w01018-Rtd=5,w01018-Flag=N"));
        }

        (await Api.Until(() => server.Readings(other, "w01018"), found => found.Count >= 20)).Count.ShouldBe(20);
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count >= 40)).ShouldAllBe(reading => reading.Value != 666.5);
        var aside = await Api.Until(() => server.Telegrams($"mn={mn}&verdict=SetAside"), found => found.Count >= 20);
        aside.Count.ShouldBe(20);
        aside.ShouldAllBe(one => one.Reason.StartsWith("处理未成功，已搁置（") && one.Reason.Contains("no such value") && one.Text.Contains("666.5"));

        // The cause is gone: what was set aside is tried anew.
        await TellStore(folder, postgres, database == Database.Postgres ? "DROP TRIGGER refuse ON reading" : "DROP TRIGGER refuse");
        await server.Post<System.Text.Json.JsonElement>("/api/v1/telegrams/replay", new { mn, verdict = "SetAside" });
        (await Api.Until(() => server.Readings(mn, "w01018"), found => found.Count >= 60)).Count.ShouldBe(60);
        (await server.Telegrams($"mn={mn}&verdict=SetAside")).ShouldBeEmpty();
    }

    /// <summary>The two telegrams of the review: a NUL in the MN of a stranger, and the year 0001 of an unset clock.</summary>
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_NUL_of_a_stranger_is_recorded_and_the_year_1_of_a_split_telegram_holds_nothing_up(Database database)
    {
        await using var server = await ServerHost.Start(postgres: database == Database.Postgres ? TestPostgres.NewDatabase() : null);
        var (mn, now) = (Api.NewMn(), Park.Now);
        await server.Register(mn);
        await using var stranger = TestDevice.Connect(server.Gateway);
        await stranger.Send(Frame($"QN={now:yyyyMMddHHmmssfff};ST=32;CN=2011;PW=123456;MN=0123456789ABCDEF0123\0;Flag=5;CP=&&DataTime={now:yyyyMMddHHmmss};w01018-Rtd=1,w01018-Flag=N&&"));
        var kept = (await Api.Until(() => server.Telegrams("verdict=Rejected"), found => found.Count > 0)).ShouldHaveSingleItem();
        (kept.Mn, kept.Raw.Contains((byte)0)).ShouldBe(("0123456789ABCDEF0123␀", true));
        kept.Reason.ShouldContain("MN 不能登记");

        await using var device = TestDevice.Connect(server.Gateway);
        await device.Send((byte[])[
            .. Frame($"QN=00010101000000000;ST=32;CN=2011;PW=123456;MN={mn};Flag=7;PNUM=2;PNO=2;CP=&&w01018-Rtd=1,w01018-Flag=N&&"),
            .. Enumerable.Range(0, 5).SelectMany(i => TestDevice.RealTime(mn, now.AddSeconds(-i), $"w21003-Rtd={i},w21003-Flag=N"))]);
        for (var i = 0; i < 6; i++)
            (await device.Receive()).ShouldNotBeNull();
        (await Api.Until(() => server.Readings(mn, "w21003"), found => found.Count >= 5)).Count.ShouldBe(5);
    }

    private static byte[] Frame(string segment) => TelegramWriter.Frame(Encoding.UTF8.GetBytes(segment));

    /// <summary>Sends one after another, over a new connection wherever the server has closed the one before.</summary>
    private static async Task Attack(TestServer server, HostileTelegrams telegrams, int count)
    {
        var device = TestDevice.Connect(server.Gateway);
        for (var i = 0; i < count; i++)
        {
            try
            {
                await device.Send(telegrams.Next());
                await Task.Delay(40);
            }
            catch (IOException)
            {
                await device.DisposeAsync();
                device = TestDevice.Connect(server.Gateway);
            }
        }

        await device.DisposeAsync();
    }

    private static async Task TellStore(string folder, string? postgres, string script)
    {
        await using DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "readings.db")};Pooling=False") : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync();
    }
}
