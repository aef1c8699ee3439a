using System.Data.Common;
using EcoPark.Platform.Security;
using EcoPark.Support;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcoPark.Telemetry.Tests;

/// <summary>The two stores, each new and empty.</summary>
internal static class Stores
{
    public static Task<IReadingStore> NewReadings(Database database) => ReadingsAfter(database, "");

    /// <summary>A store that finds something in its database already.</summary>
    public static async Task<IReadingStore> ReadingsAfter(Database database, string script)
    {
        var place = database == Database.Sqlite ? NewFile() : TestPostgres.NewDatabase();
        if (script.Length > 0)
        {
            await using DbConnection connection = database == Database.Sqlite ? new SqliteConnection($"Data Source={place};Pooling=False") : new NpgsqlConnection(place);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = script;
            await command.ExecuteNonQueryAsync();
        }

        IReadingStore store = database == Database.Sqlite ? new SqliteReadingStore(place) : new PostgresReadingStore(NpgsqlDataSource.Create(place));
        await store.Initialize(CancellationToken.None);
        return store;
    }

    public static async Task<ITelegramLog> NewLog(Database database)
    {
        ITelegramLog log = database == Database.Sqlite
            ? new SqliteTelegramLog(NewFile(), Box)
            : new PostgresTelegramLog(NpgsqlDataSource.Create(TestPostgres.NewDatabase()), Box);
        await log.Initialize(CancellationToken.None);
        return log;
    }

    /// <summary>A log with two writers, as two nodes have it; on SQLite twice the same.</summary>
    public static async Task<IReadOnlyList<ITelegramLog>> NewLogs(Database database)
    {
        if (database == Database.Sqlite)
            return [.. Enumerable.Repeat(await NewLog(database), 2)];
        var source = NpgsqlDataSource.Create(TestPostgres.NewDatabase());
        var logs = new[] { new PostgresTelegramLog(source, Box), new PostgresTelegramLog(source, Box) };
        await logs[0].Initialize(CancellationToken.None);
        return logs;
    }

    public static readonly SecretBox Box = new(new byte[32]);

    public static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("ecopark-store-").FullName, "store.db");
}
