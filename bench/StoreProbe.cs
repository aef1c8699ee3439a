using System.Diagnostics;
using EcoPark.Simulator;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcoPark.Bench;

/// <summary>Counts rows behind the server's back, and loads the same rows raw: what the store itself could do.</summary>
internal sealed class StoreProbe(string folder, string? postgres)
{
    private const int RowsInTransaction = 10_000;

    public async Task<long> CountReadings()
    {
        const string sql = "SELECT count(*) FROM reading WHERE (series & 63) = 0";
        if (postgres is not null)
        {
            await using var connection = new NpgsqlConnection(postgres);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            return (long)(await command.ExecuteScalarAsync())!;
        }

        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "readings.db")}");
        await file.OpenAsync();
        await using var count = file.CreateCommand();
        count.CommandText = sql;
        return (long)(await count.ExecuteScalarAsync())!;
    }

    /// <summary>The rows of so many telegrams: one line of the log each and its readings, into tables of the same shape without any other work.</summary>
    public async Task RawBulkLoad(int telegrams)
    {
        var watch = Stopwatch.StartNew();
        await (postgres is null ? Sqlite(telegrams) : Postgres(telegrams));
        Console.WriteLine($"reference: raw {(postgres is null ? "SQLite prepared insert" : "PostgreSQL binary COPY")} of the same rows in one thread: {telegrams / watch.Elapsed.TotalSeconds:N0} telegrams/s ({telegrams * (LoadGenerator.FactorCodes.Count + 1) / watch.Elapsed.TotalSeconds:N0} rows/s)");
    }

    private async Task Sqlite(int telegrams)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")}");
        await connection.OpenAsync();
        await Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
        await Execute(connection, "CREATE TABLE log (id INTEGER PRIMARY KEY, at INTEGER, mn TEXT, qn TEXT, raw BLOB)");
        await Execute(connection, "CREATE TABLE reading (series INTEGER, time INTEGER, value REAL, flag INTEGER, rank INTEGER, telegram INTEGER, PRIMARY KEY (series, time)) WITHOUT ROWID");
        var raw = new byte[420];
        for (var first = 0; first < telegrams; first += RowsInTransaction / 10)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            using var log = Prepare(connection, transaction, "INSERT INTO log VALUES ($0, $1, $2, $3, $4)", 5);
            using var reading = Prepare(connection, transaction, "INSERT INTO reading VALUES ($0, $1, $2, $3, $4, $5)", 6);
            for (var i = first; i < Math.Min(first + (RowsInTransaction / 10), telegrams); i++)
            {
                Bind(log, (long)i, (long)i, "320100000000000000000001", "20260801085857000", raw).ExecuteNonQuery();
                for (var factor = 0; factor < LoadGenerator.FactorCodes.Count; factor++)
                    Bind(reading, (i % 50 * 10L) + factor, (long)i, 1.5, 78, (long)i, (long)i).ExecuteNonQuery();
            }

            await transaction.CommitAsync();
        }
    }

    private async Task Postgres(int telegrams)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand(
            "CREATE TABLE raw_log (id bigint PRIMARY KEY, at timestamptz, mn text, qn text, raw bytea); CREATE TABLE raw_reading (series bigint, time timestamptz, value double precision, flag smallint, rank bigint, telegram bigint, PRIMARY KEY (series, time))", connection))
            await create.ExecuteNonQueryAsync();
        var (raw, start) = (new byte[420], DateTime.UtcNow);
        for (var first = 0; first < telegrams; first += RowsInTransaction / 10)
        {
            var last = Math.Min(first + (RowsInTransaction / 10), telegrams);
            await using (var log = await connection.BeginBinaryImportAsync("COPY raw_log FROM STDIN (FORMAT BINARY)"))
            {
                for (var i = first; i < last; i++)
                    await log.WriteRowAsync(default, (long)i, start, "320100000000000000000001", "20260801085857000", raw);
                await log.CompleteAsync();
            }

            await using var readings = await connection.BeginBinaryImportAsync("COPY raw_reading FROM STDIN (FORMAT BINARY)");
            for (var i = first; i < last; i++)
            {
                for (var factor = 0; factor < LoadGenerator.FactorCodes.Count; factor++)
                    await readings.WriteRowAsync(default, (i % 50 * 10L) + factor, start.AddSeconds(i), 1.5, (short)78, (long)i, (long)i);
            }

            await readings.CompleteAsync();
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
