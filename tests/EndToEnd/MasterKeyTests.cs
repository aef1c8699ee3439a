using System.Data.Common;
using System.Net.Http.Json;
using System.Text.Json;
using EcoPark.Hj212;
using EcoPark.Support;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcoPark.EndToEnd;

/// <summary>The master key can be changed: nothing is lost, and the old key opens nothing any more.</summary>
public sealed class MasterKeyTests
{
    private static readonly string Old = new('7', 64);
    private static readonly string New = new('8', 64);

    /// <summary>The key in the data folder, which the command makes anew itself, and the key in the settings.</summary>
    [Theory, InlineData(Database.Sqlite, true), InlineData(Database.Postgres, false)]
    public async Task After_the_change_all_is_read_with_the_new_key_and_nothing_with_the_old(Database database, bool isInFile)
    {
        var folder = Directory.CreateTempSubdirectory("ecopark-key-").FullName;
        var postgres = database == Database.Postgres ? TestPostgres.NewDatabase() : null;
        var (mn, unknown, now) = (Api.NewMn(), Api.NewMn(), Park.Now);
        await using (var server = await ServerProcess.Start(folder, postgres, 0, isInFile ? "--EcoPark:MasterKey=" : $"--EcoPark:MasterKey={Old}"))
        {
            await server.Register(mn, new { password = "Zx9kQ2" });
            await using var device = TestDevice.Connect(server.Gateway);
            await device.Send(Telegram(unknown, "Qy7hW5", now));
            (await device.Receive()).ShouldNotBeNull();
            await Api.Until(() => server.Telegrams($"mn={unknown}"), found => found.Count == 1);
            await Api.Until(() => Scalar(folder, postgres, "SELECT COUNT(*) FROM \"NodeReport\""), found => found is 1L);
            (await Change(folder, postgres, isInFile)).ShouldBe((1, true), "A node is running.");
        }

        await Scalar(folder, postgres, "DELETE FROM \"NodeReport\""); // As if half a minute had gone by.
        var oldKey = isInFile ? await File.ReadAllTextAsync(Path.Combine(folder, "master.key"), TestContext.Current.CancellationToken) : Old;
        if (isInFile)
        {
            // Cut off before it was done: the platform does not start half-way, and the command goes on with the key it had made.
            await File.WriteAllTextAsync(Path.Combine(folder, "master.key.new"), New, TestContext.Current.CancellationToken);
            (await Run(folder, postgres, null, "")).Told.ShouldContain("--change-master-key");
        }

        (await Change(folder, postgres, isInFile)).ShouldBe((0, false));
        if (isInFile)
            (await File.ReadAllTextAsync(Path.Combine(folder, "master.key"), TestContext.Current.CancellationToken)).ShouldBe(New);

        var refused = await Run(folder, postgres, oldKey, "");
        (refused.ExitCode, refused.Told.Contains("主密钥与数据库不符", StringComparison.Ordinal)).ShouldBe((1, true), refused.Told);
        var check = await Run(folder, postgres, isInFile ? null : New, "--check-audit");
        (check.ExitCode, check.Told.Contains("全部完好", StringComparison.Ordinal)).ShouldBe((0, true), check.Told);
        await using (var server = await ServerProcess.Start(folder, postgres, 0, isInFile ? "--EcoPark:MasterKey=" : $"--EcoPark:MasterKey={New}"))
        {
            await using var device = TestDevice.Connect(server.Gateway);
            await device.Send(Telegram(mn, "Zx9kQ2", now));
            (await device.Receive()).ShouldNotBeNull();
            (await Api.Until(() => server.Telegrams($"mn={mn}"), found => found.Count == 1))[0].Verdict.ShouldBe("Accepted");
            // Its password is known only from the telegram that was kept, sealed, before the change.
            await server.Post<JsonElement>($"/api/v1/quarantine/{unknown}/register", new { name = "新", pointName = $"点 {unknown}", pointKind = "WasteWater" });
            (await Api.Until(() => server.Readings(unknown, "w01018"), found => found.Count > 0)).ShouldHaveSingleItem().Value.ShouldBe(2);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static byte[] Telegram(string mn, string password, DateTime now) =>
        TelegramWriter.Write(new Address(mn, password, ProtocolVersion.V2017, "32"), now, CommandCode.RealTimeData, $"DataTime={now:yyyyMMddHHmmss};w01018-Rtd=2,w01018-Flag=N", wantsAnswer: true);

    private static async Task<(int ExitCode, bool SaysRunning)> Change(string folder, string? postgres, bool isInFile)
    {
        var (code, told) = await Run(folder, postgres, isInFile ? null : Old, "--change-master-key", isInFile ? null : New);
        return (code, told.Contains("仍在运行", StringComparison.Ordinal));
    }

    private static async Task<(int ExitCode, string Told)> Run(string folder, string? postgres, string? key, string command, string? newKey = null)
    {
        var (exitCode, output, errors) = await ServerCommand.Run(
            folder, postgres, new Dictionary<string, string> { ["EcoPark__MasterKey"] = key ?? "", ["EcoPark__NewMasterKey"] = newKey ?? "" }, [.. new[] { command }.Where(one => one.Length > 0)]);
        return (exitCode, output + errors);
    }

    private static async Task<object?> Scalar(string folder, string? postgres, string sql)
    {
        await using DbConnection connection = postgres is null ? new SqliteConnection($"Data Source={Path.Combine(folder, "ecopark.db")};Pooling=False;Default Timeout=20") : new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
