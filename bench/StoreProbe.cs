using System.Data.Common;
using System.Diagnostics;
using EcoPark.Simulator;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EcoPark.Bench;

/// <summary>Counts rows behind the server's back, and loads the same rows raw: what the store itself could do.</summary>
internal sealed class StoreProbe(string folder, string? postgres)
{
    /// <summary>Telegrams in a transaction; with their readings about as many rows as a group commit of the server takes.</summary>
    private const int TelegramsInTransaction = 1_000;

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

    /// <summary>Takes rows the run has left, whole, and loads them into tables of the same definition, without any other work.</summary>
    public Task RawBulkLoad(int telegrams) => postgres is null ? Sqlite(telegrams) : Postgres(telegrams);

    private async Task Sqlite(int telegrams)
    {
        await using var source = new SqliteConnection($"Data Source={Path.Combine(folder, "telegrams.db")}");
        await source.OpenAsync();
        var log = await Rows(source, $"SELECT * FROM telegram WHERE verdict = 1 AND answer <> 0 ORDER BY id DESC LIMIT {telegrams}");
        var logTable = await Definition(source, "telegram");
        await using var readings = new SqliteConnection($"Data Source={Path.Combine(folder, "readings.db")}");
        await readings.OpenAsync();
        var reading = await Rows(readings, $"SELECT * FROM reading WHERE telegram BETWEEN {log.Min(row => (long)row[0])} AND {log.Max(row => (long)row[0])} ORDER BY telegram");
        var readingTable = await Definition(readings, "reading");

        var (logFile, readingFile) = (await NewFile("raw-telegrams.db", logTable), await NewFile("raw-readings.db", readingTable));
        var watch = Stopwatch.StartNew();
        foreach (var chunk in log.Chunk(TelegramsInTransaction))
            Insert(logFile, "telegram", chunk);
        foreach (var chunk in reading.Chunk(TelegramsInTransaction * LoadGenerator.FactorCodes.Count))
            Insert(readingFile, "reading", chunk);
        Report("SQLite prepared insert", log.Count, reading.Count, watch.Elapsed);
    }

    private async Task Postgres(int telegrams)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        var log = await Rows(connection, $"SELECT * FROM telegram WHERE verdict = 1 AND answer <> 0 ORDER BY id DESC LIMIT {telegrams}");
        var reading = await Rows(connection, $"SELECT * FROM reading WHERE telegram BETWEEN {log.Min(row => (long)row[0])} AND {log.Max(row => (long)row[0])} ORDER BY telegram");
        await Execute(connection, "CREATE TABLE raw_telegram (LIKE telegram INCLUDING ALL); CREATE TABLE raw_reading (LIKE reading INCLUDING ALL)");
        var watch = Stopwatch.StartNew();
        foreach (var chunk in log.Chunk(TelegramsInTransaction))
            await Copy(connection, "raw_telegram", chunk);
        foreach (var chunk in reading.Chunk(TelegramsInTransaction * LoadGenerator.FactorCodes.Count))
            await Copy(connection, "raw_reading", chunk);
        Report("PostgreSQL binary COPY", log.Count, reading.Count, watch.Elapsed);
    }

    private static void Report(string way, int telegrams, int readings, TimeSpan time) => Console.WriteLine(
        $"reference: raw {way} of {telegrams:N0} of the same telegrams and their {readings:N0} readings, one thread: {telegrams / time.TotalSeconds:N0} telegrams/s ({(telegrams + readings) / time.TotalSeconds:N0} rows/s)");

    private static async Task<List<object[]>> Rows(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 300);
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<object[]>();
        while (await row.ReadAsync())
        {
            var values = new object[row.FieldCount];
            row.GetValues(values);
            rows.Add(values);
        }

        return rows;
    }

    /// <summary>Statements that make the table and its indexes.</summary>
    private static async Task<string> Definition(SqliteConnection connection, string table) =>
        string.Join(';', (await Rows(connection, $"SELECT sql FROM sqlite_master WHERE tbl_name = '{table}' AND type IN ('table', 'index') AND sql IS NOT NULL ORDER BY type DESC")).Select(row => (string)row[0]));

    private async Task<SqliteConnection> NewFile(string name, string definition)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, name)}");
        await connection.OpenAsync();
        await Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + definition);
        return connection;
    }

    private static void Insert(SqliteConnection connection, string table, object[][] rows)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = ($"INSERT INTO {table} VALUES ({string.Join(", ", Enumerable.Range(0, rows[0].Length).Select(i => $"${i}"))})", transaction);
        for (var i = 0; i < rows[0].Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static async Task Copy(NpgsqlConnection connection, string table, object[][] rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
            await writer.WriteRowAsync(default, row);
        await writer.CompleteAsync();
    }

    private static async Task Execute(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
