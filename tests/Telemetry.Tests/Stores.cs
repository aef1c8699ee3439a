using EcoPark.Support;
using EcoPark.Telemetry.Log;
using EcoPark.Telemetry.Readings;
using Npgsql;

namespace EcoPark.Telemetry.Tests;

/// <summary>The two stores, each new and empty.</summary>
internal static class Stores
{
    public static async Task<IReadingStore> NewReadings(Database database)
    {
        IReadingStore store = database == Database.Sqlite
            ? new SqliteReadingStore(NewFile())
            : new PostgresReadingStore(NpgsqlDataSource.Create(TestPostgres.NewDatabase()));
        await store.Initialize(CancellationToken.None);
        return store;
    }

    public static async Task<ITelegramLog> NewLog(Database database)
    {
        ITelegramLog log = database == Database.Sqlite
            ? new SqliteTelegramLog(NewFile())
            : new PostgresTelegramLog(NpgsqlDataSource.Create(TestPostgres.NewDatabase()));
        await log.Initialize(CancellationToken.None);
        return log;
    }

    private static string NewFile() => Path.Combine(Directory.CreateTempSubdirectory("ecopark-store-").FullName, "store.db");
}
